"""Squarespace's export of products: a row without title is the next variant of the one above.

https://support.squarespace.com/hc/en-us/articles/115000378108
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.importing.cells import (
    Value,
    categories,
    first,
    listed,
    path,
    quoted_list,
    yes_or_no,
)
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_option
from catalog.importing.formats.products import under_first

OPTIONS_MOST = 6


def paths(value: Value) -> str:
    """ "/Shoes/Slippers,/Winter" are two; without a slash before it a name may have one in it."""
    named = quoted_list(first(value))
    return categories(path(each, "/" if each.startswith("/") else ">") for each in named)


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    state = context.keep("product")
    number, slug = cells.pop("product", "").strip(), cells.pop("slug", "").strip()
    if cells.get("title"):
        state["family"] = number or slug or f"product {record.line}"
        state["names"] = {}
    for at in range(1, OPTIONS_MOST + 1):
        name, value = (
            first(record.cells.get(f"Option {of} {at}", "")).strip() for of in ("Name", "Value")
        )
        state.setdefault("names", {})[at] = name or state.get("names", {}).get(at, "")
        if value:
            put_option(cells, state["names"][at], value)
    if yes_or_no(cells.pop("on_sale", "")) != "1":  # a reduced price is kept while none holds
        cells["sale_price"] = ""
    cells["group"] = state.get("family", "")
    return [Row(record.line, cells, cells["group"])]


FORMAT = Format(
    "squarespace",
    "Squarespace export",
    signs(
        "Product ID [Non Editable],Variant ID [Non Editable],Title",
        "Product Page,Product URL,Title,Hosted Image URLs",
    ),
    columns(
        {
            **{"Product ID [Non Editable]": "product", "Variant ID [Non Editable]": "source_id"},
            **{"Product URL": "slug", "Title": "title", "Description": "description"},
            **{"SKU": "sku", "GTIN": "gtin", "MPN": "mpn", "Price": "price", "Stock": "stock"},
            **{"Sale Price": "sale_price", "On Sale": "on_sale", "Visible": "active"},
            **{"Categories": Column("category", paths), "Hosted Image URLs": "images"},
            "Tags": Column("tags", listed),
        },
        "Product Type [Non Editable],Product Page,Weight,Length,Width,Height",
    ),
    families=(r"Option (Name|Value) \d",),
    decimal=".",
    rows=rows,
    assemble=under_first,
)
