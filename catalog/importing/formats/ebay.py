"""eBay's templates and reports of listings (File Exchange, Seller Hub): variations below theirs.

https://www.ebay.com/help/selling/listings/listing-tools/seller-hub-reports
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, first, joined, path
from catalog.importing.files.records import Content, Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import CHILD, PARENT, under_parent

ACTION = re.compile(r"\*?Action\(.*", re.I)  # Action(SiteID=US|Country=US|Currency=USD|...)
CURRENCY = re.compile(r"Currency=(\w{3})")
SPECIFIC = re.compile(r"\*?C:(.+)", re.I)  # item specifics: "C:Brand"
PRODUCT = re.compile(r"\*?P:(UPC|EAN|ISBN|MPN)", re.I)
NUMBERS = {"mpn": "mpn"}  # the others are barcodes
DELETED = frozenset(("end", "delete"))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    kept, last = context.keep("currency"), context.keep("listing")
    for name, value in record.cells.items():
        text = first(value).strip()
        if action := ACTION.fullmatch(name):
            kept["code"] = match[1] if (match := CURRENCY.search(action[0])) else ""
            cells |= {"delete": "1"} if text.lower() in DELETED else {}
        elif specific := SPECIFIC.fullmatch(name):
            put_attribute(cells, specific[1], text)
        elif (product := PRODUCT.fullmatch(name)) and text:
            cells.setdefault(NUMBERS.get(product[1].lower(), "gtin"), text)
    cells.setdefault("currency", kept.get("code", ""))
    details, is_variation = cells.pop("details", ""), cells.pop("relationship", "") == "Variation"
    if not is_variation:
        last["number"] = cells.get("sku") or cells.get("title", "")
        return [Row(record.line, cells, last["number"], PARENT)]
    for option in details.split("|"):
        name, _equals, value = option.partition("=")
        put_option(cells, name.strip(), value.strip())
    return [Row(record.line, cells, last.get("number", ""), CHILD)]


def pictures(value: Value) -> str:
    """Addresses; those of a variation stand behind its value: "Red=https://..."."""
    named = (each.strip() for each in first(value).split("|"))
    return joined(each[each.find("http") :] if "=http" in each else each for each in named)


def is_template(content: Content) -> bool:
    return any(ACTION.fullmatch(name) for name in content.names)


FORMAT = Format(
    "ebay",
    "eBay listings",
    (),
    columns(
        {
            **{"Custom label (SKU)": "sku", "CustomLabel": "sku", "Title": "title"},
            **{"Description": "description", "Start price": "price", "StartPrice": "price"},
            **{"Quantity": "stock", "Relationship": "relationship"},
            **{"Relationship details": "details", "RelationshipDetails": "details"},
            **{"Item photo URL": Column("images", pictures), "PicURL": Column("images", pictures)},
            "Category name": Column("category", lambda value: path(first(value), "/")),
        },
        "Category ID,Category,Condition ID,ConditionID,Format,Duration,Location,Subtitle",
    ),
    families=(ACTION.pattern, SPECIFIC.pattern, PRODUCT.pattern),
    rows=rows,
    assemble=under_parent,
    matches=is_template,
)
