"""Products.

Postgres itself keeps some columns, so that no way of writing a row can leave them behind:

- `keywords`: categories, brand, colours, material, gender, attributes, options and tags as one
  text (triggers, see `catalog/migrations/0024_keywords_of_attributes.py`);
- `facts`: by the same triggers, the tokens by which attributes are filtered and counted (see
  `catalog.attributes`);
- `words` and `text_fingerprint`: the full-text vector, and the hash of all that is encoded.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property  # a prefetch fills no other kind
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from catalog import addresses
from catalog.addresses import web_address
from catalog.fields import Fold, FullText
from catalog.models.category import Brand, Category
from catalog.models.described import Described
from catalog.models.source import Source
from catalog.models.values import said_under, validate_attributes
from catalog.querysets import ProductQuerySet

if TYPE_CHECKING:
    from catalog.models.photo import ProductImage
    from catalog.models.variant import Variant

LIST_SEPARATOR = ", "  # between several materials in the one column they have


class Product(Described):
    """One thing in the shop, one card in a result; bought as one of its variants."""

    source = models.ForeignKey(
        Source,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("source"),
        help_text=_("The system that this product comes from."),
    )
    group = models.CharField(
        _("group"),
        max_length=100,
        blank=True,
        db_index=True,
        help_text=_("Binds its variants in an import. Empty: one is made."),
    )
    url = models.CharField(
        _("address"),
        max_length=2000,
        validators=[web_address],
        blank=True,
        db_default="",
        help_text=_("Of its page in the shop's own system. Empty: the page here."),
    )
    slug = models.SlugField(_("slug"), max_length=200, blank=True, allow_unicode=True)
    category = models.ForeignKey(
        Category,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("category"),
    )
    also_in = models.ManyToManyField(
        Category,
        blank=True,
        related_name="also_holds",
        verbose_name=_("further categories"),
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
    material = models.CharField(
        _("material"), max_length=100, blank=True, help_text=_("Several by commas.")
    )
    tags = ArrayField(
        models.CharField(max_length=100), verbose_name=_("tags"), blank=True, default=list,
        db_default=[],
    )  # fmt: skip
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Three capital letters, such as EUR."))],
    )
    attributes = models.JSONField(
        _("attributes"), default=dict, blank=True, validators=[validate_attributes]
    )
    rating = models.DecimalField(
        _("rating"), max_digits=3, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(5)],
    )  # fmt: skip
    rating_count = models.PositiveIntegerField(_("ratings"), null=True, blank=True)
    popularity = models.FloatField(
        _("popularity"), null=True, blank=True, help_text=_("Such as sales of the last weeks.")
    )
    published = models.DateTimeField(_("published"), null=True, blank=True)
    active = models.BooleanField(_("active"), default=True, help_text=_("Shown in the shop."))
    vanished = models.DateTimeField(
        _("vanished"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Hidden since then, as a file of its source no longer had it."),
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    updated = models.DateTimeField(_("updated"), auto_now=True)

    keywords = models.TextField(default="", editable=False)  # written by a trigger, never by Python
    words = models.GeneratedField(
        expression=FullText("english", A="title", B="keywords", C="description"),
        output_field=FullText.output_field,
        db_persist=True,
    )
    text_fingerprint = models.GeneratedField(
        expression=Fold.fingerprint("title", "keywords", "description"),
        output_field=models.CharField(max_length=32),
        db_persist=True,
    )

    # The tokens of all that is said of it and of its variants; written by a trigger like keywords.
    facts = ArrayField(models.TextField(), default=list, db_default=[], editable=False)

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["-id"]
        indexes = [
            GinIndex(fields=["words"], name="product_words"),
            GinIndex(fields=["facts"], name="product_facts"),
            models.Index(
                Coalesce("published", "created").desc(), F("id").desc(), name="product_newest"
            ),
            models.Index(
                F("popularity").desc(nulls_last=True), F("id").desc(), name="product_popularity"
            ),
            models.Index(fields=["id"], condition=Q(active=False), name="product_inactive"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "group"],
                name="product_group_once_in_source",
                nulls_distinct=False,
            ),
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
        return addresses.of_product(self.pk, self.slug)

    @cached_property
    def all_variants(self) -> list[Variant]:
        """For reading; cards load them with the product."""
        return list(self.variants.all())

    @cached_property
    def photos(self) -> list[ProductImage]:
        """In their order; for reading, like the variants."""
        return list(self.images.all())

    @property
    def sku(self) -> str:
        """What names it in calls and addresses: the SKU of its first variant, else its group."""
        return next((variant.sku for variant in self.all_variants), self.group)

    def said(self, code: str) -> tuple[Any, ...]:
        """The values of an attribute that the product itself has."""
        match code:
            case "brand":
                return (self.brand.name,) if self.brand else ()
            case "material" | "gender":
                parts = getattr(self, code).split(LIST_SEPARATOR.strip())
                return tuple(part.strip() for part in parts if part.strip())
            case "tag":
                return tuple(self.tags)
            case _:
                return said_under(code, self.attributes)

    def clean(self) -> None:
        """Fill what may be left empty: the slug, and the group of a product made by hand."""
        self.slug = self.slug or slugify(self.title, allow_unicode=True)[:200] or "product"
        self.group = self.group or f"{self.slug[:80]}-{secrets.token_hex(4)}"
