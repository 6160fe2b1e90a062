"""Magento Open Source and Adobe Commerce: the catalogue export.

https://experienceleague.adobe.com/en/docs/commerce-admin/systems/data-transfer/data-attributes-product
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, categories, first, joined, plain, values, words
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import PARENT, inherit

VIEW = "view"
LANGUAGE = re.compile(r"(?:.*[_-])?([a-z]{2})(?:[_-][a-z]{2})?", re.I)
PAIR = re.compile(r'(?:^|,)([\w-]+)=("(?:[^"]|"")*"|(?:(?!,[\w-]+=).)*)', re.DOTALL)
TRANSLATED = ("title", "description")
# Attributes about the shop, not about the product.
TECHNICAL = words(
    """has_options required_options url_key tax_class_id options_container cost page_layout
    gift_message_available gift_wrapping_available quantity_and_stock_status ts_dimensions_height
    ts_dimensions_length ts_dimensions_width country_of_manufacture"""
)


def paths(text: str, context: Context) -> str:
    """`Default Category/Men/Tops,Default Category/New`; old exports have a line for each.

    The root is no category of the shop. Names may have commas: a path begins with a root.
    """
    roots = context.keep("roots")
    found = []
    for line in text.splitlines():
        roots[line.partition("/")[0].partition(",")[0].strip()] = None
        begins = "|".join(map(re.escape, roots))
        for each in re.split(rf",\s*(?=(?:{begins})(?:[/,]|$))", line):
            names = [plain(name) for name in each.replace(r"\/", "\0").split("/")]
            found.append(" > ".join(name.replace("\0", "/") for name in names[1:] if name))
    return categories(found)


def pictures(value: Value) -> str:
    return joined(
        each.removeprefix("/") for each in values(first(value), ",") if each != "no_selection"
    )


def pairs(text: str) -> dict[str, str]:
    """`k=v,k=v` with commas in a value, or the value in quotation marks."""
    found = {}
    for name, value in PAIR.findall(text):
        if value.startswith('"') and value.endswith('"'):
            value = value[1:-1].replace('""', '"')
        found[name] = value.strip()
    return found


def day(value: Value) -> str:
    """`2/15/26, 12:00 AM`, as Magento writes it, the month first."""
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})\b", first(value))
    if match is None:
        return first(value)
    month, number, year = (int(each) for each in match.groups())
    if month > 12:
        month, number = number, month
    return f"{year + 2000 if year < 100 else year}-{month:02}-{number:02}"


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    view, kind = cells.pop("view", "").strip(), cells.pop("type", "").strip().lower()
    sku = cells.get("sku", "")
    if view and view.lower() not in ("default", "admin", "all"):
        return [Row(record.line, translations(view, cells), sku, VIEW)]
    if kind in ("grouped", "bundle"):
        context.told["no product"] += 1
        return []
    visible = cells.pop("visibility", "").strip().lower()
    if "active" in cells:
        cells["active"] = "0" if cells["active"].startswith(("2", "0")) else "1"
    if "category" in cells:
        cells["category"] = paths(cells["category"], context)
    stock(cells)
    details = cells.pop("details", "")
    for name, value in pairs(details).items():
        if name.lower() not in TECHNICAL:
            put_attribute(cells, label(name), SEPARATOR.join(values(value, SEPARATOR)))
    variations, labels = cells.pop("variations", ""), pairs(cells.pop("variation labels", ""))
    children = [pairs(each) for each in variations.split(SEPARATOR) if each]
    for child in children:
        options = {labels.get(n, label(n)): v for n, v in child.items() if n != "sku"}
        context.keep("options")[child.get("sku", "")] = options
    links = tuple(child["sku"] for child in children if child.get("sku"))
    hidden = visible == "not visible individually"
    return [Row(record.line, cells, sku, PARENT if links else "hidden" if hidden else "", links)]


def label(name: str) -> str:
    return name.replace("_", " ")


def stock(cells: Cells) -> None:
    """A flag beside the number, and whether the number is counted at all."""
    flag, managed = cells.pop("flag", ""), cells.pop("managed", "")
    if flag.startswith("0"):
        cells["availability"] = "out_of_stock"
    if managed.startswith("0") and "stock" in cells:
        cells["stock"] = ""


def translations(view: str, cells: Cells) -> Cells:
    """A store view as a language, where its code ends in one; what it leaves empty is not said."""
    language = LANGUAGE.fullmatch(view)
    if not language:
        return {}
    code = language[1].lower()
    return {f"{name}:{code}": cells[name] for name in TRANSLATED if cells.get(name)}


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Variants under their configurable product, each with the words of its store views."""
    views: Cells = {}
    for row in rows:
        if row.role == VIEW and row.cells:
            views |= row.cells
    spoken = [row for row in rows if row.role != VIEW]
    parent = next((row for row in spoken if row.role == PARENT), None)
    children = [row for row in spoken if row is not parent]
    if parent is None or not children:
        for row in spoken:
            row.cells = {**row.cells, **views, **hide(row)}
        return spoken
    hidden = parent.cells.get("active") == "0"
    for row in children:
        row.cells = variant(parent.cells, row.cells, context)
        row.cells |= {**views, "group": parent.cells["sku"]}
        row.cells |= {"active": "0"} if hidden else {}
    return children


def hide(row: Row) -> Cells:
    return {"active": "0"} if row.role == "hidden" else {}


def variant(parent: Cells, own: Cells, context: Context) -> Cells:
    options = context.keep("options").get(own.get("sku", ""), {})
    chosen: Cells = {}
    for name, value in options.items():
        put_option(chosen, name, value)
    own = {**own, "variant_images": own.get("images", "")}
    own.pop("images", None)
    return {**inherit(parent, own), **chosen}


FORMAT = Format(
    "magento",
    "Magento export",
    signs(
        "sku,product type,attribute set code",
        "sku,product type,visibility,name",
        "sku,configurable variations",
        "sku,additional attributes",
        "sku,store view code",
    ),
    columns(
        {
            **{"sku": "sku", "store view code": "view", "product type": "type", "name": "title"},
            **{"categories": "category", "description": "description"},
            **{"product online": "active", "visibility": "visibility", "price": "price"},
            **{"special price": "sale_price", "special price from date": Column("sale_from", day)},
            "special price to date": Column("sale_to", day),
            "created at": Column("published", day),
            **{"base image": Column("images", pictures), "qty": "stock"},
            **{"additional images": Column("images", pictures), "is in stock": "flag"},
            **{"manage stock": "managed", "additional attributes": "details"},
            **{"configurable variations": "variations", "manufacturer": "brand"},
            "configurable variation labels": "variation labels",
        },
        """attribute set code,product websites,short description,weight,tax class name,url key,
        meta title,meta keywords,meta description,base image label,small image,
        small image label,thumbnail image,thumbnail image label,swatch image,swatch image label,
        updated at,new from date,new to date,display product options in,map price,msrp price,
        map enabled,gift message available,custom design,custom design from,custom design to,
        custom layout update,page layout,product options container,
        msrp display actual price type,country of manufacture,out of stock qty,
        use config min qty,is qty decimal,allow backorders,use config backorders,min cart qty,
        use config min sale qty,max cart qty,use config max sale qty,notify on stock below,
        use config notify stock qty,use config manage stock,use config qty increments,
        qty increments,use config enable qty inc,enable qty increments,is decimal divided,
        website id,related skus,related position,crosssell skus,crosssell position,upsell skus,
        upsell position,additional image labels,hide from product page,custom options,
        bundle price type,bundle sku type,bundle price view,bundle weight type,bundle values,
        bundle shipment type,associated skus,deferred stock update,use config deferred stock update,
        downloadable links,downloadable samples""",
    ),
    decimal=".",
    rows=rows,
    assemble=assemble,
)
