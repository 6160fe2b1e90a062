"""Akeneo PIM: the exports of products and of product models, in codes and not in labels.

https://help.akeneo.com/serenity-your-first-steps-with-akeneo/serenity-export-your-data
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.conf import settings

from catalog.importing.cells import first, joined, values, words
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Context, Format, Row, columns, signs
from catalog.importing.formats.money import of_several
from catalog.importing.formats.names import option_column, ours, put_attribute, put_option
from catalog.importing.formats.products import CHILD, PARENT, inherit
from catalog.importing.formats.units import UNITS

SCOPED = re.compile(r"(?P<name>.+?)-(?P<locale>[a-z]{2}_[A-Z]{2})(?:-(?P<channel>\w+))?")
PRICE = re.compile(r"(?P<name>\w*price\w*)-(?P<code>[A-Z]{3})", re.I)
UNIT = re.compile(r"(.+)-unit")
LINKS = re.compile(r".+-(products|groups|product_models|product models|products-quantity)")
SYSTEM = words("uuid sku code categories enabled family parent groups family_variant identifier")
# Texts about the text, and of other systems.
LEFT_OUT = re.compile(r"(meta_(title|description|keywords)|erp_name|notice)(-.*)?")
PICTURE = re.compile(r".*(image|picture|photo|visual|media|bild).*", re.I)


def code(text: str) -> str:
    """A code as words."""
    return text.replace("_", " ").strip()


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    is_model = "code" in record.cells and "sku" not in record.cells
    number = first(record.cells.get("code" if is_model else "sku", "")).strip()
    parent = first(record.cells.get("parent", "")).strip()
    cells["category"] = joined(code(each) for each in values(cells.get("category", ""), ","))
    prices = {m["code"]: first(v) for n, v in record.cells.items() if (m := PRICE.fullmatch(n))}
    cells |= of_several(prices, context)
    pictures = [first(v) for n, v in record.cells.items() if PICTURE.fullmatch(n) and first(v)]
    cells["images"] = joined(pictures)
    for name, value in record.cells.items():
        text = first(value).strip().replace("\\n", "\n")
        if text and not is_special(name):
            put(cells, name, text, record, context)
    if not is_model:
        return [Row(record.line, cells, f"model {parent}" if parent else "", CHILD)]
    links = (f"model {number}",) if parent else ()
    cells["code"], cells["above"] = number, parent
    return [Row(record.line, cells, f"model {parent or number}", PARENT, links)]


def is_special(name: str) -> bool:
    return bool(
        name.strip().lower() in SYSTEM
        or any(each.fullmatch(name) for each in (PRICE, UNIT, LINKS, PICTURE, LEFT_OUT))
    )


def put(cells: Cells, name: str, text: str, record: Record, context: Context) -> None:
    """One attribute, in the language of the shop or in another."""
    scope = SCOPED.fullmatch(name)
    base, language = (scope["name"], scope["locale"][:2]) if scope else (name, "")
    column = ours(base)
    own = own_language(record, context) if language else ""
    if column in ("title", "description") and (not cells.get(column) or language != own):
        target = column if language == own or not language else f"{column}:{language}"
        cells.setdefault(target, text)
    elif language and language != own:
        cells.setdefault(f"attr:{code(base)}:{language}", code_or_text(text))
    elif column in ("gtin", "mpn", "brand", "gender", "stock"):
        cells.setdefault(column, code(text) if column == "brand" else text)
    elif column == "tags":
        cells.setdefault("tags", joined(values(text, ",")))
    elif column == "material":
        cells["material"] = joined(code(each) for each in values(text, ","))
    else:
        unit = first(record.cells.get(f"{name}-unit", "")).lower()
        unit = UNITS.get(unit, code(unit))
        put_attribute(cells, code(base), f"{code_or_text(text)} {unit}".strip())


def own_language(record: Record, context: Context) -> str:
    """The language of the shop where the file has it, else the first that it has."""
    kept = context.keep("language")
    if not kept:
        scopes = [match for name in record.cells if (match := SCOPED.fullmatch(name))]
        spoken = [match["locale"][:2] for match in scopes]
        shop = settings.LANGUAGE_CODE[:2]
        kept["own"] = shop if shop in spoken else spoken[0]
    return str(kept["own"])


def code_or_text(text: str) -> str:
    """Reading are codes, several separated by commas; sentences and numbers are texts."""
    if re.fullmatch(r"[a-z0-9_]+(,[a-z0-9_]+)*", text) and not text.replace(",", "").isdigit():
        return SEPARATOR.join(code(each) for each in text.split(","))
    return text


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Products under their model, or under that of a colour and the model above it."""
    models = {row.cells["code"]: row.cells for row in rows if row.role == PARENT}
    children = [row for row in rows if row.role == CHILD]
    for row in children:
        above = row.family.removeprefix("model ") if row.family else ""
        chain = []
        name = row.cells.pop("parent", "") or above
        while name in models and models[name] not in chain:
            chain.append(models[name])
            name = models[name].get("above", "")
        row.cells = under(chain, row.cells) if chain else row.cells
        if chain:
            row.cells["group"] = chain[-1]["code"]
    return children


def under(chain: list[Cells], own: Cells) -> Cells:
    """What the models say, from the top; what a lower one adds is an option of its variants."""
    top = {name: value for name, value in chain[-1].items() if name not in ("code", "above")}
    pictures = [cells.get("images", "") for cells in [own, *chain[:-1]]]
    merged = dict(own)
    for model in chain[:-1]:
        merged = {
            **{n: v for n, v in model.items() if n not in ("code", "above")},
            **filled(merged),
        }
        top["category"] = joined(
            values([top.get("category", ""), model.get("category", "")], SEPARATOR)
        )
    merged.pop("images", None)
    cells = inherit(top, merged)
    cells["variant_images"] = next(filter(None, pictures), "")
    for name in [each for each in cells if each.startswith("option:")]:
        if option_column(name[7:]) != name:
            put_option(cells, name[7:], cells.pop(name))
    return cells


def filled(cells: Cells) -> Cells:
    return {name: value for name, value in cells.items() if value}


PRODUCTS = Format(
    "akeneo",
    "Akeneo export",
    signs("sku,family,enabled", "sku,family,categories,groups", "uuid,sku,family"),
    columns(
        {
            **{"uuid": "source_id", "sku": "sku", "categories": "category", "enabled": "active"},
            "parent": "parent",
        },
        "family,groups",
    ),
    families=(".+",),
    companion="akeneo-models",
    decimal=".",
    rows=rows,
    assemble=assemble,
)
MODELS = Format(
    "akeneo-models",
    "Akeneo product models",
    signs("code,family_variant"),
    columns({"categories": "category"}, "family_variant"),
    families=(".+",),
    companion="akeneo",
    decimal=".",
    rows=rows,
    assemble=assemble,
)
