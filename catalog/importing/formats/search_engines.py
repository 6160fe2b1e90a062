"""JSON as it is given to search engines: Algolia, Meilisearch, Typesense, and made-up shops.

Any names; what is no column of ours is an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from catalog.importing.cells import Value, categories, first, path, values
from catalog.importing.columns import column
from catalog.importing.files.objects import flat
from catalog.importing.files.records import OBJECTS, Record
from catalog.importing.formats import nested, plain, slashes
from catalog.importing.formats.format import (
    ATTRIBUTE,
    Cells,
    Column,
    Context,
    Format,
    Row,
    columns,
)
from catalog.importing.formats.money import of_several, priced
from catalog.importing.formats.names import (
    numbered,
    ours,
    put_attribute,
    put_option,
    spaced,
)
from catalog.importing.formats.products import CHILD, PARENT, siblings, under_parent
from catalog.importing.formats.reading import gathered
from catalog.importing.formats.sparing import spare_one
from catalog.importing.formats.spoken import IN_LANGUAGES, speak

LEVEL = re.compile(r"(?:hierarchical_?categories|categories)\.(?:lvl|level)(\d)", re.I)
PRICE_IN = re.compile(r"prices?\.([A-Z]{3})(?:\.\w+)?")
# What holds free attributes, in the languages of those who write such files.
HOLDERS = """attributes properties specifications specs features options characteristics params
    parameters eigenschaften merkmale attribute caract[eé]ristiques attributs caracter[ií]sticas
    atributos especificaciones especificações caratteristiche attributi specifiche kenmerken
    eigenschappen specificaties cechy parametry atrybuty [oö]zellikler характеристики параметры
    свойства"""
NAMED = re.compile(rf"(?:{'|'.join(HOLDERS.split())})\.(.+)", re.I)
PATH = re.compile(r"categor(?:y|ies)[ _](?:path|tree|hierarchy)|bread ?crumbs?", re.I)
SPOKEN = re.compile(r"(\w+)\.([a-z]{2})")
FAMILIES = (LEVEL.pattern, PRICE_IN.pattern, NAMED.pattern)
# Names of things inside of which "name" or "width" is nothing of the product's own.
NUMBER = r"(?!title|name|description)\w+\.id"  # of its brand, say; a title may be Indonesian
MADE_UP = ("reviews", "reviews.*", "meta.*", "_.*", "__v", NUMBER)
VARIANTS = ("variants", "variations", "skus", "children")
SOLD_BY = ("sku", "id", "price")  # what an object says that is a variant, and no mere name


def lookup(name: str) -> str | Column:
    """Our column of a name; {"title": {"de": ...}} is the title in a language."""
    if (match := SPOKEN.fullmatch(name)) and not re.fullmatch(NUMBER, name):
        return f"{ours(match[1])}:{match[2]}" if ours(match[1]) in IN_LANGUAGES else ""
    try:
        return column(name)
    except ValueError:
        image = numbered(name) if numbered(name) == "images" else ""
        if PATH.fullmatch(spaced(name)):
            return Column("category", one_path)
        known = ours(name) or ours(spaced(name)) or image or priced(spaced(name))
        return known or ("" if "." in name else plain.lookup(name))


def one_path(value: Value) -> str:
    """Levels in a list, from the root; what is a path by itself stays one."""
    levels = values(value)
    return paths(levels) if any(">" in each for each in levels) else " > ".join(levels)


def paths(value: Value) -> str:
    return categories(path(each.replace("///", ">")) for each in values(value))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """An object, and the variants in it; its number is its SKU where it has no other."""
    number = cells.get("source_id", "") or cells.pop("object", "")
    cells.pop("object", None)
    cells["source_id"] = number
    if not cells.get("sku"):
        cells["sku"] = number
    spare_one("url", cells, context)  # "/p/7" is an address of the shop's own pages
    speak(cells)
    if (smaller := cells.pop("thumbnail", "")) and not cells.get("images"):
        cells["images"] = smaller
    levels = {m[1]: v for n, v in record.cells.items() if (m := LEVEL.fullmatch(n))}
    if levels:
        cells["category"] = paths(levels[max(levels)])
    cells |= of_several(
        {m[1]: first(v) for n, v in record.cells.items() if (m := PRICE_IN.fullmatch(n))}, context
    )
    for name, value in record.cells.items():
        if match := NAMED.fullmatch(name):
            put_attribute(cells, match[1], "|".join(values(value)))
    slashes.note(cells, context)
    if not (nested := variants(record.raw)):
        return [Row(record.line, cells, cells.get("group", ""))]
    family = cells.get("group") or cells["sku"] or f"object {record.line}"
    return [
        Row(record.line, cells, family, PARENT),
        *(Row(record.line, variant(each), family, CHILD) for each in nested),
    ]


def variants(item: Any) -> list[dict[str, Any]]:
    """The objects of its list of variants, where they can be bought: {"sku": ..., "price": ...}."""
    lists = {n: each for n, each in item.items() if each and is_of_objects(each)} if item else {}
    named: list[dict[str, Any]] = next((lists[name] for name in VARIANTS if name in lists), [])
    if named:
        return named if all(any(name in each for name in SOLD_BY) for each in named) else []
    return next((each for each in lists.values() if all(map(nested.is_variant, each))), [])


def is_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def variant(item: dict[str, Any]) -> Cells:
    """What an object in such a list says of itself; its title tells its options once more."""
    cells: Cells = {}
    for name, value in flat(item).items():
        if match := NAMED.fullmatch(name):
            put_option(cells, match[1], first(value))
        elif (target := FORMAT.column(name)) and target.to:
            cells.setdefault(
                target.to, target.read(value) if target.read else gathered(target.to, value)
            )
        elif not target and not FORMAT.is_family(name) and first(value):
            put_option(cells, name, first(value))
    if not cells.get("sku"):
        cells["sku"] = cells.get("source_id", "")
    return {name: cell for name, cell in cells.items() if name not in ("title", "group")}


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    nested = any(row.role == PARENT for row in rows)
    return under_parent(rows, context) if nested else siblings(rows, context)


FORMAT = Format(
    "json",
    "JSON objects",
    (),
    columns(
        {
            **{"objectID": "object", "categories": Column("category", paths)},
            **{"category_names": Column("category", paths)},
            **{"hierarchicalCategories": Column("category", paths), "thumbnail": "thumbnail"},
        },
        "discountPercentage,_highlightResult,minimumOrderQuantity,slug",
    ),
    kind=OBJECTS,
    families=(*FAMILIES, *MADE_UP),
    unknown=ATTRIBUTE,
    rows=rows,
    assemble=assemble,
    lookup=lookup,
    matches=lambda _content: True,
)
