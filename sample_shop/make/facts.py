"""What is said of a product beside its design: what it may be washed in, what power it takes."""

from __future__ import annotations

from random import Random

from .products import Product

# Kinds that stand on a table or a hob, and what of them may go into a dishwasher.
WASHED = ("mugs", "cups", "plates", "bowls", "teapots", "glasses", "pots", "pans", "boards")
WASHABLE = ("ceramic", "stoneware", "glass", "smoked glass", "steel", "enamel")
LAMPS = ("table-lamps", "desk-lamps", "floor-lamps", "pendants")
WATTS = {"kettles": (2_000, 2_200, 2_400), "speakers": (10, 20), "shelf-speakers": (60, 80)}


def facts(product: Product) -> dict[str, str]:
    """The attributes of the product, by their names."""
    found = dict(product.design.spec)
    if product.pattern:
        found["pattern"] = product.pattern
    if product.kind.key in WASHED:
        found["dishwasher safe"] = "yes" if product.material in WASHABLE else "no"
    if watts := power(product):
        found["power"] = f"{watts} W"
    return found


def power(product: Product) -> int:
    """Of what has a plug; a kettle for the hob has none."""
    chance = Random(f"power {product.key}")
    if product.kind.key in LAMPS:
        return chance.choice((5, 7, 9, 12))
    if product.kind.key == "kettles" and not product.design.params.get("electric"):
        return 0
    return chance.choice(WATTS.get(product.kind.key, (0,)))


NAMES = ("dishwasher safe", "pattern", "power")
