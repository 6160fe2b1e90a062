"""Products without a question: a category, filters, or all there is. Nothing is frozen.

Pages go by key, so that the thousandth costs what the first does; the total and the facets are
counted as far as `limits` allow and kept for a while.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from catalog.filters import Filters
from catalog.models import Product, Variant
from search.retrieval.conditions import Condition, on_one_variant, together
from search.retrieval.limits import COUNTED
from search.retrieval.reranking import SOLD_OUT

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Listing:
    """The products that pass, in the order of the page."""

    filters: Filters
    conditions: tuple[Condition, ...]
    sort: str

    @property
    def passing(self) -> QuerySet[Product]:
        """Active products with a variant that meets all that is asked of one."""
        found = Product.objects.active().filter(self.filters.on_products())
        for each in self.conditions:
            found = found.filter(each.met)
        return found.filter(on_one_variant(self.conditions, self.filters))

    @property
    def variant(self) -> Q:
        return together(self.conditions, self.filters)

    def total(self) -> tuple[int, bool]:
        """How many there are, and whether that is all of them (else: at least)."""
        counted = self.passing[: COUNTED + 1].count()
        return min(counted, COUNTED), counted <= COUNTED

    def page(self, size: int, offset: int = 0, after: Key | None = None) -> list[tuple[int, Key]]:
        """`size` products with the keys that go on behind them."""
        if self.sort in ("price", "-price"):
            return self.by_price(size, offset, after)
        found = self.passing.order_by("-pk")
        if after is not None:
            found = found.filter(pk__lt=after[0])
        return [(pk, (pk,)) for pk in found.values_list("pk", flat=True)[offset : offset + size]]

    def by_price(self, size: int, offset: int, after: Key | None) -> list[tuple[int, Key]]:
        """By the price of the variant that the card shows; what has no price comes last."""
        priced = self.firsts(after)
        rows: list[tuple[int, Key]] = []
        if after is None or after[0]:
            found = priced.values_list("product_id", "price")[offset : offset + size]
            rows = [(pk, (str(price), pk)) for pk, price in found]
        if len(rows) < size:
            behind = self.unpriced(after)
            skipped = max(offset - priced.count(), 0) if offset and not rows else 0
            left = behind.values_list("pk", flat=True)[skipped : skipped + size - len(rows)]
            rows += [(pk, ("", pk)) for pk in left]
        return rows

    @property
    def priced(self) -> QuerySet[Variant]:
        return Variant.objects.filter(self.variant, price__isnull=False).annotate(sold=SOLD_OUT)

    def firsts(self, after: Key | None) -> QuerySet[Variant]:
        """The variant that each product is shown with, in the order of their prices.

        Each product stands where its best variant stands, so variants are walked in the order of
        their prices and all but the best of a product are skipped.
        """
        up = self.sort == "price"
        nearer, beyond = ("lt", "gt") if up else ("gt", "lt")
        better = self.priced.filter(product=OuterRef("product")).filter(
            Q(sold__lt=OuterRef("sold"))
            | Q(sold=OuterRef("sold"), **{f"price__{nearer}": OuterRef("price")})
            | Q(sold=OuterRef("sold"), price=OuterRef("price"), pk__lt=OuterRef("pk"))
        )
        first = self.priced.filter(~Exists(better), product__in=self.passing.values("pk"))
        if after is not None and after[0]:
            price = Decimal(after[0])
            later = Q(price=price, product_id__gt=after[1])
            first = first.filter(Q(**{f"price__{beyond}": price}) | later)
        return first.order_by(F("price").asc() if up else F("price").desc(), "product_id")

    def unpriced(self, after: Key | None) -> QuerySet[Product]:
        found = self.passing.filter(~Exists(self.priced.filter(product=OuterRef("pk"))))
        if after is not None and not after[0]:
            found = found.filter(pk__gt=after[1])
        return found.order_by("pk")
