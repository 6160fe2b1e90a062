"""Where a product stands: its category in the tree, and its brand."""

from __future__ import annotations

from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.locks import Lock, wait_in_turn
from catalog.models.names import NamesField
from catalog.querysets import CategoryQuerySet

PATH_SEPARATOR = " > "
LONGEST_SLUG = 90  # letters before a number


class Category(models.Model):
    """A node of the category tree; `path` spells it from the root, "Shoes > Boots"."""

    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
    )
    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, blank=True, allow_unicode=True)
    names = NamesField(
        _("names in other languages"),
        default=dict,
        db_default={},
        blank=True,
        help_text=_('Such as {"de": "Stiefel"}.'),
    )
    path = models.CharField(_("path"), max_length=500, unique=True, editable=False)
    url_path = models.CharField(max_length=500, unique=True, editable=False)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(
                "parent", "name", name="category_name_once_in_parent", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="category_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.path

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Written one at a time, so that no path is made from a name that is being changed."""
        with transaction.atomic():
            wait_in_turn(Lock.TREE)
            if self.parent_id:
                self.parent = Category.objects.get(pk=self.parent_id)
            self.clean()
            self.spell()
            super().save(*args, **kwargs)
            for child in self.children.all():  # a renamed category renames the paths below it
                child.parent = self
                child.save()

    def get_absolute_url(self) -> str:
        return reverse("category", args=[self.url_path])

    def spell(self) -> None:
        """Slug, path and address, from the name and the category above."""
        above = self.parent
        self.slug = self.free_slug(
            self.slug or slugify(self.name, allow_unicode=True) or "category"
        )
        self.path = f"{above.path}{PATH_SEPARATOR}{self.name}" if above else self.name
        self.url_path = f"{above.url_path}/{self.slug}" if above else self.slug

    @property
    def label(self) -> str:
        """The name in the language of the page."""
        return str(self.names.get(get_language() or "") or self.name)

    def clean(self) -> None:
        if PATH_SEPARATOR.strip() in self.name:
            raise ValidationError({"name": _("A category's name cannot contain the sign >.")})
        alike = Category.objects.filter(parent=self.parent, name=self.name).exclude(pk=self.pk)
        if alike.exists():
            raise ValidationError({"name": _("There is a category of this name already.")})
        above = self.parent
        while above:
            if self.pk and above.pk == self.pk:
                raise ValidationError({"parent": _("A category cannot stand below itself.")})
            above = above.parent

    def free_slug(self, slug: str) -> str:
        """`slug`, numbered where a sibling has it ("T-Shirts" beside "T Shirts").

        Each is looked up by its address: there may be thousands of siblings.
        """
        above = f"{self.parent.url_path}/" if self.parent else ""
        others = Category.objects.exclude(pk=self.pk)
        candidates = chain([slug], (f"{slug[:LONGEST_SLUG]}-{number}" for number in count(2)))
        return next(
            each for each in candidates if not others.filter(url_path=above + each).exists()
        )


class Brand(models.Model):
    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
