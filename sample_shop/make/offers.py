"""What a variant costs, what it cost before, and where it stands beside its own category."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .products import Colorway, Product

ON_SALE, OUTLET = 0.12, "Outlet"
LARGE = ("XL",)  # takes more cloth
DEARER = {"hoodies": 3, "sweaters": 3, "dresses": 2}  # euros
# Kinds that come with more of something: the first is the one that is photographed.
VERSIONS = {"laptops": ("RAM", (("16 GB", 0), ("32 GB", 220)))}


@dataclass(frozen=True)
class Offer:
    """One variant of a product."""

    sku: str
    price: float
    before: float | None
    options: dict[str, str]
    stock: int


def offers(product: Product, way: Colorway, size: str) -> list[Offer]:
    """The variants of a colour and size, one for each version there is."""
    name, versions = VERSIONS.get(product.kind.key, ("", (("", 0),)))
    found = []
    for number, (value, more) in enumerate(versions):
        sku = product.sku(way, size)
        if number:
            sku += f"-{value.replace(' ', '')}"
        price = product.price + more + (DEARER.get(product.kind.key, 0) if size in LARGE else 0)
        stock = Random(f"stock {sku}").randint(1, 40) if number else product.stock(way, size)
        before = round(price * 1.25) if on_sale(product) else None
        found.append(Offer(sku, price, before, {name: value} if name else {}, stock))
    return found


def on_sale(product: Product) -> bool:
    return Random(f"sale {product.key}").random() < ON_SALE


def categories(product: Product) -> str:
    """Its own first, which leads; what is reduced stands among the reduced as well."""
    return "|".join([product.kind.category, *([OUTLET] if on_sale(product) else [])])


OPTIONS = tuple(dict.fromkeys(name for name, _versions in VERSIONS.values()))
