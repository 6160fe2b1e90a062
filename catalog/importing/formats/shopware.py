"""Shopware 6: the profile "Default product". Categories and options are ids there, without names.

`MappingServiceTest` of Shopware.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Context, Format, Row, columns, signs
from catalog.importing.formats.products import CHILD, PARENT, under_parent

IDENTIFIER = re.compile(r"[0-9a-f]{32}")


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    """A variant says only what differs from its parent."""
    parent = cells.pop("parent", "").strip()
    named = cells.get("category", "").split("|")
    cells["category"] = "|".join(each for each in named if not IDENTIFIER.fullmatch(each.strip()))
    if parent:
        cells = {name: value for name, value in cells.items() if value or name == "sku"}
    return [
        Row(record.line, cells, parent or cells.get("source_id", ""), CHILD if parent else PARENT)
    ]


FORMAT = Format(
    "shopware",
    "Shopware export",
    signs(
        "id,parent_id,product_number,name",
        "id,product_number,stock,name",
        "id,parentId,productNumber",
        "product_number,price_gross,name",
    ),
    columns(
        {
            **{"id": "source_id", "parent_id": "parent", "parentId": "parent"},
            **{"product_number": "sku", "productNumber": "sku", "active": "active"},
            **{"stock": "stock", "name": "title", "description": "description"},
            **{"price_gross": "price", "list_price_gross": "price_before"},
            **{"manufacturer_name": "brand", "ean": "gtin", "manufacturer_number": "mpn"},
            **{"cover_media_url": "images", "categories": "category"},
            **{"release_date": "published", "keywords": "tags"},
        },
        """price_net,purchase_prices_net,purchase_prices_gross,list_price_net,tax_id,tax_rate,
        tax_name,cover_media_id,cover_media_title,cover_media_alt,manufacturer_id,sales_channel,
        propertyIds,optionIds,media""",
    ),
    decimal=".",
    rows=rows,
    assemble=under_parent,
)
