"""Shopify: the product export with its header of before and since 2024, and products.json.

https://help.shopify.com/en/manual/products/import-export/using-csv
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from catalog.importing.cells import Value, categories, first, joined, listed
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.objects import written
from catalog.importing.files.records import OBJECTS, Record
from catalog.importing.formats.format import (
    Cells,
    Column,
    Context,
    Format,
    Row,
    columns,
    key,
    signs,
)
from catalog.importing.formats.metafields import metafield, rating
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import of_product

METAFIELD = re.compile(r"(.+?) ?\((?:product|variant)\.metafields\.(?:[^.]+)\.(?:[^)]+)\)")
NO_OPTION = ("title", "default title", "default")


def json_tags(value: Value) -> str:
    return listed(value) if isinstance(value, str) else joined(value)


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """A variant, or only a picture: such rows have no option, price, title or SKU."""
    handle = cells.get("group", "")
    has_options = options(record, cells, context.keep("options").setdefault(handle, {}))
    metafields(record, cells)
    main, kind = cells.get("category", ""), cells.pop("type", "")
    cells["category"] = categories([main if main.lower() != "uncategorized" else "", kind])
    status(cells)
    inventory(record, cells)
    variant = has_options or any(cells.get(name) for name in ("price", "title", "sku"))
    return [Row(record.line, cells, handle, "" if variant else "picture")]


def options(record: Record, cells: Cells, names: dict[str, str]) -> bool:
    """Put what the variant is; only the first row of a product has the names of its options."""
    found = {key(name): first(value) for name, value in record.cells.items() if name[:3] == "Opt"}
    for number in "123":
        names[number] = found.get(f"option{number} name") or names.get(number, "")
        value = found.get(f"option{number} value", "")
        if value and not is_placeholder(names[number], value):
            put_option(cells, names[number] or number, value)
    return any(found.get(f"option{number} value") for number in "123")


def is_placeholder(name: str, value: str) -> bool:
    """What a product without options has instead of one: Title is Default Title."""
    return name.lower() in ("", "title") and value.lower() in NO_OPTION


def inventory(record: Record, cells: Cells) -> None:
    """What nobody counts is there; what sells on when it is gone is ordered back."""
    policy, tracker = cells.pop("policy", ""), cells.pop("tracker", None)
    if tracker == "" and "stock" in cells:
        cells["stock"] = ""
    if policy.lower() in ("continue", "true") and cells.get("stock", "")[:1] in ("0", "-"):
        cells["availability"] = "backorder"


def metafields(record: Record, cells: Cells) -> None:
    for name, value in record.cells.items():
        match, text = METAFIELD.fullmatch(name), first(value).strip()
        if match and (stars := rating(text)):
            cells["rating"] = stars
        elif match:
            put_attribute(cells, match[1], metafield(text))


def status(cells: Cells) -> None:
    """Shown only where it is published and no draft; both are said on the first row alone."""
    published, state = cells.pop("published here", ""), cells.pop("status", "")
    if published or state:
        hidden = published.lower() == "false" or state.lower() in ("draft", "archived")
        cells["active"] = "0" if hidden else "1"


def assemble(rows: list[Row], _context: Context) -> Iterable[Row]:
    """The first row speaks for the product; every row may bring a picture of it."""
    found: dict[str, str] = {}
    pictured = any("images" in each.cells for each in rows)  # not an excerpt without that column
    for each in rows:
        if address := each.cells.pop("images", ""):
            found.setdefault(address, each.cells.get("alt", ""))
        each.cells.pop("alt", None)
    told = {name: value for name, value in rows[0].cells.items() if of_product(name)}
    if pictured:
        told["images"] = SEPARATOR.join(found)
    if any(found.values()):
        told["alt"] = SEPARATOR.join(alt.replace(SEPARATOR, "/") for alt in found.values())
    variants = [each for each in rows if each.role != "picture"]
    for each in variants:
        each.cells |= told
    return variants


COLUMNS = columns(
    {
        **{"Handle": "group", "URL handle": "group", "Title": "title"},
        **{"Body (HTML)": "description", "Body HTML": "description", "Description": "description"},
        **{"Vendor": "brand", "Product Category": "category", "Type": "type"},
        **{"Custom Product Type": "type", "Standard Product Type": "category"},
        **{"Tags": Column("tags", listed), "Status": "status"},
        **{"Published": "published here", "Published on online store": "published here"},
        **{"Variant SKU": "sku", "SKU": "sku", "Variant Barcode": "gtin", "Barcode": "gtin"},
        **{"Variant Inventory Qty": "stock", "Inventory quantity": "stock"},
        **{"Variant Inventory Tracker": "tracker", "Inventory tracker": "tracker"},
        "Variant Inventory Policy": "policy",
        "Continue selling when out of stock": "policy",
        **{"Variant Price": "price", "Price": "price"},
        **{"Variant Compare At Price": "price_before", "Compare-at price": "price_before"},
        **{"Image Src": "images", "Product image URL": "images"},
        "Image Alt Text": "alt",
        **{"Variant Image": "variant_images", "Variant image URL": "variant_images"},
        **{"Google Shopping / Gender": "gender", "Google Shopping / MPN": "mpn"},
    },
    """Variant Grams,Weight value (grams),Variant Weight Unit,Weight unit for display,
    Variant Fulfillment Service,Fulfillment service,
    Variant Requires Shipping,Requires shipping,Variant Taxable,Charge tax,Variant Tax Code,
    Tax code,Image Position,Gift Card,SEO Title,SEO Description,Cost per item,Collection,
    Template Suffix,Option1 Linked To,Option2 Linked To,Option3 Linked To""",
)
FAMILIES = (r"option[123] (name|value)", METAFIELD.pattern)
FORMAT = Format(
    "shopify",
    "Shopify export",
    signs(
        "Handle,Title,Variant Price",
        "Handle,Variant SKU",
        "Handle,Title,Body (HTML),Vendor",
        "Handle,Option1 Value,Variant SKU",
        "Title,URL handle,Option1 value",
        "Title,URL handle,Compare-at price",
        "Title,URL handle,Inventory quantity",
        "Title,URL handle,Published on online store",
    ),
    COLUMNS,
    families=FAMILIES,
    decimal=".",
    rows=rows,
    assemble=assemble,
)


def json_rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    """The variants of a product in products.json, as a shop gives it out or its API does."""
    raw = record.raw
    names = [str(each.get("name", "")) for each in of(raw, "options")]
    addresses = {each.get("id"): str(each.get("src") or "") for each in of(raw, "images")}
    cells["images"] = joined(addresses.values())
    cells["active"] = "0" if raw.get("status") in ("draft", "archived") else "1"
    for each in of(raw, "variants"):
        variant = {ours: written(each[theirs]) for theirs, ours in JSON_VARIANT if theirs in each}
        picture = each.get("featured_image") or {}
        address = picture.get("src") or addresses.get(each.get("image_id"), "")
        variant["variant_images"] = str(address or "")
        if each.get("available") is False:
            variant["availability"] = "out_of_stock"
        for number, name in enumerate(names, start=1):
            value = str(each.get(f"option{number}") or "")
            if value and not is_placeholder(name, value):
                put_option(variant, name, value)
        yield Row(record.line, {**cells, **variant}, cells.get("group", ""))


def of(raw: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [each for each in raw.get(name) or [] if isinstance(each, dict)]


JSON_VARIANT = (
    *(("id", "source_id"), ("sku", "sku"), ("price", "price"), ("barcode", "gtin")),
    *(("compare_at_price", "price_before"), ("inventory_quantity", "stock")),
)
JSON = Format(
    "shopify-json",
    "Shopify products.json",
    signs("handle,body html,vendor,variants,options"),
    columns(
        {
            **{"handle": "group", "title": "title", "body_html": "description"},
            **{"vendor": "brand", "product_type": "category", "tags": Column("tags", json_tags)},
            "published_at": "published",
        },
        "id,created_at,updated_at,template_suffix,published_scope,admin_graphql_api_id",
    ),
    kind=OBJECTS,
    families=("variants.*", "options.*", "images.*", "image", r"image\..*", "status"),
    decimal=".",
    rows=json_rows,
)
