"""One question of a shopper, and how well a product answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..products import Product
from ..texts import material


@dataclass(frozen=True)
class Ask:
    """A query in words with what it asks for.

    `kinds` gives the grade (1 to 3) of each kind that answers at all. Colour, material, pattern
    and design are wishes: a product that misses one of them is still worth a 1 if its kind is
    right. Price, size, gender and what is ruled out are conditions: whatever fails one is out.
    """

    text: str
    kinds: Mapping[str, int]
    color: tuple[str, ...] = ()
    stuff: tuple[str, ...] = ()
    pattern: str | None = None
    design: tuple[str, ...] = ()
    size: str = ""
    gender: str = ""
    below: float = 0.0
    above: float = 0.0
    never: tuple[str, ...] = ()

    def grade(self, product: Product) -> int:
        """3 is what was asked for, 2 a good answer, 1 a related one, 0 none."""
        best = self.kinds.get(product.kind.key, 0)
        if not best or not self._allowed(product):
            return 0
        missed = self._missed(product)
        if missed == 0:
            return best
        return 1 if missed == 1 and best == 3 else 0

    def _allowed(self, product: Product) -> bool:
        if self.below and product.price > self.below:
            return False
        if self.above and product.price < self.above:
            return False
        if self.size and self.size not in product.sizes:
            return False
        if self.gender and product.gender not in (self.gender, "unisex", ""):
            return False
        told = {*(way.color for way in product.colorways), material(product)[0], product.pattern}
        return not told & set(self.never)

    def _missed(self, product: Product) -> int:
        colors = {way.color for way in product.colorways}
        return sum(
            (
                bool(self.color) and not colors & set(self.color),
                bool(self.stuff) and material(product)[0] not in self.stuff,
                self.pattern is not None and product.pattern != self.pattern,
                bool(self.design) and not any(word in product.design.noun for word in self.design),
            )
        )
