"""A Google Merchant feed (RSS 2.0), which most marketplaces and advertising systems read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from django.urls import reverse

from catalog.exporting.rows import Row
from catalog.importing.columns import ATTRIBUTE, OPTION, SEPARATOR
from catalog.markup import plain
from catalog.renditions import WIDTHS

NAMESPACE = "http://base.google.com/ns/1.0"
SAME_COLUMNS = ("title", "brand", "gtin", "mpn", "color", "size", "gender")
TITLE_LENGTH, DESCRIPTION_LENGTH, IMAGES_MOST = 150, 5_000, 11
STATES = {"out_of_stock": "out_of_stock", "discontinued": "out_of_stock"}
Field = tuple[str, str]
PLAIN: AttributesImpl[str] = AttributesImpl({})


def write_google(file: Any, rows: Iterable[Row], site: str) -> int:
    """How many articles were written; `site` is the address of the shop, for what has no own."""
    xml = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("rss", AttributesImpl({"version": "2.0", "xmlns:g": NAMESPACE}))
    xml.startElement("channel", PLAIN)
    element(xml, "title", site)
    element(xml, "link", site)
    element(xml, "description", site)
    written = 0
    for row in rows:
        if row["active"] == "1" and row["price"]:
            xml.startElement("item", PLAIN)
            for name, value in fields(row, site):
                element(xml, f"g:{name}", value)
            for name, value in details(row):
                xml.startElement("g:product_detail", PLAIN)
                element(xml, "g:attribute_name", name)
                element(xml, "g:attribute_value", value)
                xml.endElement("g:product_detail")
            xml.endElement("item")
            written += 1
    xml.endElement("channel")
    xml.endElement("rss")
    xml.endDocument()
    return written


def element(xml: XMLGenerator, name: str, value: str) -> None:
    xml.startElement(name, PLAIN)
    xml.characters("".join(sign for sign in value if sign >= " " or sign in "\t\n"))
    xml.endElement(name)


def fields(row: Row, site: str) -> Iterator[Field]:
    """The fields of one article that it has."""
    given: list[Field] = [
        ("id", row["sku"]),
        ("item_group_id", row["group"]),
        ("description", plain(row["description"])[:DESCRIPTION_LENGTH]),
        ("link", row["url"] or f"{site}/search/?q={row['sku']}"),
        ("availability", availability(row)),
        ("condition", "new"),
        ("material", row["material"].replace(SEPARATOR, "/")),
        *((name, row[name][:TITLE_LENGTH]) for name in SAME_COLUMNS),
        *prices(row),
        *(("product_type", path) for path in row["category"].split(SEPARATOR)),
        *images(row, site),
    ]
    yield from (field for field in given if field[1])


def availability(row: Row) -> str:
    if row["stock"] == "0" and row["availability"] == "in_stock":
        return "out_of_stock"
    return STATES.get(row["availability"], row["availability"])


def prices(row: Row) -> Iterator[Field]:
    """The price, and the sale price with its time where there is one."""
    if not row["price_before"]:
        yield "price", f"{row['price']} {row['currency']}"
        return
    yield "price", f"{row['price_before']} {row['currency']}"
    yield "sale_price", f"{row['price']} {row['currency']}"
    if row["sale_from"] and row["sale_to"]:
        yield "sale_price_effective_date", f"{row['sale_from']}/{row['sale_to']}"


def images(row: Row, site: str) -> Iterator[Field]:
    """The photos of this very article first, then those of the product."""
    named = [*row["variant_images"].split(SEPARATOR), *row["images"].split(SEPARATOR)]
    for position, name in enumerate(list(filter(None, named))[:IMAGES_MOST]):
        yield ("additional_image_link" if position else "image_link"), address(name, site)


def address(name: str, site: str) -> str:
    """Where a photo can be had: where it came from, else as the shop shows it."""
    if "://" in name:
        return name
    return site + reverse("picture", args=[PurePosixPath(name).stem, max(WIDTHS)])


def details(row: Row) -> Iterator[Field]:
    """The names and values of attributes and further options."""
    for column, cell in row.items():
        for family in (ATTRIBUTE, OPTION):
            if column.startswith(family) and cell:
                yield column[len(family) :], cell.replace(SEPARATOR, ", ")
