"""The conditions that a shopper can put on products, as plain values and as SQL conditions.

Conditions on variants hold on one and the same variant: "red, size 42, under 80" means that a
red 42 is to be had for less than 80, not that some variant is red and another one cheap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import reduce
from operator import and_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q

from catalog.folding import fold

# Filters that take several values; each is a facet too. The order is the order on the page.
CHOICES = ("brand", "color", "size", "material", "gender")
ON_VARIANT = ("color", "size")
TOGETHER = " + "  # between conditions that exclude only what meets all of them
COLUMNS = {
    "brand": "brand__name",
    "color": "color",
    "size": "size",
    "material": "material",
    "gender": "gender",
}


@dataclass(frozen=True)
class Filters:
    """Several values of one filter are alternatives; letter case does not matter."""

    category: str = ""  # `Category.url_path`; its descendants count
    brand: tuple[str, ...] = ()
    color: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    material: tuple[str, ...] = ()
    gender: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()  # "name:value"
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    in_stock: bool = False
    excluded: tuple[str, ...] = ()  # what no hit is: "color:Black", "color:Black + category:boots"
    without: tuple[str, ...] = ()  # words that no hit has
    phrases: tuple[str, ...] = ()  # words that every hit has, in this order

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        unset: tuple[object, ...] = ("", (), None, False)
        return tuple(f.name for f in fields(self) if getattr(self, f.name) not in unset)

    def but(self, **values: Any) -> Filters:
        """The same conditions with some of them set anew."""
        return replace(self, **values)

    def on_variants(self, ignoring: str = "") -> Q:
        """The conditions that one variant has to meet."""
        where = Q()
        for name in ON_VARIANT:
            if name != ignoring:
                where &= one_of(name, getattr(self, name))
        if self.price_min is not None:
            where &= Q(price__gte=self.price_min)
        if self.price_max is not None:
            where &= Q(price__lte=self.price_max)
        if self.in_stock or (self.size and ignoring != "size"):
            where &= Q(stock__isnull=True) | Q(stock__gt=0)  # who chooses a size wants to buy it
        for kind, value in self.exclusions():
            if kind in ON_VARIANT:
                where &= ~one_of(kind, (value,))
        return where

    def on_products(self, ignoring: str = "") -> Q:
        """The conditions on the product itself and, as one EXISTS, on its variants."""
        from catalog.models import Variant

        where = self.on_facts(ignoring)
        for words in self.without:
            where &= ~says(words)
        for words in self.phrases:
            where &= says(words)
        variants = self.on_variants(ignoring)
        if variants:
            where &= Exists(Variant.objects.filter(variants, product=OuterRef("pk")))
        return where

    def on_facts(self, ignoring: str) -> Q:
        where = Q()
        if self.category and ignoring != "category":
            where &= condition("category", self.category)
        for name in ("brand", "material", "gender"):
            if name != ignoring:
                where &= one_of(COLUMNS[name], getattr(self, name))
        for value in self.attribute:
            where &= condition("attribute", value)
        for kind, value in self.exclusions():
            if kind not in ON_VARIANT:
                where &= ~condition(kind, value)
        for together in self.excluded_together():
            where &= ~reduce(and_, (condition(kind, value) for kind, value in together))
        return where

    def exclusions(self) -> list[tuple[str, str]]:
        """Conditions that exclude by themselves."""
        return [each[0] for each in map(conditions, self.excluded) if len(each) == 1]

    def excluded_together(self) -> list[list[tuple[str, str]]]:
        return [each for each in map(conditions, self.excluded) if len(each) > 1]


def conditions(excluded: str) -> list[tuple[str, str]]:
    """ "color:Black + category:boots" -> [("color", "Black"), ("category", "boots")]."""
    found = re.split(rf"{re.escape(TOGETHER)}(?=[a-z]+:)", excluded)
    return [(kind, value) for kind, _, value in (each.partition(":") for each in found)]


def one_of(column: str, values: tuple[str, ...]) -> Q:
    return Q(**{f"{column}__lower__in": [value.lower() for value in values]}) if values else Q()


def condition(kind: str, value: str) -> Q:
    """Products that are of the category (or below it), brand, colour, ... `value`."""
    if kind == "category":
        return Q(category__url_path=value) | Q(category__url_path__startswith=f"{value}/")
    if kind == "attribute":
        name, _, content = value.partition(":")
        return Q(attributes__contains={name: content})
    if kind in ON_VARIANT:
        from catalog.models import Variant

        having = Variant.objects.filter(one_of(kind, (value,)), product=OuterRef("pk"))
        return Q(Exists(having))
    return one_of(COLUMNS[kind], (value,))


def says(words: str) -> Q:
    return Q(words=SearchQuery(fold(words), config="english", search_type="phrase"))
