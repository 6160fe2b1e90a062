"""Square's item library: a row is a variation, and the stock of each place has a column.

https://squareup.com/help/us/en/article/5153
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, categories, first, path, quoted_list, yes_or_no
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_option
from catalog.importing.formats.products import in_all_places, siblings
from catalog.importing.formats.untold import by_title

COUNTED = re.compile(r"Current Quantity .+", re.I)
OPTION = r"Option {} {}"
OPTIONS = (1, 2, 3, 4, 5, 6)
WHOLE = frozenset(("", "regular", "default"))  # names of the only variation
LEFT_OUT = (
    r"(Tax|Modifier Set|Vendor|Stock Alert|Enabled|New Quantity|Unit and Precision|Default"
    r"|Social Media|Contains|Skip|Sell|Delivery|Shipping|Pickup|Self-serve|SEO|Weight).*"
)


def paths(value: Value) -> str:
    return categories(path(each) for each in quoted_list(first(value)))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """Variations of one item have its name; a price that is asked at the till is none."""
    if stock := in_all_places(record, COUNTED):
        cells["stock"] = stock
    if not any(sign.isdigit() for sign in cells.get("price", "")):
        cells["price"] = ""
    archived, shown = cells.pop("archived", ""), cells.pop("shown", "").strip().lower()
    cells["active"] = "0" if yes_or_no(archived) == "1" or shown == "hidden" else "1"
    options = [
        [first(record.cells.get(OPTION.format(of, at), "")).strip() for of in ("Name", "Value")]
        for at in OPTIONS
    ]
    for name, value in options:
        if name and value:
            put_option(cells, name, value)
    variation = cells.pop("variation", "").strip()
    if not any(value for _name, value in options) and variation.lower() not in WHOLE:
        put_option(cells, "Variation", variation)
    cells["group"] = by_title(cells.get("title", ""))
    return [Row(record.line, cells, cells["group"])]


FORMAT = Format(
    "square",
    "Square item library",
    signs("Item Name,Variation Name,SKU,Price", "Token,Item Name,Square Online Item Visibility"),
    columns(
        {
            **{"Item Name": "title", "Variation Name": "variation", "SKU": "sku", "GTIN": "gtin"},
            **{"Description": "description", "Price": "price", "Online Sale Price": "sale_price"},
            **{"Archived": "archived", "Square Online Item Visibility": "shown"},
            **{"Categories": Column("category", paths), "Category": Column("category", paths)},
        },
        """Token,Reference Handle,Customer-facing Name,Reporting Category,
        Permalink,Item Type,Kitchen Name""",
    ),
    families=(COUNTED.pattern, r"Option (Name|Value) \d", LEFT_OUT),
    decimal=".",
    rows=rows,
    assemble=siblings,
)
