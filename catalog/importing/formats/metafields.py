"""Values of Shopify's metafields: texts, lists, and JSON for measures, ratings and money.

https://shopify.dev/docs/apps/build/metafields/list-of-data-types
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from catalog.importing.cells import joined, values
from catalog.importing.formats.units import UNITS

REFERENCE = "gid://"  # it points at something of Shopify's
STARS = 5


def metafield(text: str) -> str:
    """What a shopper would read, as one canonical cell; "" where it is for programs alone."""
    if text.startswith(REFERENCE):
        return ""
    if text[:1] not in ("[", "{"):
        return joined(values(text, "; "))
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return joined(values(text.strip("[]"), "; "))
    return joined(map(said, found if isinstance(found, list) else [found]))


def said(value: Any) -> str:
    """One value of a list: {"value": 4.5, "unit": "CENTIMETERS"} is "4.5 cm"."""
    if isinstance(value, dict):
        unit = str(value.get("unit", "")).lower()
        parts = {
            "unit": (value.get("value"), UNITS.get(unit.removesuffix("s"), unit)),
            "currency_code": (value.get("amount"), value.get("currency_code")),
        }
        return next((f"{n} {of}" for key, (n, of) in parts.items() if key in value), "")
    return "" if value is None or str(value).startswith(REFERENCE) else str(value).strip()


def rating(text: str) -> str:
    """Stars out of five, of a rating on any scale; "" of anything else."""
    try:
        found = json.loads(text)
        stars = Decimal(found["value"]) / Decimal(found["scale_max"]) * STARS
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
        return ""
    return f"{stars.quantize(Decimal('0.01')).normalize():f}"
