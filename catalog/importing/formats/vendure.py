"""Vendure's product import: padded cells, a row without name is the next variant of the one above.

https://docs.vendure.io/guides/developer-guide/importing-data/
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import categories, first, joined, values
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import under_first

IN_LANGUAGE = re.compile(
    r"(name|slug|description|facets|optionGroups|optionValues|variantFacets):([a-z]{2})(?:[_-]\w+)?",
    re.I,
)
CATEGORIES = ("category", "categories", "collection", "collections", "department")


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    state = context.keep("product")
    language, spoken = languages(record)
    if title := cell(record, "name", language):
        names = cell(record, "optionGroups", language).split(SEPARATOR)
        state |= {"family": f"product {record.line}", "options": names}
        state["handle"] = cell(record, "slug", language) or state["family"]
        cells |= {"title": title, "description": cell(record, "description", language)}
        for other in spoken[1:]:
            for theirs, ours in (("name", "title"), ("description", "description")):
                cells[f"{ours}:{other}"] = cell(record, theirs, other)
        facets(cells, cell(record, "facets", language))
    facets(cells, cell(record, "variantFacets", language))
    chosen = values(cell(record, "optionValues", language), SEPARATOR)
    for name, value in zip(state.get("options", []), chosen, strict=False):
        put_option(cells, name.partition(":")[0].strip(), value)
    cells["group"] = state.get("handle", "")
    if cells.pop("tracked", "").strip().lower() == "false":
        cells["stock"] = ""
    return [Row(record.line, cells, state.get("family", ""))]


def languages(record: Record) -> tuple[str, list[str]]:
    """The first language of the header ("" where it names none), and all of them."""
    found = [match[2].lower() for name in record.cells if (match := IN_LANGUAGE.fullmatch(name))]
    spoken = list(dict.fromkeys(found))
    return (spoken[0] if spoken else ""), spoken


def cell(record: Record, name: str, language: str) -> str:
    for each, value in record.cells.items():
        base, _colon, code = each.partition(":")
        if base.lower() == name.lower() and code[:2].lower() in ("", language):
            return first(value).strip()
    return ""


def facets(cells: Cells, text: str) -> None:
    """`category:Shoes|brand:Brindlemoor`: categories, known facts and attributes."""
    found: dict[str, list[str]] = {}
    for facet in values(text, SEPARATOR):
        name, _colon, value = facet.partition(":")
        found.setdefault(name.strip(), []).append(value.strip())
    for name, each in found.items():
        if name.lower() in CATEGORIES:
            cells["category"] = categories([*cells.get("category", "").split(SEPARATOR), *each])
        else:
            put_attribute(cells, name, joined(each))


FORMAT = Format(
    "vendure",
    "Vendure products",
    signs(
        "sku,price,optionGroups,optionValues",
        "sku,price,optionGroups:en,optionValues:en",
        "sku,price,assets,variantAssets",
        "sku,price,stockOnHand,trackInventory",
    ),
    columns(
        {
            **{"sku": "sku", "price": "price", "stockOnHand": "stock"},
            **{"trackInventory": "tracked"},
            "assets": Column("images", lambda value: joined(values(value, SEPARATOR))),
            "variantAssets": Column(
                "variant_images", lambda value: joined(values(value, SEPARATOR))
            ),
        },
        "taxCategory",
    ),
    families=(
        IN_LANGUAGE.pattern,
        "name|slug|description|facets|optionGroups|optionValues|variantFacets",
    ),
    decimal=".",
    rows=rows,
    assemble=under_first,
)
