"""Questions about many rows, each one SQL query."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.db.models import (
    Case,
    Count,
    DecimalField,
    ExpressionWrapper,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Concat

from catalog.estimates import up_to
from catalog.locks import Lock, wait_in_turn

# Conditions on a variant; `Variant.available` and `Variant.on_sale` say the same of one in memory.
IN_STOCK = (Q(stock__isnull=True) | Q(stock__gt=0)) & Q(availability="in_stock")
ON_SALE = Q(price__lt=F("price_before"))
AMOUNT = DecimalField(max_digits=30, decimal_places=20)
# What a reduced price is of the price before: .7 where 30 % are taken off. Null for all others.
REDUCED_TO = Case(
    When(ON_SALE, then=ExpressionWrapper(F("price") / F("price_before"), AMOUNT)),
    output_field=AMOUNT,
)


class ProductQuerySet(models.QuerySet[Any]):
    def active(self) -> ProductQuerySet:
        return self.filter(active=True)

    def for_page(self) -> ProductQuerySet:
        """With all that a product page shows, in four queries whatever the number of products."""
        own = self.select_related("brand", "category")
        return own.prefetch_related("variants", "images", "translations")

    def with_offer(self) -> ProductQuerySet:
        """With `lowest`, `highest` (price), `variant_total`, `stock_total` (None: not counted).

        By subqueries, so that a page of the list counts its own products only.
        """
        variants = self.model.variants.rel.related_model.objects.filter(product=OuterRef("pk"))
        counted = (
            variants.order_by()
            .values("product")
            .annotate(uncounted=Count("pk", filter=Q(stock=None)))
        )
        values: dict[str, Any] = {
            "lowest": Min("price"),
            "highest": Max("price"),
            "variant_total": Count("pk"),
            "stock_total": Case(When(uncounted=0, then=Sum("stock"))),
        }
        return self.annotate(
            **{
                name: Subquery(counted.annotate(**{name: value}).values(name))
                for name, value in values.items()
            }
        )


class VariantQuerySet(models.QuerySet[Any]):
    def available(self) -> VariantQuerySet:
        """In stock, or not counted."""
        return self.filter(IN_STOCK)

    def on_sale(self) -> VariantQuerySet:
        return self.filter(ON_SALE)


class CategoryQuerySet(models.QuerySet[Any]):
    def at_path(self, path: str) -> Any:
        """The category "Shoes > Boots", made with those above it where it is missing.

        "shoes > BOOTS" is the same one: it is spelt as it came first.
        """
        names = [name for name in map(str.strip, path.split(">")) if name]
        if not names:
            return None
        return (
            self.filter(path=" > ".join(names)).first() or self._alike(names) or self._made(names)
        )

    def _alike(self, names: list[str], *, making: bool = False) -> Any:
        """The category that these names lead to in any case, or None."""
        found = None
        for name in names:
            alike = self.filter(parent=found, name__iexact=name).order_by("pk").first()
            if not (alike or making):
                return None
            found = alike or self.create(parent=found, name=name)
        return found

    def _made(self, names: list[str]) -> Any:
        """The same, what is missing made once nobody else makes categories: it may be these."""
        with transaction.atomic():
            wait_in_turn(Lock.TREE)
            return self._alike(names, making=True)

    def with_product_total(self, most: int) -> CategoryQuerySet:
        """With the number of products of each category and of all below it, counted to `most`."""
        products = self.model.products.rel.related_model.objects.all()
        below = Q(category__path__startswith=Concat(OuterRef("path"), Value(" > ")))
        inside = products.filter(Q(category__path=OuterRef("path")) | below)
        return self.annotate(product_total=up_to(most, inside))
