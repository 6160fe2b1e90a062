"""What the OpenAPI schema says of products that are written: the columns of an import, as JSON."""

from __future__ import annotations

from typing import Any

from catalog.importing.columns import OF_PRODUCT, OF_VARIANT
from catalog.models import Variant

TEXT = {"type": "string", "nullable": True}
NUMBER = {
    "oneOf": [{"type": "number"}, {"type": "string"}],
    "nullable": True,
    "description": "79, or “79.00”",
}
MANY = {
    "oneOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}],
    "nullable": True,
}
COUNT = {"type": "integer", "minimum": 0, "nullable": True}
COLUMNS: dict[str, dict[str, Any]] = {
    "description": {**TEXT, "description": "Text or HTML; shown sanitised."},
    "category": {**MANY, "description": "“Shoes > Boots”; of several the first is the main one."},
    "material": MANY,
    "gender": MANY,
    "tags": MANY,
    "images": {**MANY, "description": "Addresses, fetched by workers; of all variants."},
    "variant_images": {**MANY, "description": "Addresses of photos of this very variant."},
    "alt": {**MANY, "description": "A text for each of the images."},
    "active": {"type": "boolean", "nullable": True},
    "price": NUMBER,
    "price_before": {**NUMBER, "description": "Shown struck through while the price is lower."},
    "stock": {**COUNT, "description": "null: not counted."},
    "rating": {**NUMBER, "description": "0 to 5"},
    "rating_count": COUNT,
    "popularity": NUMBER,
    "availability": {"type": "string", "enum": Variant.Availability.values},
    "currency": {"type": "string", "example": "EUR"},
    "published": {**TEXT, "description": "ISO 8601"},
    "sale_from": {**TEXT, "description": "ISO 8601"},
    "sale_to": {**TEXT, "description": "ISO 8601"},
}
VALUES = {
    "type": "object",
    "additionalProperties": {"description": "A text, a number, yes or no, or a list of these."},
}
KEYS = {"sku": {"type": "string"}, "source_id": TEXT, "group": TEXT}
FAMILIES = (
    "Beside these: `attr:NAME` and `option:NAME` (or `attributes` and `options`), `title:de`, "
    "`description:de`, `category:de`, `attr:NAME:de`, `option:NAME:de`, `label:NAME:de`."
)


def columns(*names: str) -> dict[str, Any]:
    return {name: COLUMNS.get(name, TEXT) for name in names}


def schema(properties: dict[str, Any], example: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "description": FAMILIES,
        "example": example,
    }


BOOT = {"sku": "FEN-39", "size": "39", "color": "Moss", "price": 79, "stock": 4}
VARIANT: dict[str, Any] = schema(
    {**KEYS, **columns(*OF_VARIANT), "options": VALUES}, {"price": 69, "stock": 3}
)
# A product's variants are told apart by their numbers; nobody is told one that we make.
NUMBERED = {
    **VARIANT,
    "properties": {**VARIANT["properties"], "sku": {"type": "string", "pattern": r"\S"}},
    "required": ["sku"],
}
ABOUT = {**KEYS, **columns(*OF_PRODUCT, *OF_VARIANT), "attributes": VALUES, "options": VALUES}
PRODUCT = schema(
    {
        **ABOUT,
        "variants": {
            "type": "array",
            "items": NUMBERED,
            "minItems": 1,
            "maxItems": 1_000,
        },
    },
    {
        "title": "Fenlow boot",
        "category": ["Shoes > Boots"],
        "attributes": {"Sole": "rubber"},
        "images": ["https://shop.example/media/fenlow.jpg"],
        "url": "https://shop.example/p/fenlow/",
        "variants": [BOOT, {**BOOT, "sku": "FEN-40", "size": "40", "stock": 0}],
    },
)
ROWS_AT_ONCE = {
    "type": "object",
    "required": ["products"],
    "additionalProperties": False,
    "properties": {
        "products": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1_000,
            "items": {"type": "object", "properties": {**ABOUT, "delete": {"type": "boolean"}}},
        }
    },
    "example": {
        "products": [
            {"sku": "FEN-39", "stock": 2},
            {
                "sku": "TARN",
                "title": "Tarn kettle",
                "price": 49.5,
                "attributes": {"Watt": "2200 W"},
            },
            {"sku": "OLD-1", "delete": True},
        ]
    },
}
