"""The table of attributes and of their values; `catalog.attributes` is the way to use it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from catalog.built_in import CODES, Kind
from catalog.cleaning import clean
from catalog.folding import fold
from catalog.measures import measure, unit_of
from catalog.models.names import NamesField
from catalog.truths import truth

NAME_LENGTH = 60
VALUE_LENGTH = 120  # what is longer is a text and no value to choose


def code_of(name: str) -> str:
    """The code of the attribute of that name: "Heel  Height" and "heel height" are one."""
    return fold(" ".join(clean(name).split()))


def token_of(code: str, value: object) -> str:
    """What `catalog_fact` makes of a value in Postgres: `token_of("ram", "16 GB")`."""
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return f"{code}={fold(said.strip()[:VALUE_LENGTH])}"


class Attribute(models.Model):
    """One thing that can be said of a product or variant: its colour, its RAM."""

    code = models.CharField(_("code"), max_length=NAME_LENGTH, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    names = NamesField(
        _("names in other languages"),
        default=dict,
        db_default={},
        blank=True,
        help_text=_('Such as {"de": "Absatzhöhe"}.'),
    )
    kind = models.CharField(
        _("type"), max_length=10, choices=Kind.choices, default=Kind.CHOICE, db_default="choice"
    )
    unit = models.CharField(
        _("unit"),
        max_length=10,
        blank=True,
        default="",
        db_default="",
        help_text=_("Of numbers that come without one, such as GB."),
    )
    on_variant = models.BooleanField(
        _("of the variant"),
        default=False,
        db_default=False,
        help_text=_("Differs between the variants of a product, as sizes do."),
    )
    facet = models.BooleanField(
        _("facet"), default=True, db_default=True, help_text=_("Offered beside the results.")
    )
    preference = models.BooleanField(
        _("preference"),
        default=True,
        db_default=True,
        help_text=_("Words of a query prefer its values; otherwise they demand them."),
    )
    in_text = models.BooleanField(
        _("part of the text"),
        default=True,
        db_default=True,
        help_text=_("Its values are searched and encoded with the product."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=100, db_default=100)

    class Meta:
        verbose_name = _("attribute")
        verbose_name_plural = _("attributes")
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="attribute_has_a_code"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Its numbers are read again, as bare ones may be in another unit now."""
        self.code = self.code or code_of(self.name)
        self.unit = unit_of(self.unit) or ""
        super().save(*args, **kwargs)
        values = list(self.values.all())
        for value in values:
            value.number = self.number(value.text)
        AttributeValue.objects.bulk_update(values, ["number"], batch_size=1000)

    def clean(self) -> None:
        """Names that differ by letter case or spaces are one, and marks alone are none."""
        code = self.code or code_of(self.name)
        if not code:
            raise ValidationError({"name": _("A name needs a letter or a digit.")})
        if Attribute.objects.filter(code=code).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("There is an attribute of this name already.")})

    @property
    def built_in(self) -> bool:
        return self.code in CODES

    @property
    def label(self) -> str:
        """The name in the language of the page."""
        own = self.names.get(get_language() or "")
        return str(own or (gettext(self.name) if self.built_in else self.name))

    def number(self, text: str) -> Decimal | None:
        """The value as a number in the base unit of what it measures, None where it is none."""
        found = measure(text, self.unit)
        return found.base if found else None

    def read(self, text: str) -> str | bool:
        """A value in the form that is stored: True, "16 GB", "Wool"; "" for nothing."""
        said = " ".join(text.split())
        if self.kind == Kind.FLAG:
            known = truth(said)
            return said if known is None else known
        if self.kind == Kind.NUMBER and (found := measure(said, self.unit)):
            return str(found)
        return said

    def values_of(self, product: Any, variant: Any = None) -> tuple[Any, ...]:
        """What is said of the product and, where one is given, of its variant: texts or flags."""
        found = [*product.said(self.code), *(variant.said(self.code) if variant else ())]
        return tuple(dict.fromkeys(found))


class AttributeValue(models.Model):
    """One value of an attribute that some product or variant has, or had."""

    attribute = models.ForeignKey(
        Attribute,
        models.CASCADE,
        to_field="code",
        related_name="values",
        verbose_name=_("attribute"),
    )
    token = models.CharField(max_length=NAME_LENGTH + VALUE_LENGTH * 2 + 1, unique=True)
    text = models.CharField(_("text"), max_length=VALUE_LENGTH)
    number = models.DecimalField(max_digits=24, decimal_places=6, null=True, editable=False)
    names = NamesField(_("in other languages"), default=dict, db_default={}, blank=True)

    class Meta:
        verbose_name = _("value of an attribute")
        verbose_name_plural = _("values of attributes")
        ordering = ["number", "text"]
        indexes = [
            models.Index(fields=["attribute", "number"], name="value_number"),
            models.Index(fields=["id"], name="value_named", condition=~models.Q(names={})),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """The value in the language of the page."""
        return str(self.names.get(get_language() or "") or self.text)
