"""BigCommerce's export since 2023 ("v3"): rows of products, and below each its variants and images.

https://support.bigcommerce.com/articles/en_US/Knowledge/Supported-Product-Fields
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, categories, first, joined, listed, path, quoted_list
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import CHILD, PARENT, under_parent

PICTURE = "picture"
ROLES = {"product": PARENT, "variant": CHILD, "image": PICTURE}
# `Type=Swatch|Name=Colour|Value=Moss[#4a5d23]Type=Rectangle|Name=Size|Value=39`
OPTION = re.compile(r"Name=(?P<name>[^|]+)\|Value=(?P<value>.*?)(?:\[[^\]]*\])?\s*(?=Type=|$)")


def paths(value: Value) -> str:
    """Paths by slashes; some exports have the numbers of categories alone."""
    named = [each for each in first(value).split(";") if not each.strip().isdigit()]
    return categories(path(each, "/") for each in named)


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    role = ROLES.get(cells.pop("kind", "").strip().lower())
    tracking, fields = cells.pop("tracked", "").strip().lower(), cells.pop("fields", "")
    state = context.keep("product")
    if role is None:  # a video
        return []
    if role == PARENT:
        state["family"] = f"product {record.line}"
        for pair in quoted_list(fields, ";"):
            name, _equals, value = pair.partition("=")
            put_attribute(cells, name.strip(), value.strip())
    elif role == CHILD:
        for match in OPTION.finditer(first(record.cells.get("Options", ""))):
            put_option(cells, match["name"].strip(), match["value"].strip())
    if tracking in ("none", "variant" if role == PARENT else "product"):
        cells["stock"] = ""
    return [Row(record.line, cells, state.get("family", ""), role)]


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Images belong to the product, in their order."""
    parent = next((row for row in rows if row.role == PARENT), None)
    pictures = [row.cells.get("images", "") for row in rows if row.role == PICTURE]
    if parent is not None:
        parent.cells["images"] = joined([parent.cells.get("images", ""), *pictures])
    return under_parent([row for row in rows if row.role != PICTURE], context)


FORMAT = Format(
    "bigcommerce-v3",
    "BigCommerce export",
    signs("Item,ID,Name,SKU,Options", "Item,ID,Name,Type,SKU,Price", "Item,Name,SKU,Is Visible"),
    columns(
        {
            **{"Item": "kind", "ID": "source_id", "Name": "title", "SKU": "sku"},
            **{"Inventory Tracking": "tracked", "Current Stock": "stock", "Price": "price"},
            **{"Retail Price": "price_before", "Sale Price": "sale_price", "Brand": "brand"},
            **{"Brand Name": "brand", "Categories": Column("category", paths)},
            **{"Description": "description", "Custom Fields": "fields", "Product URL": "url"},
            **{"Search Keywords": Column("tags", listed)},
            **{"UPC/EAN": "gtin", "Global Trade Number": "gtin", "Is Visible": "active"},
            **{"Manufacturer Part Number": "mpn", "Variant Image URL": "variant_images"},
            **{"Image URL (Import)": "images", "Internal Image URL (Export)": "images"},
        },
        """Type,Low Stock,Cost Price,Brand ID,Channels,Page Title,Meta Description,Meta Keywords,
        Bin Picking Number,Free Shipping,Fixed Shipping Cost,Weight,Width,Height,Depth,
        Is Featured,Warranty,Tax Class,Product Condition,Show Product Condition,Sort Order,
        Image Description,Image is Thumbnail,Image Sort Order,YouTube ID,Video Title,
        Video Description,Video Sort Order""",
    ),
    families=("options",),
    decimal=".",
    rows=rows,
    assemble=assemble,
)
