"""Lightspeed's Retail POS (X-Series, once Vend): our plain table, but for the stock of each outlet.

https://x-series-support.lightspeedhq.com/hc/en-us/articles/25533713811483
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from catalog.importing.cells import Value, first, listed, path
from catalog.importing.files.records import Record
from catalog.importing.formats import plain
from catalog.importing.formats.format import Cells, Column, Context, Row, columns, signs
from catalog.importing.formats.products import in_all_places

OUTLET = re.compile(r"inventory_.+", re.I)


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """A variant; what is not tracked is in stock without a number."""
    if cells.pop("tracked", "").strip() == "0":
        cells["availability"] = "in_stock"
    elif stock := in_all_places(record, OUTLET):
        cells["stock"] = stock
    return plain.rows(record, cells, context)


def nested(value: Value) -> str:
    return path(first(value), " / ")


FORMAT = replace(
    plain.TABLE,
    name="lightspeed",
    title="Lightspeed export",
    signs=signs("handle,sku,composite name,supply price,retail price"),
    columns=columns(
        {
            **{"product_category": Column("category", nested), "track_inventory": "tracked"},
            **{"tags": Column("tags", listed)},
        },
        "composite name,composite sku,composite quantity,supply price,loyalty value",
    ),
    families=(OUTLET.pattern,),
    decimal=".",
    rows=rows,
    matches=None,
)
