"""Facets: how many products each filter value would leave, were it chosen.

Counts are disjunctive: a group ignores its own filter and its own conditions and respects all
others, so each number is exactly the total that a click leads to. They count products.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import Count, Q, QuerySet

from catalog import attributes
from catalog.filters import CHOICES, Filters
from catalog.models import Category, Product
from catalog.querysets import IN_STOCK
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
        return wanted & IN_STOCK if ignoring == "size" else wanted

    def facets(self) -> list[Facet]:
        found = [self.category()]
        for name in CHOICES:
            counted = attributes.count(self.products(name), self.variants(name), [name])
            found.append(Facet(name, tuple(values(counted.get(name, ()), self.chosen(name)))))
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


def values(counted: Iterable[tuple[str, int]], chosen: tuple[str, ...]) -> list[FacetValue]:
    """Most products first; what is chosen always shows, even at 0."""
    picked = {value.lower() for value in chosen}
    found = [FacetValue(value, value, n, value.lower() in picked) for value, n in counted]
    gone = picked - {value.value.lower() for value in found}
    found += [FacetValue(v, v, 0, True) for v in chosen if v.lower() in gone]
    found.sort(key=lambda value: (not value.selected, -value.count, value.label))
    return found
