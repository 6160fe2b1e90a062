"""Products, their variants and translations.

Two columns of a product are kept by Postgres itself (see `catalog/migrations/0002_keywords.py`
and the generated fields below), so that no way of writing a row can leave them behind:

- `keywords`: category path, brand, colours, material, gender and attributes as one text (trigger);
- `words` and `text_fingerprint`: the full-text vector, and the hash of all that is encoded.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from catalog.fields import Fold, TextSearch
from catalog.models.category import Brand, Category
from catalog.querysets import ProductQuerySet, VariantQuerySet

DESCRIPTION_LENGTH = 50_000  # Postgres refuses a tsvector of more than 1 MB


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
        help_text=_("Binds its variants in an import. Empty: one is made."),
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
