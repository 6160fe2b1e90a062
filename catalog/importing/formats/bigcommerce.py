"""BigCommerce (the export of before 2023, "v2"): products, with a row for each of their SKUs below.

https://support.bigcommerce.com/s/article/Importing-Exporting-Products
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, categories, first, joined, listed, path, quoted_list
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import CHILD, PARENT, under_parent

OPTION = re.compile(r"(?:^|,)\[(?P<kind>\w+)\](?P<name>[^=]+)=(?P<value>(?:(?!,\[\w+\]).)*)")
PICTURE = (
    r"product image (file|url) - \d+|product image (id|description|is thumbnail|index|sort) - \d+"
)
PICTURE_FILE = re.compile(r"product image (?:file|url) - \d+", re.I)


def paths(value: Value) -> str:
    return categories(path(each, "/") for each in first(value).split(";"))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """A product begins a family; the rows that follow are its SKUs, and rules of its prices."""
    kind = cells.pop("type", "").strip().lower()
    tracked = cells.pop("tracked", "").strip().lower()
    fields = cells.pop("fields", "")
    state = context.keep("product")
    if kind == "product":
        state["family"] = f"product {record.line}"
        pictures = [first(v) for n, v in record.cells.items() if PICTURE_FILE.fullmatch(n)]
        cells["images"] = joined(pictures)
        for pair in quoted_list(fields, ";"):
            name, _equals, value = pair.partition("=")
            put_attribute(cells, name.strip(), value.strip().strip('"'))
    elif kind == "sku":
        for match in OPTION.finditer(cells.pop("title", "")):
            put_option(cells, match["name"].strip(), match["value"].strip())
    else:
        return []
    if tracked in ("none", "by option"):  # the number, if any, is that of the SKUs
        cells["stock"] = ""
    role = PARENT if kind == "product" else CHILD
    return [Row(record.line, cells, state.get("family", ""), role)]


FORMAT = Format(
    "bigcommerce",
    "BigCommerce export",
    signs("item type,product name,product code/sku", "item type,product id,product name"),
    columns(
        {
            **{"Item Type": "type", "Product Name": "title", "Product Code/SKU": "sku"},
            **{"Product ID": "source_id", "Brand Name": "brand", "Brand": "brand"},
            **{"Product Description": "description", "Price": "price", "Sale Price": "sale_price"},
            **{"Retail Price": "price_before", "Product Visible?": "active"},
            **{"Track Inventory": "tracked"},
            **{"Current Stock Level": "stock", "Category": Column("category", paths)},
            **{"Product UPC/EAN": "gtin", "GPS Global Trade Item Number": "gtin"},
            **{"GPS Manufacturer Part Number": "mpn", "Manufacturer Part Number": "mpn"},
            **{"Product Custom Fields": "fields", "Product URL": "url"},
            **{"Search Keywords": Column("tags", listed)},
        },
        """Product Type,Bin Picking Number,Option Set,Option Set Align,Cost Price,
        Fixed Shipping Cost,Free Shipping,Product Warranty,Product Weight,Product Width,
        Product Height,Product Depth,Product Availability,Low Stock Level,Page Title,
        Meta Keywords,Meta Description,MYOB Asset Acct,MYOB Income Acct,MYOB Expense Acct,
        Product Condition,Show Product Condition?,Event Date Required?,Event Date Name,Sort Order,
        Product Tax Class,Allow Purchases?,Stop Processing Rules,Redirect Old URL?""",
    ),
    families=(PICTURE,),
    decimal=".",
    rows=rows,
    assemble=under_parent,
)
