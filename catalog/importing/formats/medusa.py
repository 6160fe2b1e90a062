"""Medusa's product export, of versions 1 and 2: families of numbered columns, a row a variant.

https://docs.medusajs.com/user-guide/products/import
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import first, joined, listed
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.money import of_several
from catalog.importing.formats.names import put_option
from catalog.importing.formats.products import siblings

OPTION = re.compile(r"(?:variant )?option (\d+) (name|value)", re.I)
PRICE = re.compile(r"(?:variant )?price (?:.* \[)?([a-z]{3})\]?", re.I)  # or by region
IMAGE = re.compile(r"product image \d+(?: url)?|image \d+ url", re.I)
TAG = re.compile(r"product tag \d+", re.I)
CATEGORY = re.compile(r"product category \d+(?: name)?", re.I)
NO_OPTION = ("default option", "default")
IDENTIFIER = re.compile(r"p(?:tag|cat|col|typ)_\w+")  # names nothing by itself


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    handle = cells.get("group") or cells.pop("product id", "")
    cells.pop("product id", None)
    cells["group"] = handle
    options(record, cells)
    cells |= of_several(
        {
            match[1].upper(): first(value)
            for name, value in record.cells.items()
            if (match := PRICE.fullmatch(name))
        },
        context,
    )
    cells["images"] = joined([*every(record, IMAGE), *cells.get("images", "").split(SEPARATOR)])
    tags = [*cells.get("tags", "").split(SEPARATOR), *every(record, TAG)]
    cells["tags"] = joined(each for each in tags if not IDENTIFIER.fullmatch(each))
    named = [each for each in every(record, CATEGORY) if not IDENTIFIER.fullmatch(each)]
    cells["category"] = joined(named) or cells.get("kind", "")
    cells.pop("kind", None)
    cells["variant_images"] = ""
    status = cells.pop("status", "").strip().lower()
    if status:
        cells["active"] = "1" if status == "published" else "0"
    inventory(cells)
    return [Row(record.line, cells, handle)]


def options(record: Record, cells: Cells) -> None:
    names: dict[str, dict[str, str]] = {}
    for name, value in record.cells.items():
        if match := OPTION.fullmatch(name):
            names.setdefault(match[1], {})[match[2].lower()] = first(value).strip()
    for each in names.values():
        if each.get("name") and each["name"].lower() not in NO_OPTION:
            put_option(cells, each["name"], each.get("value", ""))


def every(record: Record, pattern: re.Pattern[str]) -> list[str]:
    return [first(v).strip() for n, v in record.cells.items() if pattern.fullmatch(n) and first(v)]


def inventory(cells: Cells) -> None:
    counted, back = cells.pop("counted", ""), cells.pop("backorder", "")
    if counted.lower() == "false" and "stock" in cells:
        cells["stock"] = ""
    if back.lower() == "true" and cells.get("stock") == "0":
        cells["availability"] = "backorder"


FORMAT = Format(
    "medusa",
    "Medusa export",
    signs(
        "Product Handle,Product Title,Variant SKU",
        "Product Handle,Product Title,Variant Title",
        "Product Id,Product Title,Variant Option 1 Name",
    ),
    columns(
        {
            **{"Product Id": "product id", "Product Handle": "group", "Product Title": "title"},
            **{"Product Description": "description", "Product Status": "status"},
            **{"Product Thumbnail": "images", "Product Material": "material"},
            **{"Variant Id": "source_id", "Variant SKU": "sku", "Variant Barcode": "gtin"},
            **{"Variant EAN": "gtin", "Variant UPC": "gtin"},
            **{"Variant Inventory Quantity": "stock", "Variant Manage Inventory": "counted"},
            **{"Variant Allow Backorder": "backorder", "Product Created At": "published"},
            **{"Product Collection Title": "tags", "Product Type": "kind"},
            "Product Tags": Column("tags", listed),
        },
        """Product Subtitle,Product Weight,Product Length,Product Width,Product Height,
        Product HS Code,Product Origin Country,Product MID Code,Product Collection Id,
        Product Collection Handle,Product Type Id,Product Discountable,
        Product External Id,Product Profile Name,Product Profile Type,Product Is Giftcard,
        Variant Title,Variant Weight,Variant Length,Variant Width,Variant Height,Variant HS Code,
        Variant Origin Country,Variant MID Code,Variant Material,Variant Metadata,
        Product Metadata,Variant Created At,Variant Updated At,Product Updated At,
        Product Deleted At,Variant Deleted At,Product Sales Channel 1,Product Sales Channel 1 Id""",
    ),
    families=(
        OPTION.pattern,
        r"(?:variant )?price .+",
        IMAGE.pattern,
        TAG.pattern,
        CATEGORY.pattern,
    ),
    decimal=".",
    rows=rows,
    assemble=siblings,
)
