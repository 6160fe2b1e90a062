"""Facets: how many products each filter value would leave, were it chosen.

Counts are disjunctive: a group ignores its own filter and its own conditions and respects all
others, so each number is exactly the total that a click leads to. They count products.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Lower

from catalog.filters import CHOICES, COLUMNS, ON_VARIANT, Filters
from catalog.models import Category, Product, Variant
from search.query import Facet, FacetValue
from search.retrieval.conditions import (
    Condition,
    having_variant,
    on_one_variant,
    together,
    values_of,
)
from search.retrieval.snapshot import Snapshot


@dataclass(frozen=True)
class Counting:
    """What the facets of one result count in."""

    filters: Filters
    conditions: Sequence[Condition]
    snapshot: Snapshot | None = None  # None: a listing, so every product

    def products(self, ignoring: str) -> QuerySet[Product]:
        """The products that meet everything but what is said of `ignoring`."""
        found = Product.objects.active().filter(self.filters.on_products(ignoring=ignoring))
        found = found.filter(self.on_one_variant(ignoring))
        if self.snapshot is None:
            return found
        allowed = np.uint32(0)
        for place, each in enumerate(self.conditions):
            if ignoring in each.kinds:
                allowed |= np.uint32(1 << place)
        base = self.snapshot.base[self.snapshot.unmet & ~allowed == 0]
        return found.filter(pk__any=base.tolist())

    def on_one_variant(self, ignoring: str) -> Q:
        others = [each for each in self.conditions if ignoring not in each.kinds]
        if ignoring in ON_VARIANT:  # of such a group only products with variants are counted
            return having_variant(self.variants(ignoring))
        return on_one_variant(others, self.filters)

    def variants(self, ignoring: str) -> Q:
        """What one variant has to meet; a size is chosen only where it can be had."""
        wanted = together(self.conditions, self.filters, ignoring)
        available = Q(stock__isnull=True) | Q(stock__gt=0)
        return wanted & available if ignoring == "size" else wanted

    def facets(self) -> list[Facet]:
        found = [self.category()]
        for name in CHOICES:
            counted = self.on_variant(name) if name in ON_VARIANT else self.on_product(name)
            found.append(Facet(name, tuple(values(counted, self.chosen(name)))))
        return [facet for facet in found if facet.values]

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of a group that the shopper chose, by a click or in words."""
        said = [
            value
            for each in self.conditions
            for entity in each.entities
            if entity.kind == name
            for value in values_of(entity)
        ]
        return (*getattr(self.filters, name), *said)

    def on_product(self, name: str) -> Iterable[tuple[str, int]]:
        column = COLUMNS[name]
        passing = self.products(name).exclude(**{column: ""})
        return grouped(passing.exclude(**{f"{column}__isnull": True}), column, "pk")

    def on_variant(self, name: str) -> Iterable[tuple[str, int]]:
        variants = Variant.objects.filter(
            self.variants(name), product__in=self.products(name).values("pk")
        )
        return grouped(variants.exclude(**{name: ""}), name, "product")

    def category(self) -> Facet:
        """The children of the chosen category, each with all that lies below it."""
        passing = self.products("category").filter(category__isnull=False)
        direct = passing.order_by().values_list("category__url_path")
        below: Counter[str] = Counter()
        for url_path, n in direct.annotate(n=Count("pk", distinct=True)):
            steps = url_path.split("/")
            for depth in range(1, len(steps) + 1):
                below["/".join(steps[:depth])] += n
        here = self.filters.category
        chosen = Category.objects.filter(url_path=here).first() if here else None
        offered = Category.objects.filter(parent=chosen, url_path__in=below)
        found = [FacetValue(c.url_path, c.name, below[c.url_path]) for c in offered]
        found.sort(key=lambda value: (-value.count, value.label))
        if chosen:
            found.insert(0, FacetValue(chosen.url_path, chosen.name, below[chosen.url_path], True))
        return Facet("category", tuple(found))


def grouped(rows: QuerySet[Any], column: str, counted: str) -> Iterable[tuple[str, int]]:
    """Values that differ in letter case only are one value, spelt the first way."""
    by_value = rows.order_by().annotate(folded=Lower(column)).values("folded")
    return by_value.annotate(n=Count(counted, distinct=True)).values_list(Min(column), "n")


def values(counted: Iterable[tuple[str, int]], chosen: tuple[str, ...]) -> list[FacetValue]:
    """Most products first; what is chosen always shows, even at 0."""
    picked = {value.lower() for value in chosen}
    found = [FacetValue(value, value, n, value.lower() in picked) for value, n in counted]
    gone = picked - {value.value.lower() for value in found}
    found += [FacetValue(v, v, 0, True) for v in chosen if v.lower() in gone]
    found.sort(key=lambda value: (not value.selected, -value.count, value.label))
    return found
