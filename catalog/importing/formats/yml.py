"""YML, the Yandex Market Language: offers with their categories in a table of its own.

https://yandex.com/support/marketplace/en/assortment/fields/
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.importing.cells import first
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Context, Format, Row, columns
from catalog.importing.formats.names import OPTIONS as NAMED_OPTIONS
from catalog.importing.formats.names import option_column, put_attribute, put_option
from catalog.importing.formats.products import siblings

DEEP = 12


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    if record.tag == "category":
        keep_category(record, context)
        return []
    if not cells.get("title"):  # an offer of the kind vendor.model
        parts = (first(record.cells.get(name, "")) for name in ("typePrefix", "vendor", "model"))
        cells["title"] = " ".join(part for part in parts if part)
    cells["category"] = category(cells.pop("category id", ""), context)
    cells["currency"] = "RUB" if cells.get("currency") == "RUR" else cells.get("currency", "")
    group = cells.get("group", "")
    for param in record.raw.findall("{*}param"):
        value, unit = (param.text or "").strip(), param.get("unit") or ""
        if option_column(param.get("name") or "") in NAMED_OPTIONS:
            put_option(cells, param.get("name") or "", value)
        else:
            put_attribute(cells, param.get("name") or "", f"{value} {unit}".strip())
    return [Row(record.line, cells, group)]


def keep_category(record: Record, context: Context) -> None:
    element: Any = record.raw
    context.keep("categories")[element.get("id")] = (
        (element.text or "").strip(),
        element.get("parentId"),
    )


def category(number: str, context: Context) -> str:
    """The path of a category, from its root."""
    names: list[str] = []
    table = context.keep("categories")
    while number in table and len(names) < DEEP:
        name, number = table[number]
        names.insert(0, name)
    return " > ".join(names)


FORMAT = Format(
    "yml",
    "YML feed",
    (),
    columns(
        {
            **{"@id": "sku", "@available": "availability", "@group_id": "group", "url": "url"},
            **{"price": "price", "oldprice": "price_before", "currencyId": "currency"},
            **{"categoryId": "category id", "picture": "images", "name": "title"},
            **{"vendor": "brand", "vendorCode": "mpn", "description": "description"},
            **{"barcode": "gtin", "count": "stock"},
            # Of Ukrainian marketplaces, beside the same:
            **{"price_old": "price_before", "stock_quantity": "stock", "article": "mpn"},
            **{"name_ua": "title:uk", "description_ua": "description:uk"},
        },
        """@type,@bid,@cbid,delivery,pickup,store,sales_notes,delivery-options,pickup-options,
        manufacturer_warranty,country_of_origin,weight,dimensions,purchase_price,cpa,adult""",
    ),
    kind=ELEMENTS,
    root="yml_catalog",
    elements=("offer", "category"),
    families=("param", "typePrefix", "model", "@parentId"),
    decimal=".",
    rows=rows,
    assemble=siblings,
)
