"""Variants: what is put in the basket."""

from __future__ import annotations

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.addresses import web_address
from catalog.fields import VariantFacts
from catalog.models.product import Product
from catalog.models.values import said_under, validate_attributes
from catalog.querysets import ON_SALE, REDUCED_TO, VariantQuerySet


class Variant(models.Model):
    """What is put in the basket: one SKU with its options, price and stock."""

    class Availability(models.TextChoices):
        """What the shop says beside the number: a product to be ordered has none in stock."""

        IN_STOCK = "in_stock", _("in stock")
        OUT_OF_STOCK = "out_of_stock", _("out of stock")
        PREORDER = "preorder", _("can be preordered")
        BACKORDER = "backorder", _("can be ordered")
        DISCONTINUED = "discontinued", _("no longer made")

    product = models.ForeignKey(
        Product,
        models.CASCADE,
        related_name="variants",
        verbose_name=_("product"),
        db_index=False,  # variant_of_product is one
    )
    sku = models.CharField(_("SKU"), max_length=100, unique=True)
    source_id = models.CharField(
        _("id in the source"), max_length=100, blank=True, db_default="", db_index=True
    )
    gtin = models.CharField(
        _("barcode (GTIN)"), max_length=14, blank=True, db_default="", db_index=True
    )
    mpn = models.CharField(
        _("maker's number"), max_length=100, blank=True, db_default="", db_index=True
    )
    url = models.CharField(
        _("address"), max_length=2000, validators=[web_address], blank=True, db_default=""
    )
    color = models.CharField(_("colour"), max_length=60, blank=True)
    size = models.CharField(_("size"), max_length=40, blank=True)
    options = models.JSONField(
        _("further options"),
        default=dict,
        db_default={},
        blank=True,
        validators=[validate_attributes],
    )
    price = models.DecimalField(
        _("price"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    price_before = models.DecimalField(
        _("price before"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Shown struck through while the price is lower."),
    )
    sale_from = models.DateTimeField(_("sale from"), null=True, blank=True)
    sale_to = models.DateTimeField(_("sale to"), null=True, blank=True)
    sale_price = models.DecimalField(
        _("price of a sale to come"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    stock = models.PositiveIntegerField(
        _("stock"), null=True, blank=True, help_text=_("Empty: not counted, always available.")
    )
    availability = models.CharField(
        _("availability"),
        max_length=12,
        choices=Availability.choices,
        default=Availability.IN_STOCK,
        db_default="in_stock",
    )
    vanished = models.DateTimeField(_("vanished"), null=True, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    facts = models.GeneratedField(
        expression=VariantFacts("options", "color", "size"),
        output_field=VariantFacts.output_field,
        db_persist=True,
    )

    objects = VariantQuerySet.as_manager()

    class Meta:
        verbose_name = _("variant")
        verbose_name_plural = _("variants")
        ordering = ["position", "id"]
        indexes = [
            models.Index(
                fields=["sale_from", "sale_to"],
                name="variant_sales",
                condition=Q(sale_from__isnull=False) | Q(sale_to__isnull=False),
            ),
            models.Index(fields=["product"], name="variant_reduced", condition=ON_SALE),
            # A walk through the nearest products asks each for its prices, of the index alone.
            models.Index(fields=["product", "price"], name="variant_of_product"),
            # Of a price that few have, all are found without a look at every variant.
            models.Index(fields=["price", "product"], name="variant_price"),
            # Listings are walked in the order of these, as of the price.
            models.Index(-F("price"), F("product"), name="variant_dearest"),
            models.Index(REDUCED_TO, F("product"), name="variant_discount", condition=ON_SALE),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(sku=""), name="variant_has_a_sku"),
            models.CheckConstraint(condition=Q(price__gte=0), name="variant_price_not_negative"),
        ]

    def __str__(self) -> str:
        return self.sku

    @property
    def available(self) -> bool:
        """Whether it is in stock, or stock is not counted."""
        return self.availability == self.Availability.IN_STOCK and self.stock != 0

    @property
    def orderable(self) -> bool:
        """Whether it can be ordered, be it in stock or not."""
        to_come = (self.Availability.PREORDER, self.Availability.BACKORDER)
        return self.available or self.availability in to_come

    @property
    def on_sale(self) -> bool:
        return None not in (self.price, self.price_before) and self.price < self.price_before

    @property
    def reduction(self) -> int:
        """By how many per cent the price is below the price before; 0 where it is not."""
        return int(100 - 100 * self.price / self.price_before) if self.on_sale else 0

    def said(self, code: str) -> tuple[Any, ...]:
        """The values of an attribute that the variant itself has."""
        if code in ("color", "size"):
            return (getattr(self, code),) if getattr(self, code) else ()
        return said_under(code, self.options)
