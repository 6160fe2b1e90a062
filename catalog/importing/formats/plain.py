"""Plain tables and feeds: our own columns, and the names that people give theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import first, joined, quoted_list
from catalog.importing.columns import column
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row
from catalog.importing.formats.money import priced
from catalog.importing.formats.names import numbered, ours, spaced, without_hints

LIST = re.compile(r"\(x(.)y")


def lookup(name: str) -> str | Column:
    """Our own column ("attr:RAM"), or one of the dictionary ("Farbe", "Image 2", "Preis (€)")."""
    try:
        return column(name)
    except ValueError:
        image = numbered(name) if numbered(name) == "images" else ""
        return ours(name) or listed(name) or ours(plainly(name)) or image or priced(name)


def plainly(name: str) -> str:
    return spaced(without_hints(name))


def listed(name: str) -> Column | None:
    """A column whose name says what separates its values, as PrestaShop's: "Tags (x,y,z...)"."""
    separator, column = LIST.search(name), ours(plainly(name))
    if not separator or not column:
        return None
    return Column(column, lambda value: joined(quoted_list(first(value), separator[1])))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """A row; where it has a number of its own and no column for SKUs, that is its SKU."""
    category = cells.get("category", "")
    context.told["slashes"] += bool("/" in category.strip("/") and ">" not in category)
    if cells.get("source_id") and "sku" not in cells:
        cells["sku"] = cells["source_id"]
    return [Row(record.line, cells, cells.get("group") or cells.get("sku", ""))]


TABLE = Format("plain", "Table", (), {}, rows=rows, lookup=lookup, matches=lambda _content: True)
XML = Format(
    "plain-xml",
    "XML feed",
    (),
    {},
    kind=ELEMENTS,
    elements=("product", "item", "entry", "offer", "article", "shopitem", "row", "record"),
    rows=rows,
    lookup=lookup,
    matches=lambda _content: True,
)
