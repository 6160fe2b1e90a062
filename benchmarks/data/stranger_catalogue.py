"""The four strangers' demo shops as catalogues for `import_catalog`, with what columns they have.

Each reader maps one shop's own fields to the columns of an import and invents nothing: a shop
without colours gets none.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Row = dict[str, str]

# Of Luma's attributes, what runs the demo shop and says nothing of the product.
INTERNAL = {"has_options", "required_options", "erin_recommends", "new", "sale"}
COLLECTIONS = (" Collections ", " Promotions ")  # Luma's second and third categories


def luma(product: dict[str, Any]) -> Row:
    path = product["category"]
    for other in COLLECTIONS:
        path = path.split(other)[0]
    if path.startswith("Gear "):
        path = path.replace("Gear ", "Gear/", 1)
    pairs = (each.split("=", 1) for each in product.get("attributes", "").split(",") if each)
    attributes = {name: value for name, value in pairs if name not in INTERNAL}
    return {
        "category": path.replace("/", " > "),
        "color": product.get("colour", ""),
        "group": product["group"],
        "material": attributes.pop("material", "").replace("|", ", "),
        **{f"attr:{name}": value.replace("|", ", ") for name, value in attributes.items()},
    }


def plain(product: dict[str, Any]) -> Row:
    return {"category": product["category"], "brand": product.get("brand", "")}


def vendure(product: dict[str, Any]) -> Row:
    facets: dict[str, list[str]] = {}
    for facet in product["facets"].split("|"):
        name, value = facet.split(":", 1)
        facets.setdefault(name, []).append(value)
    return {
        "category": " > ".join(facets["category"]),
        "brand": "".join(facets.get("brand", [])[:1]),
        "color": "/".join(facets.get("color", [])),
        **{"attr:plant type": ", ".join(facets.get("plant type", []))},
    }


READERS: dict[str, Callable[[dict[str, Any]], Row]] = {
    "luma": luma,
    "eshop_outdoor": plain,
    "saleor": plain,
    "vendure": vendure,
}


def rows(strangers: Path, shop: str) -> list[Row]:
    """The shop's products in the columns of an import; SKUs and groups of shops never meet."""
    with (strangers / f"{shop}.jsonl").open(encoding="utf-8") as file:
        products = [json.loads(line) for line in file]
    return [
        {
            "sku": f"{shop}-{product['id']}",
            "title": product["title"].strip(),
            "description": product.get("description", ""),
            "images": f"{shop}/{product['image']}",
            **READERS[shop](product),
        }
        for product in products
    ]
