"""Facets: how many products each filter value would leave, were it chosen.

Counts are disjunctive: a group ignores its own filter and respects all others, so each number is
exactly the total that a click leads to. They count products, not variants, and only relevant ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import Lower

from catalog.filters import CHOICES, COLUMNS, ON_VARIANT, Filters
from catalog.models import Category, Product, Variant
from search.query import Facet, FacetValue

MOST_VALUES = 40


def count(relevant: QuerySet[Product], filters: Filters) -> list[Facet]:
    """All facets of the relevant products (before filters), one SQL query each."""
    facets = [category_facet(relevant, filters)]
    for name in CHOICES:
        counted = (
            on_variant(relevant, filters, name)
            if name in ON_VARIANT
            else on_product(relevant, filters, name)
        )
        facets.append(Facet(name, tuple(values(counted, getattr(filters, name)))))
    return [facet for facet in facets if facet.values]


def on_product(
    relevant: QuerySet[Product], filters: Filters, name: str
) -> Iterable[tuple[str, int]]:
    column = COLUMNS[name]
    passing = relevant.filter(filters.on_products(ignoring=name)).exclude(**{column: ""})
    return grouped(passing.exclude(**{f"{column}__isnull": True}), column, "pk")


def on_variant(
    relevant: QuerySet[Product], filters: Filters, name: str
) -> Iterable[tuple[str, int]]:
    products = relevant.filter(filters.on_products(ignoring=name)).values("pk")
    variants = Variant.objects.filter(filters.on_variants(ignoring=name), product__in=products)
    return grouped(variants.exclude(**{name: ""}), name, "product")


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
    return found[: max(MOST_VALUES, len(chosen))]


def category_facet(relevant: QuerySet[Product], filters: Filters) -> Facet:
    """The children of the chosen category, each with all that lies below it."""
    passing = relevant.filter(filters.on_products(ignoring="category"), category__isnull=False)
    direct = (
        passing.order_by().values_list("category__url_path").annotate(n=Count("pk", distinct=True))
    )
    below: Counter[str] = Counter()
    for url_path, n in direct:
        steps = url_path.split("/")
        for depth in range(1, len(steps) + 1):
            below["/".join(steps[:depth])] += n
    chosen = (
        Category.objects.filter(url_path=filters.category).first() if filters.category else None
    )
    offered = Category.objects.filter(parent=chosen, url_path__in=below)
    found = [FacetValue(c.url_path, c.name, below[c.url_path]) for c in offered]
    found.sort(key=lambda value: (-value.count, value.label))
    if chosen:
        found.insert(0, FacetValue(chosen.url_path, chosen.name, below[chosen.url_path], True))
    return Facet("category", tuple(found))
