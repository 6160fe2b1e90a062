"""What a language needs to name a product, and the pattern that all its titles follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..products import Product
from ..texts import BARE, WOODEN, line, material


@dataclass(frozen=True)
class Wording:
    """The words of one language; `of` and `two` are "aus %s" and "%s in %s und %s" or the like."""

    nouns: Mapping[str, str]
    materials: Mapping[str, str]
    colors: Mapping[str, str]
    patterns: Mapping[str, str]
    of: str
    two: str

    def title(self, product: Product) -> str:
        """What it is, the name of its line, what it is made of, and its colour or pattern."""
        way = product.colorways[0]
        named = f"{self.nouns[product.design.noun]} {line(product)}"
        if product.pattern:
            pattern, colors = self.patterns[product.pattern], self.colors
            return f"{named}, {self.two % (pattern, colors[way.color], colors[way.second])}"
        named = f"{named} {self.of % self.materials[material(product)[0]]}"
        bare = way.color in BARE or product.material in WOODEN or len(product.colorways) > 1
        return named if bare else f"{named}, {self.colors[way.color]}"
