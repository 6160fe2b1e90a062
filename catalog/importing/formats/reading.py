"""Cells of a record brought under our columns, and each column read as what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from catalog.cleaning import clean
from catalog.importing.cells import (
    SHORTENED,
    SheetDate,
    Value,
    date,
    first,
    identifier,
    is_null,
    joined,
    markup,
    number,
    path,
    plain,
    values,
    yes_or_no,
)
from catalog.importing.columns import ATTRIBUTE, SEPARATOR
from catalog.importing.formats.format import Cells, Context
from catalog.importing.formats.offers import PRICES, SALE_DAYS, decimal_of, read_prices, read_stock
from catalog.importing.formats.sparing import spare
from catalog.importing.prices import availability, currency

KEYS = frozenset(("sku", "group", "source_id", "mpn", "gtin"))
DAYS = ("sale_from", "sale_to", "published")
OPTIONS = ("color", "size")  # of which a variant has one each; "black/red" is one
LISTS = frozenset(("images", "variant_images", "tags", "category", "material"))
# `|`, or what stands before a further address, or behind the name of a file.
BETWEEN_PICTURES = re.compile(
    r"\||[\s,;]+(?=https?://)|(?:(?<=\.jpg)|(?<=\.png)|(?<=\.gif)|(?<=\.jpeg)|(?<=\.webp))\s*[,;]\s*",
    re.I,
)
# Texts in which "None" or "-" may be meant; the others are empty then.
SPEAKING = frozenset(("title", "description", "alt", "url", "images", "variant_images"))


def gathered(name: str, value: Value, separator: str = "") -> str:
    """All values of a cell, repeated element or list as one cell of that column."""
    if isinstance(value, str) and name in LISTS and value.startswith('["'):
        value = json_list(value)
    if isinstance(value, str) and not separator:
        return value  # keeps what kind of cell of a workbook it is
    if name in LISTS or name.startswith(ATTRIBUTE) or separator:
        return joined(values(value, separator))
    if name in OPTIONS:
        return "/".join(values(value))
    return first(value)


def json_list(text: str) -> Value:
    """The values of a list in JSON, as data sets have them in a cell of a table."""
    try:
        return [str(each) for each in json.loads(text)]
    except (ValueError, RecursionError):
        return text


def read_cells(cells: Cells, context: Context) -> list[str]:
    """Read every cell in place; what is wrong with them in sentences, for the row to say."""
    problems = []
    for name, value in cells.items():
        if isinstance(value, SheetDate) and (problem := out_of_place(name, value)):
            problems.append(problem)
        elif name in KEYS and SHORTENED.fullmatch(value.strip()):
            problems += shortened(name, value, context)
            cells[name] = ""
        elif name not in PRICES and name != "stock":
            cells[name] = "" if is_empty(name, value) else read(name, value)
    decimal = context.reading.decimal or decimal_of(cells)
    read_prices(cells, context)
    read_stock(cells, decimal)
    if context.spares:
        spare(cells, context)
    return problems


def is_empty(name: str, value: str) -> bool:
    return not value or (name not in SPEAKING and is_null(value))


def read(name: str, value: str) -> str:
    base = name.partition(":")[0]
    if base in READERS:
        return READERS[base](value)
    if name in KEYS:
        return identifier(value)
    if name in DAYS:
        return date(value)
    return SEPARATOR.join(plain(part) for part in value.split(SEPARATOR))


def out_of_place(name: str, value: SheetDate) -> str:
    if name in (*DAYS, SALE_DAYS) or name.startswith(ATTRIBUTE):
        return ""
    return _(
        "%(name)s is a date in the workbook (%(value)s); format the column as text and type "
        "again what it was"
    ) % {"name": name, "value": value}


def shortened(name: str, value: str, context: Context) -> list[str]:
    """A number that a spreadsheet has cut short names no product; a barcode can be spared."""
    if name in ("gtin", "mpn"):
        context.told["shortened"] += 1
        return []
    return [
        _(
            "%(name)s is %(value)s, a number that a spreadsheet has shortened; format the column "
            "as text in the workbook and save it again"
        )
        % {"name": name, "value": value}
    ]


def category(value: str) -> str:
    return joined(path(re.sub(">+", ">", each)) for each in re.split(r"[|\r\n]+", value))


def barcode(value: str) -> str:
    """The first that a cell has, digits alone; nothing where they are all zeros."""
    digits = re.sub(r"[\s-]", "", identifier(re.split("[,;|]", value)[0])).removesuffix(".0")
    return digits if digits.strip("0") else ""


def count(value: str) -> str:
    """ "24,269" -> 24269: a count has no decimals."""
    digits = re.sub(r"[\s.,'’]", "", value.removesuffix(".0"))
    return digits if digits.isdecimal() else number(value)


def pictures(value: str) -> str:
    """Addresses and names of files, by any sign that people put between them."""
    return joined(address(name) for name in BETWEEN_PICTURES.split(value))


def address(value: str) -> str:
    """An address as it stands in a page: "//shop.example/lamp.jpg" is asked for by HTTPS."""
    text = clean(value)
    return f"https:{text}" if text.startswith("//") else text


def alternatives(value: str) -> str:
    """A text for each picture, at its place."""
    return SEPARATOR.join(plain(part) for part in value.split(SEPARATOR))


READERS: dict[str, Callable[[str], str]] = {
    "description": markup,
    "category": category,
    "active": yes_or_no,
    "delete": yes_or_no,
    "availability": availability,
    "gtin": barcode,
    "rating": number,
    "rating_count": count,
    "popularity": number,
    "images": pictures,
    "variant_images": pictures,
    "alt": alternatives,
    "url": address,
    "currency": lambda value: currency(clean(value), "") or clean(value).upper(),
}
