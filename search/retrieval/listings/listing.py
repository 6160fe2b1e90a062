"""Products without a question: a category, filters, or all there is. Nothing is frozen.

Pages go by key, so that the thousandth costs what the first does; the total is counted as far as
`limits` allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property, reduce
from operator import and_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from catalog.filters import Filters
from catalog.models import Product, Variant
from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.one_variant import on_one_variant, together
from search.retrieval.conditions.passing import Passing
from search.retrieval.limits import COUNTED_EXACTLY, SORTED
from search.retrieval.listings.sorting import OF_EVERY_PRODUCT, OF_OFFERS, OF_PRODUCTS, SOLD_OUT

Key = tuple[Any, ...]
NONE_REACHES = 10**9  # a limit that keeps the planner from walking the order after all


@dataclass(frozen=True)
class Listing:
    """The products that pass, in the order of the page."""

    filters: Filters
    conditions: tuple[Condition, ...]
    sort: str
    known_total: int | None = None  # where there are more than a page may count

    @cached_property
    def meeting(self) -> Passing:
        """Those that pass the filters and meet each condition by itself."""
        return Passing(self.filters, reduce(and_, (each.met for each in self.conditions), Q()))

    @property
    def passing(self) -> QuerySet[Product]:
        """Active products with a variant that meets all that is asked of one."""
        return self.meeting.products.filter(on_one_variant(self.conditions, self.filters))

    @property
    def variant(self) -> Q:
        return together(self.conditions, self.filters)

    @cached_property
    def total(self) -> tuple[int, bool]:
        """How many there are, and whether that is all of them (else: at least)."""
        if self.known_total is not None:
            return self.known_total, True
        counted = self.passing[: COUNTED_EXACTLY + 1].count()
        return min(counted, COUNTED_EXACTLY), counted <= COUNTED_EXACTLY

    @property
    def among(self) -> QuerySet[Product]:
        """What pages are taken of: of few products, those that are put in order afterwards."""
        if not self.few:
            return self.passing
        return Product.objects.filter(pk__in=self.passing.values("pk")[:NONE_REACHES])

    @cached_property
    def few(self) -> bool:
        """Whether to find all first. Of many, the order is walked until enough have passed.

        It would be walked to its end for a few, and the planner cannot tell: how many a category
        has is no statistic. Prices are walked in vain for longer: what costs much is all together.
        """
        counted, exact = self.total
        few = exact and counted <= COUNTED_EXACTLY
        if few or self.sort not in OF_OFFERS:
            return few
        return self.meeting.rows <= SORTED

    def page(self, size: int, offset: int = 0, after: Key | None = None) -> list[tuple[int, Key]]:
        """`size` products with the keys that go on behind them."""
        if self.sort in OF_OFFERS:
            return self.by_offer(size, offset, after)
        if self.sort in OF_PRODUCTS:
            return self.by_product(size, offset, after)
        found = self.among.order_by("-pk")
        if after is not None:
            found = found.filter(pk__lt=after[0])
        return [(pk, (pk,)) for pk in found.values_list("pk", flat=True)[offset : offset + size]]

    def by_product(self, size: int, offset: int, after: Key | None) -> list[tuple[int, Key]]:
        """By something of the product, most of it first; what has none comes last."""
        found = self.among.annotate(key=OF_PRODUCTS[self.sort])
        last = None if self.sort in OF_EVERY_PRODUCT else True
        found = found.order_by(F("key").desc(nulls_last=last), "-pk")
        if after is not None:
            key, pk = after
            behind = Q(key__isnull=True, pk__lt=pk)
            if key is not None:
                behind = Q(key__lt=key) | Q(key=key, pk__lt=pk) | Q(key__isnull=True)
            found = found.filter(behind)
        rows = found.values_list("pk", "key")[offset : offset + size]
        return [(pk, (as_written(key), pk)) for pk, key in rows]

    def by_offer(self, size: int, offset: int, after: Key | None) -> list[tuple[int, Key]]:
        """By the variant that the card shows; what is not priced (or reduced) comes last."""
        keyed = self.firsts(after)
        rows: list[tuple[int, Key]] = []
        if after is None or after[0]:
            found = keyed.values_list("product_id", "key")[offset : offset + size]
            rows = [(pk, (str(key), pk)) for pk, key in found]
        if len(rows) < size:
            behind = self.unkeyed(after)
            skipped = max(offset - keyed.count(), 0) if offset and not rows else 0
            left = behind.values_list("pk", flat=True)[skipped : skipped + size - len(rows)]
            rows += [(pk, ("", pk)) for pk in left]
        return rows

    @property
    def keyed(self) -> QuerySet[Variant]:
        fitting = Variant.objects.filter(self.variant)
        if self.sort == "discount":
            fitting = fitting.on_sale()  # as the index of reductions has it
        return fitting.annotate(sold=SOLD_OUT, key=OF_OFFERS[self.sort]).filter(key__isnull=False)

    def firsts(self, after: Key | None) -> QuerySet[Variant]:
        """The variant that each product is shown with, in the order of their keys.

        Each product stands where its best variant stands, so variants are walked in the order of
        their keys and all but the best of a product are skipped.
        """
        better = self.keyed.filter(product=OuterRef("product")).filter(
            Q(sold__lt=OuterRef("sold"))
            | Q(sold=OuterRef("sold"), key__lt=OuterRef("key"))
            | Q(sold=OuterRef("sold"), key=OuterRef("key"), pk__lt=OuterRef("pk"))
        )
        first = self.keyed.filter(~Exists(better), product__in=self.among.values("pk"))
        if after is not None and after[0]:
            key = Decimal(after[0])
            first = first.filter(Q(key__gt=key) | Q(key=key, product_id__gt=after[1]))
        return first.order_by("key", "product_id")

    def unkeyed(self, after: Key | None) -> QuerySet[Product]:
        found = self.among.filter(~Exists(self.keyed.filter(product=OuterRef("pk"))))
        if after is not None and not after[0]:
            found = found.filter(pk__gt=after[1])
        return found.order_by("pk")


def as_written(key: datetime | float | None) -> str | float | None:
    """A key as a cursor can hold it; Postgres reads the moment as it stands."""
    return key.isoformat() if isinstance(key, datetime) else key
