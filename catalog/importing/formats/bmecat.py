"""BMEcat 1.2 and 2005, the catalogue exchange of German industry.

https://www.bme.de/fileadmin/_horusdam/4176-BMEcatV12e.pdf
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.importing.cells import categories, joined
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Context, Format, Row
from catalog.importing.formats.names import put_attribute

# What a shopper pays, first; the gross list before the net one.
PRICE_TYPES = ("nrp", "gros_list", "net_list", "net_customer")
NUMBERS = ("SUPPLIER_AID", "SUPPLIER_PID")
MAPS = ("article_to_cataloggroup_map", "product_to_cataloggroup_map")
DEEP = 12


def rows(record: Record, _cells: Cells, context: Context) -> Iterable[Row]:
    tag = record.tag.lower()
    if tag == "catalog_structure":
        group = {name: text(record.raw, name) for name in ("GROUP_NAME", "PARENT_ID")}
        is_root = record.raw.get("type") == "root"
        name = "" if is_root else group["GROUP_NAME"]
        context.keep("groups")[text(record.raw, "GROUP_ID")] = (name, group["PARENT_ID"])
    elif tag in MAPS:
        number = text(record.raw, "ART_ID") or text(record.raw, "PROD_ID")
        belongs = context.keep("belongs").setdefault(number, [])
        belongs.append(text(record.raw, "CATALOG_GROUP_ID"))
    elif tag == "currency":
        context.keep("header")["currency"] = (record.raw.text or "").strip()
    else:
        yield Row(record.line, article(record.raw, context))


def article(element: Any, context: Context) -> Cells:
    if element.get("mode") == "delete":
        return {"sku": text(element, *NUMBERS), "delete": "1"}
    cells = {
        "sku": text(element, *NUMBERS),
        "title": text(element, "DESCRIPTION_SHORT"),
        "description": text(element, "DESCRIPTION_LONG"),
        "gtin": text(element, "EAN") or text(element, "INTERNATIONAL_PID"),
        "brand": text(element, "MANUFACTURER_NAME"),
        "mpn": text(element, "MANUFACTURER_AID", "MANUFACTURER_PID"),
        "tags": joined(every(element, "KEYWORD")),
        "images": joined(pictures(element)),
    }
    # An update of prices says nothing of the rest.
    cells = {name: value for name, value in cells.items() if value or name == "sku"}
    cells |= price(element, context)
    for feature in element.iterfind(".//{*}FEATURE"):
        values = joined(every(feature, "FVALUE"))
        unit = text(feature, "FUNIT")
        put_attribute(cells, text(feature, "FNAME"), f"{values} {unit}".strip() if values else "")
    return cells


def price(element: Any, context: Context) -> Cells:
    """The price of one piece that comes first in `PRICE_TYPES`, with its currency."""
    found: dict[str, Cells] = {}
    for tag in ("ARTICLE_PRICE", "PRODUCT_PRICE"):
        for each in element.iterfind(f".//{{*}}{tag}"):
            currency = text(each, "PRICE_CURRENCY") or context.keep("header").get("currency", "")
            cells = {"price": text(each, "PRICE_AMOUNT"), "currency": currency}
            found.setdefault(each.get("price_type", ""), cells)
    return next(
        (found[kind] for kind in PRICE_TYPES if kind in found), next(iter(found.values()), {})
    )


def pictures(element: Any) -> list[str]:
    return [
        text(mime, "MIME_SOURCE")
        for mime in element.iterfind(".//{*}MIME")
        if (text(mime, "MIME_TYPE") or "image").startswith(("image", "jpg", "url"))
    ]


def text(element: Any, *names: str) -> str:
    """The text of the first element within that has one of the names."""
    found = (element.find(f".//{{*}}{name}") for name in names)
    return next(((each.text or "").strip() for each in found if each is not None), "")


def every(element: Any, name: str) -> list[str]:
    return [(each.text or "").strip() for each in element.iterfind(f".//{{*}}{name}")]


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Categories are told apart from the articles, and mostly behind them."""
    for row in rows:
        groups = context.keep("belongs").get(row.cells.get("sku", ""), [])
        if groups:
            row.cells["category"] = categories(path(group, context) for group in groups)
        yield row


def path(group: str, context: Context) -> str:
    names: list[str] = []
    table = context.keep("groups")
    while group in table and len(names) < DEEP:
        name, group = table[group]
        names = [name, *names] if name else names
    return " > ".join(names)


FORMAT = Format(
    "bmecat",
    "BMEcat catalogue",
    (),
    {},
    kind=ELEMENTS,
    root="bmecat",
    elements=("article", "product", "catalog_structure", "currency", *MAPS),
    families=(".*",),
    rows=rows,
    assemble=assemble,
)
