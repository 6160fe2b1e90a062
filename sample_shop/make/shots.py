"""Which shopper photos there are: of what, where, and in what light."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .products import Product, products

PER_KIND, EXTRA = 2, 10
SURROUNDINGS = {
    "Shoes": ("boards", "carpet", "grass", "pavement", "tiles"),
    "Clothing": ("bed", "bed", "boards", "table", "carpet"),
    "Bags": ("boards", "bed", "carpet", "pavement"),
    "Furniture": ("boards", "carpet", "tiles", "boards"),
    "Home": ("boards", "table", "carpet", "tiles"),
    "Kitchen": ("table", "table", "tiles", "boards"),
    "Sport & outdoors": ("grass", "grass", "pavement", "boards"),
    "Electronics": ("table", "bed", "table", "boards"),
}
LIGHTS = ("lamp", "dim", "window", "daylight", "daylight")


@dataclass(frozen=True)
class Snapshot:
    """One shopper photo: which product is meant and where it was taken."""

    name: str
    product: Product
    ground: str
    light: str


def snapshots() -> list[Snapshot]:
    """The photos to take: two products of every kind, and some more."""
    chance = Random("shopper photos")
    shown = [product for product in products() if product.colorways[0].views]
    by_kind: dict[str, list[Product]] = {}
    for product in shown:
        by_kind.setdefault(product.kind.key, []).append(product)
    first = [chance.sample(those, 2) for those in by_kind.values()]
    chosen = [pair[turn] for turn in range(PER_KIND) for pair in first]
    rest = [product for product in shown if product not in chosen]
    chosen += chance.sample(rest, EXTRA)
    return [
        Snapshot(
            f"shopper-{number:03d}.webp",
            product,
            chance.choice(SURROUNDINGS[product.department]),
            chance.choice(LIGHTS),
        )
        for number, product in enumerate(chosen, 1)
    ]
