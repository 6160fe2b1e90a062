"""What would cost a row of an export though the row is good without it, left out and counted.

The rows of our own tables are refused for a bad cell, so that whoever wrote it mends it; nobody
mends the export of a system.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError

from catalog.addresses import web_address
from catalog.importing.columns import ATTRIBUTE
from catalog.importing.formats.format import Cells, Context
from catalog.importing.prices import WORDS
from catalog.importing.values import ATTRIBUTE_LENGTH, LENGTHS

GTIN_LENGTH = 14
KEPT_OF_GROUP = 80


def is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def is_moment(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def is_address(text: str) -> bool:
    try:
        web_address(text)
    except ValidationError:
        return False
    return True


def is_barcode(text: str) -> bool:
    return text.isdigit() and len(text) <= GTIN_LENGTH


SPARED: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(("rating", "rating_count", "popularity"), is_number),
    **dict.fromkeys(("published", "sale_from", "sale_to"), is_moment),
    "availability": WORDS.__contains__,
    "gtin": is_barcode,
    "url": is_address,
}


def spare(cells: Cells, context: Context) -> None:
    """Empty what cannot be stored, and shorten the names of groups: nobody reads those."""
    for name in cells:
        spare_one(name, cells, context)
    if len(group := cells.get("group", "")) > LENGTHS["group"]:
        digest = hashlib.sha256(group.encode()).hexdigest()[:16]
        cells["group"] = f"{group[:KEPT_OF_GROUP]}-{digest}"


def spare_one(name: str, cells: Cells, context: Context) -> None:
    is_good, cell = SPARED.get(name), cells.get(name, "")
    too_long = name.startswith(ATTRIBUTE) and len(cell) > ATTRIBUTE_LENGTH
    if cell and ((is_good and not is_good(cell)) or too_long):
        cells[name] = ""
        context.told["spared"] += 1
        context.keep("spared")[name.partition(":")[2] or name] = None
