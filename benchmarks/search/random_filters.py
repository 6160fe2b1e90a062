"""Filters as shoppers put them, of what a catalogue has; import it once Django is set up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from catalog.filters import Filters
from catalog.models import Category, Product, Variant

SEVERAL = (2, 3)  # conditions of a filter of several


class RandomFilters:
    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.categories = sorted(Category.objects.values_list("url_path", flat=True))
        self.brands = distinct(Product.objects.filter(brand__isnull=False), "brand__name")
        self.colours = distinct(Variant.objects.exclude(color=""), "color")
        self.sizes = distinct(Variant.objects.exclude(size=""), "size")
        priced = Variant.objects.filter(price__isnull=False).order_by("price")
        rows = priced.count()
        self.prices: list[Decimal] = [
            priced.values_list("price", flat=True)[at * (rows - 1) // 100] for at in range(101)
        ]

    def kinds(self) -> dict[str, Callable[[], dict[str, Any]]]:
        pick = self.chance.choice
        return {
            "category": lambda: {"category": pick(self.categories)},
            "brand": lambda: {"brand": (pick(self.brands),)},
            "colour": lambda: {"color": (pick(self.colours),)},
            "size": lambda: {"size": (pick(self.sizes),)},
            "price": self.price_range,
            "stock": lambda: {"in_stock": True},
        }

    def price_range(self) -> dict[str, Any]:
        """From one hundredth of the catalogue's prices up to nearly all."""
        width = min(int(1 + 100 * self.chance.random() ** 2), 99)
        low = self.chance.randint(0, 100 - width)
        return {"price_min": self.prices[low], "price_max": self.prices[low + width]}

    def draw(self) -> tuple[str, Filters]:
        """The kind of filter ("several" for more than one condition), and the filter."""
        kinds = self.kinds()
        if self.chance.random() < 0.4:
            chosen = self.chance.sample(sorted(kinds), self.chance.choice(SEVERAL))
            return "several", Filters(**{k: v for kind in chosen for k, v in kinds[kind]().items()})
        kind = self.chance.choice(sorted(kinds))
        return kind, Filters(**kinds[kind]())


def distinct(rows: Any, column: str) -> list[str]:
    return sorted(set(rows.order_by(column).values_list(column, flat=True).distinct()))
