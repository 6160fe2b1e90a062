"""What several columns of a plain table say together: names beside values, levels of a category.

"Option Name 1", "Option Value 1"; "Variationsname 1", "Variationswert 1"; "Kategorie Ebene 1",
"Kategorie Ebene 2"; "Familia", "Subfamilia".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from catalog.importing.cells import Value, first
from catalog.importing.formats.format import Cells, key
from catalog.importing.formats.names import ours, put_attribute, put_option, spaced

NAME = re.compile(r"name|nombre|nome|nom(?!b)|naam|название|назва|nazwa|ismi|名")
VALUES = (
    *("value", "values", "value(s)", "wert", "werte", "werte(n)", "valeur", "valeurs", "valor"),
    *("valores", "valore", "valori", "waarde", "waarden", "значение", "значения", "wartosc"),
    *("wartosci", "degeri", "deger", "値", "值"),
)
CHOICE = re.compile(
    r"option|opcion|opzione|optie|opcao|varia|опци|вариа|propiedad"
)  # what a variant is told by
FACT = re.compile(
    r"attribut|atribut|nitelik|feature|propert|merkmal|eigenschaft|caract|kenmerk|parametr|cecha"
    r"|specif|характеристик|параметр|属性|ozellik|teknik"
)
LEVEL = re.compile(
    r"(?P<name>.+?) ?\b(?:ebene|level|lvl|niveau|nivel|livello|poziom|уровень|stufe) ?(?P<at>\d)"
)
# "カテゴリー名（大）", "大分類", "一级分类", "대분류": from the widest on.
RANK = re.compile(
    r"(?:商品)?(?:カテゴリー?名?|分類|类目|類目)[ (]*(?P<behind>[大中小細]|\d)\)?"
    r"|(?:商品)?(?P<before>[大中小細细一二三四1-4대중소세])级?(?:カテゴリー?名?|分類|分类|类目|类|분류)(?:名|名称|명)?"
)
RANKS = ("大一1대", "中二2중", "小三3소", "細细四4세")
SUB = re.compile(r"(?:sub|sous|unter|pod|sotto|onder|alt|под)[ -]?(?P<name>\w{4,}.*)")
CATEGORY = "category"


@lru_cache(maxsize=256)
def pairs(columns: tuple[str, ...]) -> dict[str, str]:
    """The column of a name with that of its value."""
    known = {plainly(column): column for column in columns}
    found = {}
    for plain, column in known.items():
        if not NAME.search(plain) or not (CHOICE.search(plain) or FACT.search(plain)):
            continue
        values = (NAME.sub(value, plain, count=1) for value in VALUES)
        if value := next((each for each in values if each in known), ""):
            found[column] = known[value]
    return found


@lru_cache(maxsize=256)
def levels(columns: tuple[str, ...]) -> list[str]:
    """The columns of the levels of a category, from its root."""
    matches = [(LEVEL.fullmatch(plainly(column)), column) for column in columns]
    told = [(match["at"], column) for match, column in matches if match and is_category(match)]
    if len(told) > 1:
        return [column for _at, column in sorted(told)]
    ranked = sorted((at, column) for column in columns if (at := rank(plainly(column))))
    if len(ranked) > 1:
        return [column for _at, column in ranked]
    upper = [column for column in columns if ours(plainly(column)) == CATEGORY]
    below = [column for column in columns if is_below(plainly(column))]
    return [upper[0], below[0]] if len(upper) == len(below) == 1 else []


def rank(name: str) -> int:
    """How far below the root the column's level of the category is, from 1; 0 for other names."""
    match = RANK.fullmatch(name)
    said = (match["behind"] or match["before"]) if match else ""
    return next((at for at, signs in enumerate(RANKS, 1) if said and said in signs), 0)


def is_below(name: str) -> bool:
    """ "Subfamilia", "Sous-catégorie", "Unterkategorie": the category within another's column."""
    match = SUB.fullmatch(name)
    return bool(match) and is_category(match)  # type: ignore[arg-type]


def is_category(match: re.Match[str]) -> bool:
    return ours(match["name"]) == CATEGORY


def plainly(column: str) -> str:
    return key(spaced(re.sub(r"(?<=[a-z])(?=\d)", " ", column)))


def read_together(columns: Iterable[str]) -> set[str]:
    """The columns that are read here, and by nobody else."""
    names = tuple(columns)
    found = pairs(names)
    return {*found, *found.values(), *levels(names)}


def put_together(cells: Cells, record: dict[str, Value]) -> None:
    """What such columns of a record say, into its cells."""
    names = tuple(record)
    for column, of_value in pairs(names).items():
        put = put_option if CHOICE.search(key(column)) else put_attribute
        name, value = (first(record[each]).strip() for each in (column, of_value))
        if name and value:
            put(cells, name, value)
    if path := [name for each in levels(names) if (name := first(record[each]).strip())]:
        cells[CATEGORY] = " > ".join(path)
