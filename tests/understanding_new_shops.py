"""Small invented shops that tests/understanding_new.jsonl is about, unlike the sample shop."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from catalog.folding import fold
from search.understanding import CatalogueStats, Category, Vocabulary

WORDS = ("excluded", "unjudged", "unsold")  # of an interpretation, and of a label
LABELS = Path(__file__).with_name("understanding_new.jsonl")
APART = Path(__file__).with_name("understanding_apart.jsonl")  # never tuned to


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def tree(listed: str) -> tuple[Category, ...]:
    """ "Shoes: Boots, Heels" a line -> the departments and what stands below them."""
    found = []
    for line in listed.strip().splitlines():
        department, _, kinds = line.strip().partition(":")
        found.append(Category(department, slug(department)))
        for kind in filter(None, (each.strip() for each in kinds.split(","))):
            path = f"{department} > {kind}"
            found.append(Category(path, f"{slug(department)}/{slug(kind)}"))
    return tuple(found)


def words(listed: str, titles: int = 6) -> dict[str, int]:
    return dict.fromkeys(map(fold, listed.split()), titles)


def each(listed: str, products: int = 8) -> dict[str, int]:
    return dict.fromkeys((part.strip() for part in listed.split(",")), products)


def fashion() -> CatalogueStats:
    """Names of colours as a wholesaler writes them, sizes of three kinds, English."""
    return CatalogueStats(
        categories=tree(
            """
            Footwear: Running Shoes, Loafers, Slippers, Ankle Boots
            Apparel: T-Shirts, Blouses, Cardigans, Jackets, Trousers, Socks, Dresses
            Accessories: Belts, Backpacks, Wallets, Sunglasses
            """
        ),
        brands=("Ostrava", "Lindqvist", "No Limits", "Kaito Blue"),
        colors=each(
            "Black, White, Gray, Dark Green, Green, Navy Blue, Blue, Blue/White, Light Pink, Red, "
            "Off White, Mustard, Multicolor"
        ),
        materials=("Leather", "Merino Wool", "Cotton", "Suede", "Linen"),
        genders=("Women", "Men", "Girls"),
        attributes={
            "Pattern": ("Striped", "Polka Dot", "Solid"),
            "Sleeve": ("Long Sleeves", "Sleeveless"),
            "Heel height": ("2 cm", "5 cm", "8 cm"),
        },
        sizes={
            "footwear/running-shoes": each("36, 37, 38, 39, 40, 41, 42, 43, 44"),
            "footwear/slippers": each("36-38, 39-41, 42-44, 45-47"),
            "apparel/socks": each("36-38, 39-41, 42-44, 45-47"),
            "apparel/t-shirts": each("XS, S, M, L, XL, 3XL"),
            "apparel/trousers": each("28, 30, 32, 34"),
            "accessories/belts": each("85 cm, 95 cm, 105 cm"),
        },
        cheap={"": Decimal(15), "footwear/running-shoes": Decimal(45)},
        words=words(
            """running shoes loafers slippers boots t shirt blouse cardigan jacket trousers socks
            dress belt backpack wallet sunglasses casual slim fit hooded trail with laces zip"""
        ),
    )


def hardware() -> CatalogueStats:
    """Numbers everywhere: some kinds are sold by size, others carry measures as attributes."""
    return CatalogueStats(
        categories=tree(
            """
            Workshop: Drills, Screws, Hammers, Ladders, Paint
            Lighting: Light Bulbs, Ceiling Lights, Torches
            Garden: Watering Cans, Hoses, Rain Barrels
            """
        ),
        brands=("Torvik", "Hexa", "Brunel & Sons"),
        colors=each("Orange, Green, Galvanised"),
        materials=("Steel", "Brass", "Plastic"),
        attributes={
            "Power": ("40 W", "60 W", "100 W", "800 W"),
            "Socket": ("E14", "E27", "GU10"),
            "Capacity": ("5 l", "10 l", "1.4 l", "200 l"),
            "Length": ("2 m", "3.5 m", "15 m"),
        },
        sizes={
            "workshop/screws": each("3 x 20 mm, 4 x 40 mm, 6 x 80 mm"),
            "workshop/paint": each("750 ml, 2.5 l"),
        },
        cheap={"": Decimal(9)},
        words=words(
            """drill cordless screw hammer claw ladder paint bulb light torch ceiling watering can
            hose rain barrel steel brass countersunk wood white"""
        ),
    )


def general() -> CatalogueStats:
    """A badly filled shop: no colours, categories named after modifiers and containers."""
    return CatalogueStats(
        categories=tree(
            """
            Home: Storage, Lighting, Beds, Sofas, Bathroom
            Kitchenware: Casserole Sets, Sets, Mugs, Kettles
            Toys: Puzzles, Toy Vehicles
            Office: Paper, Pens
            """
        ),
        brands=("Mellow", "Tea & Co", "Bright"),
        materials=("Wood", "Glass"),
        attributes={},
        words={
            **words(
                """storage box basket sofa bed mug kettle puzzle casserole pan pen paper lamp soft
                cushion towel soap dish gift"""
            ),
            "set": 60,
            "toy": 40,
            "light": 30,
        },
        titled={
            "set": {"kitchenware/casserole-sets": 4, "kitchenware/sets": 3, "home/bathroom": 40},
            "toy": {"toys/toy-vehicles": 8, "home/storage": 6, "toys/puzzles": 20},
            "toys": {"home/storage": 12, "toys": 1},
            "storage": {"home/storage": 25, "home/bathroom": 2},
            "light": {"home/lighting": 26, "home/bathroom": 2},
            "mug": {"kitchenware/mugs": 20, "home/storage": 1},
            "sofa": {"home/sofas": 15, "home/storage": 2},
            "bed": {"home/beds": 18},
            "paper": {"home/bathroom": 30, "office/paper": 2},
            "puzzle": {"toys/puzzles": 22},
            "kettle": {"kitchenware/kettles": 7},
        },
    )


def electronics() -> CatalogueStats:
    return CatalogueStats(
        categories=tree(
            """
            Computers: Laptops, Monitors, Routers, Keyboards
            Phones: Smartphones, Phone Cases
            Audio: Headphones, Bluetooth Speakers
            """
        ),
        brands=("Zenbrik", "Orbit One", "K'Lar"),
        colors=each("Space Grey, Silver, Black, Midnight Blue"),
        attributes={
            "RAM": ("8 GB", "16 GB", "32 GB"),
            "Storage": ("256 GB", "512 GB", "1 TB"),
            "Screen": ('13"', '15.6"', '27"'),
            "Panel": ("OLED", "IPS"),
        },
        words=words(
            """laptop monitor router wi fi wifi keyboard smartphone case headphones bluetooth
            speaker wireless noise cancelling spider man gaming usb"""
        ),
    )


def haushalt() -> CatalogueStats:
    """A German shop."""
    return CatalogueStats(
        categories=tree(
            """
            Schuhe: Damenschuhe, Herrenschuhe, Hausschuhe
            Küche: Tassen, Pfannen, Teekannen, Brotkästen
            Wohnen: Lampen, Regale, Kissen
            """
        ),
        brands=("Brandt", "Möwe & Meer"),
        colors=each("Rot, Blau, Grau, Weiß, Dunkelgrün"),
        materials=("Leder", "Emaille", "Holz", "Filz"),
        attributes={"Fassungsvermögen": ("0,5 l", "1,5 l")},
        sizes={
            "schuhe/damenschuhe": each("36, 37, 38, 39"),
            "kuche/pfannen": each("20 cm, 24 cm, 28 cm"),
        },
        words=words("damenschuhe filz tasse pfanne teekanne brotkasten lampe regal kissen leder"),
        language="de",
    )


def mode() -> CatalogueStats:
    """A French shop."""
    return CatalogueStats(
        categories=tree(
            """
            Vêtements: Robes, Chemises, Pantalons, Manteaux
            Chaussures: Baskets, Bottes
            """
        ),
        brands=("Aubépine",),
        colors=each("Rouge, Noir, Bleu marine, Vert"),
        materials=("Laine", "Cuir", "Coton"),
        sizes={"vetements/robes": each("36, 38, 40"), "chaussures/baskets": each("37, 38, 39")},
        words=words("robe chemise pantalon manteau baskets bottes longue courte fleurie"),
        language="fr",
    )


SHOPS: dict[str, Callable[[], CatalogueStats]] = {
    "fashion": fashion,
    "hardware": hardware,
    "general": general,
    "electronics": electronics,
    "haushalt": haushalt,
    "mode": mode,
}


@cache
def shops() -> Mapping[str, Vocabulary]:
    """The shops, made once for all tests: a vocabulary is never changed."""
    return {name: Vocabulary(stats()) for name, stats in SHOPS.items()}


def labels(file: Path) -> list[dict[str, Any]]:
    """Each names its shop; written before the rules were touched that are to read them."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def claims(found: Any) -> set[str]:
    """All that an interpretation says; an entity by all of the shop's values that meet it."""
    made = {f"{each.kind}:{'|'.join(sorted(each.values)) or each.value}" for each in found.entities}
    for name in WORDS:
        made |= {f"{name}:{word}" for word in getattr(found, name)}
    made |= {f"phrase:{phrase}" for phrase in found.phrases}
    made |= {f"wish:{intent}" for intent in found.intents}
    return made | ({f"correction:{found.correction.to}"} if found.correction else set())


def labelled(row: dict[str, Any]) -> set[str]:
    """The same of a label."""
    wanted = set(row["chips"]) | {f"phrase:{phrase}" for phrase in row.get("phrases", ())}
    wanted |= {f"{name}:{word}" for name in WORDS for word in row.get(name, ())}
    wanted |= {f"wish:{intent}" for intent in row.get("wishes", ())}
    return wanted | ({f"correction:{row['correction']}"} if "correction" in row else set())
