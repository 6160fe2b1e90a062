"""PrestaShop and thirty bees: the tables of products and of their combinations.

Both are of the shape that the shop's own CSV import reads; the second is found beside the first.
https://docs.prestashop-project.org/v.8-documentation/user-guide/configuring-shop/advanced-parameters/import
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from catalog.importing.cells import categories, decimal, first, joined, path, quoted_list
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.prestashop_names import (
    english,
    is_translated,
    is_translated_combinations,
)
from catalog.importing.formats.products import CHILD, PARENT, under_parent

# The header says how lists are separated: "Categories (x,y,z...)" or "(x;y;z...)".
LIST = re.compile(r"\(x(.)y")
FAMILIES = (
    r"(categories|tags|image urls|image alt texts|features?|feature|attribute|value) ?\(.*\)\*?",
    r"delete existing images.*",
)


def lists(record: Record) -> dict[str, list[str]]:
    """The cells that hold several values, by the first word of their column."""
    found: dict[str, list[str]] = {}
    for name, value in record.cells.items():
        if re.fullmatch(FAMILIES[0], name.strip(), re.I):
            separator = LIST.search(name)
            word = name.strip().lower().partition("(")[0].strip()
            found[word] = quoted_list(first(value), separator[1] if separator else ",")
    return found


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    found = lists(record)
    number, visible = cells.get("source_id", ""), cells.pop("visibility", "")
    if visible.strip().lower() == "none":
        cells["active"] = "0"
    summary = cells.pop("summary", "")
    cells["description"] = cells.get("description") or summary
    roots = ("home", "root")
    if gross := cells.pop("gross", ""):
        cells["price"] = gross
    named = found.get("categories") or [cells.get("category", "")]
    paths = [path(each, "/") for each in named]
    proper = [each.removeprefix("Home > ") for each in paths if each.lower() not in roots]
    cells["category"] = categories(proper or paths)
    cells["tags"] = joined(found.get("tags", []))
    cells["images"] = joined(found.get("image urls", [])) or cells.get("images", "")
    for feature in found.get("feature", []) or found.get("features", []):
        name, _colon, value = feature.partition(":")
        value = value.split(":")[0].strip()
        several = {"material": "material"}.get(name.strip().lower(), f"attr:{name.strip()}")
        if cells.get(several):
            cells[several] = joined([*cells[several].split("|"), value])
        else:
            put_attribute(cells, name.strip(), value)
    discount(cells)
    return [Row(record.line, cells, number, PARENT)]


def discount(cells: Cells) -> None:
    """A reduction by percent; one by an amount is with tax, which the price is not: left out."""
    percent, full = decimal(cells.pop("percent", "")), decimal(cells.get("price", ""))
    if full is not None and percent and 0 < percent < 100:
        cells["price"] = f"{full:.2f}"
        cells["sale_price"] = f"{full * (100 - percent) / 100:.2f}"


def combination_rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    """A combination: `Colour:color:0, Size:select:1` has the values `Moss:0, 39:0`."""
    found = lists(record)
    names, chosen = found.get("attribute", []), found.get("value", [])
    for name, value in zip(names, chosen, strict=False):
        put_option(cells, name.split(":")[0].strip(), without_position(value))
    cells["images"] = joined(found.get("image urls", []))
    product = cells.pop("product", "")
    return [Row(record.line, cells, product, CHILD)]


def without_position(value: str) -> str:
    return re.sub(r":\d+$", "", value).strip()


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Combinations under their product, their price its price and what they add to it."""
    parent = next((row for row in rows if row.role == PARENT), None)
    if parent is None:
        missing = "the product of this combination is in no file; give both files to the import"
        return [replace(row, problems=(missing,)) for row in rows]
    pictures = parent.cells.get("images", "").split("|")
    for row in rows:
        if row.role == CHILD:
            impact = decimal(row.cells.pop("impact", "")) or Decimal(0)
            for name in ("price", "price_before"):
                if (base := decimal(parent.cells.get(name, ""))) is not None:
                    row.cells[name] = f"{base + impact:.2f}"
            place = row.cells.pop("picture", "")
            if not row.cells.get("images") and place.isdigit() and 0 < int(place) <= len(pictures):
                row.cells["images"] = pictures[int(place) - 1]
    return under_parent(rows, context)


PRODUCTS = Format(
    "prestashop",
    "PrestaShop export",
    signs(
        "Product ID,Name,Price tax excluded",
        "Product ID,Name,Price tax included",
        "Product ID,Active (0/1),Name",
        "ID,Active (0/1),Name",
        "Product ID,Name,Reference,Price (tax excl.)",
        "ID,Name,Reference,Base price,Final price",
    ),
    columns(
        {
            **{"Product ID": "source_id", "ID": "source_id", "Active (0/1)": "active"},
            **{"Name": "title", "Price tax excluded": "price", "Price tax included": "price"},
            **{"Reference #": "sku", "Reference": "sku", "Manufacturer": "brand"},
            **{"EAN13": "gtin", "EAN-13": "gtin", "UPC": "gtin", "ISBN": "gtin", "MPN": "mpn"},
            **{"Quantity": "stock", "Visibility": "visibility", "Description": "description"},
            **{"Short description": "summary", "Summary": "summary", "Discount percent": "percent"},
            # the list of products in the shop's admin
            **{"Price (tax excl.)": "price", "Base price": "price", "Status": "active"},
            **{"Price (tax incl.)": "gross", "Final price": "gross", "Category": "category"},
            "Image": "images",
            "Discount from (yyyy-mm-dd)": "sale_from",
            "Discount to (yyyy-mm-dd)": "sale_to",
            "Product available date": "published",
            "Product creation date": "published",
        },
        """Tax rules ID,Wholesale price,Discount amount,
        On sale (0/1),Supplier reference #,Supplier,Weight,Width,
        Height,Depth,Delivery time of in-stock products,Minimal quantity,
        Additional shipping cost,Unity,Unit for base price,Unit for the price per unit,Unit price,
        URL rewritten,Rewritten URL,Meta title,Meta keywords,Meta description,Ecotax,Label when in
        stock,Label when backorder allowed,Text when in stock,Text when backorder allowed,
        Available for order (0 = No, 1 = Yes),Show price (0 = No, 1 = Yes),Low stock level,
        Available online only (0 = No, 1 = Yes),Condition,ID / Name of shop,Out of stock""",
    ),
    families=FAMILIES,
    companion="prestashop-combinations",
    rows=rows,
    assemble=assemble,
    matches=is_translated,
    names=english,
)
COMBINATIONS = Format(
    "prestashop-combinations",
    "PrestaShop combinations",
    signs(
        "Product ID,Attribute (Name:Type:Position),Value (Value:Position)",
        "Product ID,Impact on price",
        "Product ID,Product Reference,Attribute (Name:Type:Position)",
    ),
    columns(
        {
            **{"Product ID": "product", "Reference": "sku", "EAN13": "gtin", "UPC": "gtin"},
            **{"Impact on price": "impact", "Quantity": "stock", "MPN": "mpn"},
            **{"Image position": "picture", "Combination ID": "source_id"},
        },
        """Product Reference,Supplier reference,Wholesale price,Ecotax,Minimal quantity,
        Impact on weight,Default (0 = No, 1 = Yes),Combination available date,Low stock level""",
    ),
    families=FAMILIES,
    companion="prestashop",
    rows=combination_rows,
    assemble=assemble,
    matches=is_translated_combinations,
    names=english,
)
