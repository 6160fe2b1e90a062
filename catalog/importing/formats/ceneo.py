"""Ceneo's offers, as Polish shops write them for comparison sites.

https://developers.ceneo.pl/ (plik ofertowy XML)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.importing.cells import joined, path
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Context, Format, Row, key, signs
from catalog.importing.formats.names import put_attribute

# Days until it is sent, up to 14; 90 is made to order, of 99 the shop says nothing.
STATES = {"": "", "90": "backorder", "99": "", "110": "preorder"}
NUMBERS = {"ean": "gtin", "kod producenta": "mpn", "isbn": "gtin", "producent": "brand"}


def rows(record: Record, _cells: Cells, _context: Context) -> Iterable[Row]:
    offer: Any = record.raw
    cells = {
        "sku": offer.get("id", ""),
        "url": offer.get("url", ""),
        "price": offer.get("price", ""),
        "currency": "PLN",
        "availability": STATES.get(offer.get("avail", ""), "in_stock"),
        "title": text(offer, "name"),
        "description": text(offer, "desc"),
        "category": path(text(offer, "cat"), "/"),
        "images": joined(each.get("url", "") for each in offer.iterfind("{*}imgs/*")),
    }
    if offer.get("stock"):
        cells["stock"] = offer.get("stock")
    for each in offer.iterfind("{*}attrs/{*}a"):
        name, value = each.get("name", ""), (each.text or "").strip()
        if column := NUMBERS.get(key(name)):
            cells[column] = value
        else:
            put_attribute(cells, name, value)
    return [Row(record.line, cells)]


def text(offer: Any, name: str) -> str:
    return (offer.findtext(f"{{*}}{name}") or "").strip()


FORMAT = Format(
    "ceneo",
    "Ceneo offers",
    signs("@id,@price,@avail"),
    {},
    kind=ELEMENTS,
    elements=("o",),
    families=(".*",),
    decimal=".",
    rows=rows,
)
