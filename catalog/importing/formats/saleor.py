"""Saleor's product export: a row a variant, attributes and channels in families of columns.

`saleor/csv/utils/` of Saleor.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable

from catalog.importing.cells import Value, first, joined, listed, quoted_list
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.money import of_several
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import in_all_places, siblings

ATTRIBUTE = re.compile(r"(.+) \((product|variant) attribute\)")
WAREHOUSE = re.compile(r".+ \(warehouse quantity\)")
CHANNEL = re.compile(r"(.+) \(channel (.+)\)")


def editor_text(value: Value) -> str:
    """The HTML of a description in EditorJS's blocks; any other text as it is."""
    text = first(value)
    if not text.startswith("{"):
        return text
    try:
        blocks = json.loads(text).get("blocks", [])
        return "\n".join(block_html(each.get("type"), each.get("data") or {}) for each in blocks)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return text


def block_html(kind: str, data: dict[str, object]) -> str:
    if kind == "list":
        items = data.get("items")
        texts = [str(each) for each in items] if isinstance(items, list) else []
        return "<ul>" + "".join(f"<li>{each}</li>" for each in texts) + "</ul>"
    text = str(data.get("text") or "")
    tag = "h3" if kind == "header" else "p"
    return f"<{tag}>{text}</{tag}>" if text else ""


def slug(text: str) -> str:
    """A slug as words: the export has no names."""
    return html.unescape(text).replace("-", " ").strip()


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    product = cells.pop("product", "")
    if stock := in_all_places(record, WAREHOUSE):
        cells["stock"] = stock
    for name, value in record.cells.items():
        if (match := ATTRIBUTE.fullmatch(name)) and first(value):
            if match[2] == "variant":
                put_option(cells, slug(match[1]), first(value))
            else:
                put_attribute(cells, slug(match[1]), listed(value))
    cells |= channel(record, context)
    cells["group"] = product
    cells.setdefault("variant_images", "")
    return [Row(record.line, cells, product)]


def channel(record: Record, context: Context) -> Cells:
    """Price and visibility of the first channel that sells it, or of the currency asked for."""
    told: dict[str, dict[str, str]] = {}
    for name, value in record.cells.items():
        if match := CHANNEL.fullmatch(name):
            told.setdefault(match[1], {})[match[2].lower()] = first(value).strip()
    prices: dict[str, str] = {}
    for each in told.values():
        code = each.get("variant currency code") or each.get("product currency code", "")
        prices.setdefault(code, each.get("price amount", ""))
    shown = any(
        each.get("published", "").lower() == "true"
        and each.get("searchable", "true").lower() != "false"
        for each in told.values()
    )
    return {**of_several(prices, context), **({"active": "1" if shown else "0"} if told else {})}


def media(value: Value) -> str:
    return joined(re.split(r",\s*(?=https?:|/)", first(value)))


def tags(value: Value) -> str:
    return SEPARATOR.join(slug(each) for each in quoted_list(first(value)))


FORMAT = Format(
    "saleor",
    "Saleor export",
    signs(
        "name,category,product type,variant sku",
        "id,name,variant sku",
        "name,product type,collections",
    ),
    columns(
        {
            **{"id": "product", "name": "title", "variant sku": "sku", "variant id": "source_id"},
            **{"description": Column("description", editor_text), "category": "category"},
            **{"description as str": "description", "collections": Column("tags", tags)},
            **{"product media": Column("images", media)},
            **{"variant media": Column("variant_images", media)},
        },
        "product type,charge taxes,product weight,variant weight,default",
    ),
    families=(ATTRIBUTE.pattern, WAREHOUSE.pattern, CHANNEL.pattern),
    decimal=".",
    rows=rows,
    assemble=siblings,
)
