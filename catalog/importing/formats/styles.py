"""The table of Kaggle's "Fashion Product Images" (styles.csv), and others of that make."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.importing.cells import first
from catalog.importing.files.records import Record
from catalog.importing.formats.format import ATTRIBUTE, Cells, Context, Format, Row, columns, signs

LEVELS = ("masterCategory", "subCategory", "articleType")


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    """Three columns are the category; the picture of a product has its number as name."""
    levels = dict.fromkeys(first(record.cells.get(name, "")).strip() for name in LEVELS)
    cells["category"] = " > ".join(level for level in levels if level)
    cells["images"] = f"{cells['sku']}.jpg"
    return [Row(record.line, cells)]


FORMAT = Format(
    "styles",
    "Fashion Product Images",
    signs("id,masterCategory,subCategory,articleType,productDisplayName"),
    columns(
        {
            **{"id": "sku", "productDisplayName": "title", "baseColour": "color"},
            **{"gender": "gender", "link": "url"},
        },
        "filename",
    ),
    families=LEVELS,
    unknown=ATTRIBUTE,
    rows=rows,
)
