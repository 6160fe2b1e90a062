"""Heureka's feed, which comparison sites of Central Europe (Zboží, Glami, Árukereső) read too.

https://sluzby.heureka.cz/napoveda/xml-feed/
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.importing.cells import first, path
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute
from catalog.importing.formats.products import siblings

READY = "0"  # days until delivery, of what lies in the shop


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    for param in record.raw.findall("{*}PARAM"):
        name, value = (param.findtext(f"{{*}}{tag}") or "" for tag in ("PARAM_NAME", "VAL"))
        put_attribute(cells, name.strip(), value.strip())
    return [Row(record.line, cells, cells.get("group", ""))]


def days(text: str) -> str:
    """Whether it can be had: days until delivery, a date of it, or nothing where nobody knows."""
    return "in_stock" if text.strip() == READY else "backorder" if text.strip() else ""


FORMAT = Format(
    "heureka",
    "Heureka feed",
    signs("PRODUCTNAME,PRICE_VAT", "PRODUCTNAME,CATEGORYTEXT"),
    columns(
        {
            **{"ITEM_ID": "sku", "ITEMGROUP_ID": "group", "PRODUCTNAME": "title"},
            **{"PRODUCT": "title", "DESCRIPTION": "description", "URL": "url"},
            **{"IMGURL": "images", "IMGURL_ALTERNATIVE": "images", "PRICE_VAT": "price"},
            **{"PRICE_BEFORE_DISCOUNT": "price_before", "MANUFACTURER": "brand", "BRAND": "brand"},
            **{"EAN": "gtin", "PRODUCTNO": "mpn", "ISBN": "gtin"},
            "CATEGORYTEXT": Column("category", lambda value: path(first(value), "|")),
            "DELIVERY_DATE": Column("availability", lambda value: days(first(value))),
        },
        """ITEM_TYPE,VIDEO_URL,HEUREKA_CPC,MAX_CPC,MAX_CPC_SEARCH,DELIVERY,ACCESSORY,GIFT,
        EXTENDED_WARRANTY,SPECIAL_SERVICE,SALES_VOUCHER,DUES""",
    ),
    kind=ELEMENTS,
    elements=("shopitem",),
    families=("PARAM",),
    rows=rows,
    assemble=siblings,
)
