"""What is sold: categories, brands, products, their variants, photos and translations.

Two columns of a product are kept by Postgres itself (see `catalog/migrations/0002_keywords.py`
and the generated fields below), so that no way of writing a row can leave them behind:

- `keywords`: category path, brand, colours, material, gender and attributes as one text (trigger);
- `words` and `text_fingerprint`: the full-text vector, and the hash of all that is encoded.
"""

from __future__ import annotations

import hashlib
import secrets
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from catalog.fields import Fold, TextSearch
from catalog.pictures import inspect_picture, validate_picture
from catalog.querysets import CategoryQuerySet, ProductQuerySet, VariantQuerySet

PATH_SEPARATOR = " > "
DESCRIPTION_LENGTH = 50_000  # Postgres refuses a tsvector of more than 1 MB


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
        self.clean()
        above = self.parent
        self.slug = self.free_slug(
            self.slug or slugify(self.name, allow_unicode=True) or "category"
        )
        self.path = f"{above.path}{PATH_SEPARATOR}{self.name}" if above else self.name
        self.url_path = f"{above.url_path}/{self.slug}" if above else self.slug
        super().save(*args, **kwargs)
        for child in self.children.all():  # a renamed category renames the paths below it
            child.parent = self
            child.save()

    def get_absolute_url(self) -> str:
        return reverse("category", args=[self.url_path])

    def clean(self) -> None:
        if PATH_SEPARATOR.strip() in self.name:
            raise ValidationError({"name": _("A category's name cannot contain the sign >.")})
        above = self.parent
        while above:
            if self.pk and above.pk == self.pk:
                raise ValidationError({"parent": _("A category cannot stand below itself.")})
            above = above.parent

    def free_slug(self, slug: str) -> str:
        """`slug`, numbered where a sibling has it ("T-Shirts" beside "T Shirts")."""
        siblings = Category.objects.filter(parent=self.parent).exclude(pk=self.pk)
        taken = set(siblings.values_list("slug", flat=True))
        candidates = (f"{slug}-{number}" if number > 1 else slug for number in count(1))
        return next(candidate for candidate in candidates if candidate not in taken)


class Brand(models.Model):
    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


def validate_attributes(value: Any) -> None:
    if not isinstance(value, dict) or not all(
        isinstance(each, str | int | float) for each in value.values()
    ):
        raise ValidationError(
            _('Attributes are names with texts or numbers, such as {"season": "Summer"}.')
        )


class Product(models.Model):
    """One thing in the shop, one card in a result; bought as one of its variants."""

    group = models.CharField(
        _("group"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("The key that binds its variants in an import. Empty: one is made."),
    )
    slug = models.SlugField(_("slug"), max_length=200, blank=True, allow_unicode=True)
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True, max_length=DESCRIPTION_LENGTH)
    category = models.ForeignKey(
        Category,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("category"),
    )
    brand = models.ForeignKey(
        Brand,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("brand"),
    )
    gender = models.CharField(_("gender"), max_length=50, blank=True)
    material = models.CharField(_("material"), max_length=100, blank=True)
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Three capital letters, such as EUR."))],
    )
    attributes = models.JSONField(
        _("attributes"), default=dict, blank=True, validators=[validate_attributes]
    )
    active = models.BooleanField(_("active"), default=True, help_text=_("Shown in the shop."))
    created = models.DateTimeField(_("created"), auto_now_add=True)
    updated = models.DateTimeField(_("updated"), auto_now=True)

    keywords = models.TextField(default="", editable=False)  # written by a trigger, never by Python
    words = models.GeneratedField(
        expression=TextSearch("english", A="title", B="keywords", C="description"),
        output_field=TextSearch.output_field,
        db_persist=True,
    )
    text_fingerprint = models.GeneratedField(
        expression=Fold.fingerprint("title", "keywords", "description"),
        output_field=models.CharField(max_length=32),
        db_persist=True,
    )

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["-id"]
        indexes = [GinIndex(fields=["words"], name="product_words")]
        constraints = [
            models.CheckConstraint(
                condition=Q(currency__regex=r"^[A-Z]{3}$"), name="product_currency_code"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="product_has_a_title"),
            models.CheckConstraint(condition=~Q(group=""), name="product_has_a_group"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("product", args=[self.pk, self.slug])

    def clean(self) -> None:
        """Fill what may be left empty: the slug, and the group of a product made by hand."""
        self.slug = self.slug or slugify(self.title, allow_unicode=True)[:200] or "product"
        self.group = self.group or f"{self.slug[:80]}-{secrets.token_hex(4)}"


class Variant(models.Model):
    """What is put in the basket: one SKU with its size, colour, price and stock."""

    product = models.ForeignKey(
        Product, models.CASCADE, related_name="variants", verbose_name=_("product")
    )
    sku = models.CharField(_("SKU"), max_length=100, unique=True)
    color = models.CharField(_("colour"), max_length=60, blank=True)
    size = models.CharField(_("size"), max_length=40, blank=True)
    price = models.DecimalField(
        _("price"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    stock = models.PositiveIntegerField(
        _("stock"), null=True, blank=True, help_text=_("Empty: not counted, always available.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = VariantQuerySet.as_manager()

    class Meta:
        verbose_name = _("variant")
        verbose_name_plural = _("variants")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["color"]), models.Index(fields=["size"])]
        constraints = [
            models.CheckConstraint(condition=~Q(sku=""), name="variant_has_a_sku"),
            models.CheckConstraint(condition=Q(price__gte=0), name="variant_price_not_negative"),
        ]

    def __str__(self) -> str:
        return self.sku

    @property
    def available(self) -> bool:
        return self.stock is None or self.stock > 0


def image_path(image: ProductImage, filename: str) -> str:
    """Content-addressed: the same picture is stored once, and a stored picture never changes."""
    return picture_path(image.fingerprint, PurePosixPath(filename).suffix.lower())


def picture_path(fingerprint: str, suffix: str) -> str:
    return f"products/{fingerprint[:2]}/{fingerprint}{suffix}"


class ProductImage(models.Model):
    """One photo of a product; `color` ties it to the variants of that colour."""

    product = models.ForeignKey(
        Product, models.CASCADE, related_name="images", verbose_name=_("product")
    )
    image = models.ImageField(
        _("image"), upload_to=image_path, max_length=200, validators=[validate_picture]
    )
    # Pixels of the upright picture; Django's own dimension fields know nothing of EXIF.
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    color = models.CharField(
        _("colour"),
        max_length=60,
        blank=True,
        help_text=_("Empty: shows every colour of the product."),
    )
    alt = models.CharField(_("alt text"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    fingerprint = models.CharField(max_length=64, editable=False, db_index=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "fingerprint", "color"], name="photo_once_in_product"
            ),
        ]

    def __str__(self) -> str:
        return self.alt or self.image.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.image and not self.image._committed:
            self.address(self.image)
        super().save(*args, **kwargs)

    def address(self, upload: Any) -> None:
        """Name a new picture by its content; one that is stored already is not stored twice."""
        upload.seek(0)
        facts = inspect_picture(upload)
        upload.seek(0)
        self.width, self.height = facts.width, facts.height
        self.fingerprint = hashlib.file_digest(upload.file, "sha256").hexdigest()
        upload.seek(0)
        upload.name = f"photo{facts.suffix}"
        name = picture_path(self.fingerprint, facts.suffix)
        if upload.storage.exists(name):
            self.image = name


class Translation(models.Model):
    """A product's title and description in another language than the shop's own."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=8)
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True, max_length=DESCRIPTION_LENGTH)
    words = models.GeneratedField(
        expression=TextSearch("language", A="title", C="description"),
        output_field=TextSearch.output_field,
        db_persist=True,
    )

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        indexes = [GinIndex(fields=["words"], name="translation_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "language"], name="translation_once_a_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"
