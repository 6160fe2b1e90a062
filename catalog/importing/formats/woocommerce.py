"""WooCommerce's product export, whose header is in the language of the shop's admin.

`class-wc-product-csv-exporter.php` and `abstract-wc-csv-exporter.php` of WooCommerce.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, categories, first, joined, listed, path, quoted_list
from catalog.importing.files.records import Content, Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import CHILD, PARENT, under_parent
from catalog.importing.formats.woocommerce_names import KINDS, english

FAMILIES = (
    r"attribute \d+ (name|value\(s\)|visible|global|default)",
    r"(weight|length|width|height) \(.+\)",
    r"short description",
)
QUOTED = re.compile(r"'([=+\-@].*)'?", re.DOTALL)  # lest a spreadsheet run it


def unescaped(text: str) -> str:
    r"""A cell without the quotation of formulas, `\n` as the line end that it stands for."""
    match = QUOTED.fullmatch(text)
    return (match[1].removesuffix("'") if match else text).replace("\\n", "\n")


def description(value: Value) -> str:
    return unescaped(first(value))


def paths(value: Value) -> str:
    return categories(path(each) for each in quoted_list(first(value)))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    kinds = {kind.strip() for kind in cells.pop("type", "").lower().split(",")}
    parent, number = cells.pop("parent", "").strip(), cells.get("source_id", "")
    if "grouped" in kinds:  # a set of products that stand here themselves
        context.told["no product"] += 1
        return []
    cells = {name: unescaped(value) for name, value in cells.items()}
    shown(cells)
    cells["description"] = cells.get("description") or description(
        record.cells.get("Short description", "")
    )
    measures(record, cells)
    is_variant = "variation" in kinds
    for name, value in attributes(record):
        if is_variant:
            put_option(cells, name, value)
        elif "variable" not in kinds:
            put_attribute(cells, name, joined(quoted_list(value)))
        else:
            context.keep("attributes").setdefault(number, {})[name] = value
    if is_variant:
        cells.pop("title", None)  # the parent's, with the options behind it
        return [Row(record.line, cells, parent, CHILD)]
    family = f"id:{number}"
    links = (cells["sku"],) if cells.get("sku") else ()
    return [Row(record.line, cells, family, PARENT if "variable" in kinds else "", links)]


def shown(cells: Cells) -> None:
    """Whether it is published, not hidden, and how it can be had."""
    hidden = cells.pop("visibility", "") == "hidden"
    if "active" in cells:  # 1, 0 (private) or -1 (draft)
        cells["active"] = "1" if cells["active"].startswith("1") and not hidden else "0"
    if cells.get("availability") == "backorder" and not cells.get("stock"):
        cells["stock"] = ""


def measures(record: Record, cells: Cells) -> None:
    """Weight and size of what is sold, with the unit from the header."""
    for name, value in record.cells.items():
        match = re.fullmatch(r"(Weight|Length|Width|Height) \((.+)\)", name, re.I)
        if match and first(value):
            cells[f"attr:{match[1].lower()}"] = f"{first(value)} {match[2]}"


def attributes(record: Record) -> Iterable[tuple[str, str]]:
    number = 1
    while f"Attribute {number} name" in record.cells:
        name = unescaped(first(record.cells[f"Attribute {number} name"]))
        value = unescaped(first(record.cells.get(f"Attribute {number} value(s)", "")))
        if name and value:
            yield name, value
        number += 1


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Variants under their parent, with what the parent says of itself beside their options."""
    parent = next((row for row in rows if row.role == PARENT), None)
    if parent is not None:
        options = {name for row in rows for name in row.cells}
        of_parent = context.keep("attributes").get(parent.cells.get("source_id", ""), {})
        for name, value in of_parent.items():
            as_option: Cells = {}
            put_option(as_option, name, value)
            if not options & set(as_option):
                put_attribute(parent.cells, name, joined(quoted_list(value)))
    return under_parent(rows, context)


def has_kinds(content: Content) -> bool:
    """Whatever the language: a column of numbers, then one of WooCommerce's kinds of product."""
    if len(content.names) < 8:
        return False
    cells = [list(record.cells.values()) for record in content.sample if record.cells]
    return bool(cells) and all(
        first(row[0]).isdigit()
        and all(kind.strip() in KINDS for kind in first(row[1]).lower().split(","))
        for row in cells
    )


FORMAT = Format(
    "woocommerce",
    "WooCommerce export",
    signs("type,sku,name,regular price", "id,type,sku,name,published"),
    columns(
        {
            **{"ID": "source_id", "Type": "type", "SKU": "sku", "Name": "title"},
            **{"GTIN, UPC, EAN, or ISBN": "gtin", "Published": "active"},
            "Visibility in catalog": "visibility",
            "Description": Column("description", description),
            **{"Date sale price starts": "sale_from", "Date sale price ends": "sale_to"},
            **{"In stock?": "availability", "Stock": "stock"},
            **{"Sale price": "sale_price", "Regular price": "price"},
            **{"Categories": Column("category", paths), "Tags": Column("tags", listed)},
            **{"Images": Column("images", listed), "Parent": "parent"},
            **{"Brands": Column("brand", listed), "External URL": "url"},
        },
        """Is featured?,Tax status,Tax class,Low stock amount,Backorders allowed?,
        Sold individually?,Allow customer reviews?,Purchase note,Shipping class,Download limit,
        Download expiry days,Grouped products,Upsells,Cross-sells,Button text,Position,
        Swatches Attributes""",
    ),
    families=FAMILIES,
    rows=rows,
    assemble=assemble,
    matches=has_kinds,
    names=english,
)
