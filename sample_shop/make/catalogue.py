"""The catalogue file: one row a variant, in the columns that `import_catalog` reads."""

from __future__ import annotations

import csv
from pathlib import Path

from .facts import NAMES, facts
from .languages import LANGUAGES
from .offers import OPTIONS, Offer, categories, offers
from .products import Colorway, Product, products
from .studio import View
from .texts import description, material, title

COLUMNS = (
    "sku",
    "title",
    *(f"title:{language}" for language in LANGUAGES),
    "description",
    "category",
    "brand",
    "color",
    "size",
    "material",
    "gender",
    "price",
    "price_before",
    "currency",
    "stock",
    "images",
    "alt",
    "group",
)


def rows(product: Product, photos: Path, attributes: list[str]) -> list[dict[str, str]]:
    """The variants of one product; a photo is named once, in the first row of its colour."""
    said = facts(product)
    titles = {f"title:{language}": words.title(product) for language, words in LANGUAGES.items()}
    about = {
        "title": title(product),
        **titles,
        "description": description(product),
        "category": categories(product),
        "brand": product.brand,
        "material": material(product)[0],
        "gender": product.gender,
        "currency": "EUR",
        "group": product.key.upper(),
        **{f"attr:{name}": said.get(name, "") for name in attributes},
    }
    found = []
    for way in product.colorways:
        pictures = {
            "images": "|".join(_photos(product, way, photos)),
            "alt": "|".join(_alts(product, way, photos)),
        }
        for size in product.sizes:
            for offer in offers(product, way, size):
                found.append({**about, **variant(way, size, offer), **pictures})
                pictures = {"images": "", "alt": ""}
    return found


def variant(way: Colorway, size: str, offer: Offer) -> dict[str, str]:
    """The cells of one variant."""
    return {
        "sku": offer.sku,
        "color": way.color,
        "size": "" if size == "one size" else size,
        "price": f"{offer.price:.2f}",
        "price_before": f"{offer.before:.2f}" if offer.before else "",
        "stock": str(offer.stock),
        **{f"option:{name}": offer.options.get(name, "") for name in OPTIONS},
    }


def _photos(product: Product, way: Colorway, folder: Path) -> list[str]:
    names = [product.photo(way, view) for view in range(way.views)]
    return [name for name in names if (folder / name).exists()]


def _alts(product: Product, way: Colorway, folder: Path) -> list[str]:
    """What each photo shows, for those who cannot see it."""
    what = f"{way.color.capitalize()} {product.design.noun}"
    return [
        f"{what}, {seen(product.kind.views[number % len(product.kind.views)])}"
        for number, _name in enumerate(_photos(product, way, folder))
    ]


def seen(view: View) -> str:
    """Where the camera stands, in words."""
    if view.elevation >= 75:
        return "laid flat, from above"
    if view.elevation >= 40:
        return "from above at a slant" if view.zoom == 1 else "close up"
    if abs(view.azimuth) > 90:
        return "from behind"
    if abs(view.azimuth) < 10 or abs(view.azimuth) > 60:
        return "from the side"
    return "from the front left" if view.azimuth < 0 else "from the front right"


def write_catalogue(shop: Path) -> int:
    """Write `catalogue.csv`; returns the number of rows."""
    everything = products()
    attributes = sorted({name for product in everything for name in product.design.spec} | {*NAMES})
    table = [row for product in everything for row in rows(product, shop / "photos", attributes)]
    with (shop / "catalogue.csv").open("w", newline="", encoding="utf-8") as file:
        families = [f"option:{name}" for name in OPTIONS] + [f"attr:{name}" for name in attributes]
        writer = csv.DictWriter(file, [*COLUMNS, *families])
        writer.writeheader()
        writer.writerows(table)
    return len(table)
