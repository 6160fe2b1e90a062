"""The small shop that tests/understanding.jsonl is about: fixed, so that labels stay true."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from search.understanding import CatalogueStats, Category, Vocabulary

TREE = {
    "Shoes": "Sneakers, Boots, Sandals, Heels",
    "Clothing": "T-shirts, Shirts, Hoodies, Dresses, Trousers, Shorts, Skirts, Scarves, Hats",
    "Bags": "Tote bags, Backpacks, Suitcases",
    "Furniture": "Chairs, Stools, Sofas, Tables, Shelves, Beds",
    "Light & living": "Lamps, Vases, Clocks, Mirrors, Cushions, Rugs, Planters",
    "Kitchen": "Mugs, Teapots, Bowls, Plates, Pans, Kettles, Bottles",
    "Play & outdoors": "Balls, Skateboards, Tents, Umbrellas",
    "Electronics": "Headphones, Speakers, Phones, Laptops",
}
BRANDS = "Norrsund, Alder & Finch, Pellamo, Kestrel, Maison Brume, Red Cedar, Max & Moor, Tarn"
COLORS = """Black White Grey Navy Blue Teal Green Olive Yellow Orange Red Burgundy Pink Purple Brown
    Beige Silver Gold"""
MATERIALS = "Leather Canvas Denim Cotton Linen Wool Suede Oak Walnut Steel Ceramic Glass Bamboo"
LETTERS = "XS S M L XL XXL"
SHOE_SIZES = " ".join(map(str, range(36, 47)))
SIZES = {
    "shoes/sneakers": SHOE_SIZES,
    "shoes/boots": SHOE_SIZES,
    "shoes/sandals": SHOE_SIZES,
    "shoes/heels": SHOE_SIZES,
    "clothing/t-shirts": LETTERS,
    "clothing/shirts": LETTERS,
    "clothing/hoodies": LETTERS,
    "clothing/shorts": LETTERS,
    "clothing/skirts": LETTERS,
    "clothing/dresses": "2 4 6 8 10 12 14",
    "clothing/trousers": "28 30 32 34 36",
    "furniture/beds": "90_x_200 140_x_200 160_x_200",
    "kitchen/bottles": "500_ml 750_ml 1_l",
    "kitchen/pans": "20_cm 24_cm 28_cm",
    "electronics/laptops": "13_inch 15_inch",
}
CHEAP = {
    "": "19",
    "shoes/sneakers": "59",
    "kitchen/mugs": "9",
    "furniture/sofas": "399",
    "furniture/stools": "49",
    "bags/backpacks": "39",
}
ATTRIBUTES = {
    "Pattern": ("plain", "striped", "checked", "dotted", "floral", "two-tone"),
    "Closure": ("laces", "buckle", "zip", "elastic"),
    "Seats": ("2", "3"),
}
TITLE_WORDS = """everyday court weekend classic low high runner trail harbour studio cabin meadow
    round small large tall slim soft heavy light field market grain ribbed woven
    knitted brushed enamel double single folding stacking garden reading table
    pendant floor bedside dining side lounge"""


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def categories() -> list[Category]:
    found = []
    for department, kinds in TREE.items():
        found.append(Category(department, slug(department)))
        for kind in kinds.split(", "):
            found.append(Category(f"{department} > {kind}", f"{slug(department)}/{slug(kind)}"))
    return found


@cache
def shop() -> Vocabulary:
    """Made once for all tests: a vocabulary is never changed."""
    return Vocabulary(
        CatalogueStats(
            categories=tuple(categories()),
            brands=tuple(BRANDS.split(", ")),
            colors=dict.fromkeys(COLORS.split(), 20),
            materials=tuple(MATERIALS.split()),
            genders=("Women", "Men", "Unisex", "Kids"),
            attributes=ATTRIBUTES,
            sizes={
                path: {size.replace("_", " "): 5 for size in sizes.split()}
                for path, sizes in SIZES.items()
            },
            cheap={path: Decimal(price) for path, price in CHEAP.items()},
            words=dict.fromkeys(TITLE_WORDS.split(), 10),
        )
    )
