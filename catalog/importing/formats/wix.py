"""Wix: products, with a row for each of their variants, as both of its catalogues export them.

https://support.wix.com/en/article/wix-stores-preparing-your-product-csv-file-to-import
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from catalog.importing.cells import Value, decimal, first, joined, path, values
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import CHILD, PARENT, is_option, under_parent

OPTION = re.compile(r"productOption(Name|Type|Description|Choices)(\d)", re.I)
INFO = re.compile(r"additionalInfo(Title|Description)(\d)", re.I)
LEFT_OUT = r"(customText|modifier|package|seo|discountType)\w*\d*"
SWATCH = re.compile(r"^(#[0-9a-f]{3,8}|rgba?\([^)]*\)):", re.I)  # "#2F4F2F:Moss"
PICTURES = "https://static.wixstatic.com/media/"
MEDIA = "media"
TEXT_MOST = 200  # characters of additional information; what is longer is a chapter


def pictures(value: Value) -> str:
    named = values(first(value), ";")
    return joined(each if "://" in each else PICTURES + each for each in named)


def collections(value: Value) -> str:
    return joined(path(each) for each in values(first(value), ";"))


def by_slugs(value: Value) -> str:
    return joined(each.replace("-", " ") for each in values(first(value), ";"))


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    kind, family = cells.pop("kind", "").strip().lower(), cells.get("group", "")
    if kind == MEDIA:
        return [Row(record.line, {"images": cells.get("images", "")}, family, MEDIA)]
    for name, chosen in pairs(record, OPTION):
        found = (SWATCH.sub("", each) for each in values(chosen, ";"))
        put_option(cells, name, "/".join(each for each in found if each))
    for name, text in pairs(record, INFO):
        if kind != "variant" and len(text) <= TEXT_MOST:
            put_attribute(cells, name, text)
    return [Row(record.line, cells, family, CHILD if kind == "variant" else PARENT)]


def pairs(record: Record, pattern: re.Pattern[str]) -> Iterable[tuple[str, str]]:
    """Names with what is said of them, by their numbers."""
    names, told = dict[str, str](), dict[str, str]()
    for column, value in record.cells.items():
        match, text = pattern.fullmatch(column), first(value).strip()
        if match and text and match[1].lower() in ("name", "title"):
            names[match[2]] = text
        elif match and text and match[1].lower() != "type":
            told[match[2]] = text
    return [(name, told[number]) for number, name in names.items() if number in told]


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Variants under their product, with the surcharge and reduction that are told beside it."""
    parent = next((row for row in rows if row.role == PARENT), None)
    if parent is None:
        return []
    told = [parent.cells.get("images", ""), *(r.cells["images"] for r in rows if r.role == MEDIA)]
    parent.cells["images"] = joined(values("|".join(told), "|"))
    children = [row for row in rows if row.role == CHILD]
    mode, amount = (parent.cells.pop(name, "") for name in ("discount_mode", "discount"))
    parent.cells.pop("surcharge", None)
    if children:  # the product lists what its variants are chosen from
        parent.cells = {
            n: v for n, v in parent.cells.items() if n[:5] == "attr:" or not is_option(n)
        }
    base = decimal(parent.cells.get("price", ""))
    for row in children:
        added = decimal(row.cells.pop("surcharge", "")) or Decimal(0)
        for name in ("discount_mode", "discount"):
            row.cells.pop(name, None)
        if base is not None and not row.cells.get("price"):
            row.cells["price"] = f"{base + added:.2f}"
    for row in children or [parent]:
        reduce(row.cells, mode.strip().upper(), decimal(amount))
    return under_parent([parent, *children], context)


def reduce(cells: Cells, mode: str, amount: Decimal | None) -> None:
    """What it costs less: a share of its price, or an amount."""
    full = decimal(cells.get("price", ""))
    if not full or not amount or amount <= 0:
        return
    now = full * (100 - amount) / 100 if mode == "PERCENT" else full - amount
    if now > 0:
        cells |= {"price": f"{now:.2f}", "price_before": f"{full:.2f}"}


FORMAT = Format(
    "wix",
    "Wix export",
    signs("handleId,fieldType,name", "handle,fieldType,name"),
    columns(
        {
            **{"handleId": "group", "handle": "group", "fieldType": "kind", "name": "title"},
            **{"description": "description", "plainDescription": "description", "sku": "sku"},
            **{"price": "price", "strikethroughPrice": "price_before", "surcharge": "surcharge"},
            **{"discountMode": "discount_mode", "discountValue": "discount", "visible": "active"},
            **{"inventory": "stock", "brand": "brand", "barcode": "gtin"},
            **{"productImageUrl": Column("images", pictures), "media": Column("images", pictures)},
            "collection": Column("category", collections),
            "categorySlugs": Column("category", by_slugs),
        },
        """ribbon,weight,cost,mediaAltText,baseUnit,baseUnitMeasurement,totalUnits,
        totalUnitsMeasurement,preOrderEnabled,preOrderMessage,preOrderLimit,primaryCategorySlug""",
    ),
    families=(OPTION.pattern, INFO.pattern, LEFT_OUT),
    decimal=".",
    rows=rows,
    assemble=assemble,
)
