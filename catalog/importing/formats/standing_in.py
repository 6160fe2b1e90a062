"""Columns of plain tables that stand in for one that the table has not: a name, a text.

"Artikel" is the name of a product where no column is called one, "Kurzbeschreibung" its text; and
where nothing at all says a name, short descriptions do ("Omschrijving", as Dutch tills write it).
"Tipologia" or "Department" is the category where no column is called one and it tells of few
sorts; "Make" is the brand where there is no other (beside one, it may be whose parts they are).
A "genre" that has many values is none of people. Numbered columns are parts of a name ("Bez1",
"Bez2"), or prices of which the first is that of shoppers ("VK1"). A price that is recommended is
the price where there is no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from catalog.importing.cells import first
from catalog.importing.columns import ATTRIBUTE
from catalog.importing.files.records import Content
from catalog.importing.formats.format import Format, key
from catalog.importing.formats.names import RECOMMENDED, STAND_INS, TEXTS, ours

TITLE, DESCRIPTION, CATEGORY = "title", "description", "category"
PRICE, BEFORE = "price", "price_before"
NUMBERED = re.compile(r"(?P<name>.*[^\W\d])\W*(?P<at>[1-9])")
OF_OTHERS = ("product", "item")  # numbered, they are what goes with it
AMBIGUOUS = ("genre", "genere", "genero")  # of people, or of books and records
PEOPLE = 6
SYSTEMS_OWN = frozenset(("simple", "variable", "configurable", "bundle", "product", "physical"))
NAME_MOST = 150  # characters; what is longer is a text


def standing_in(fmt: Format, content: Content) -> dict[str, str]:
    """By their names, the columns here that they stand in for; nothing but in plain formats."""
    if not fmt.lookup:
        return {}
    named = {name: meant(fmt, name) for name in content.names}
    found = {
        name: f"{ATTRIBUTE}{name.strip().capitalize()}"
        for name, column in named.items()
        if column == "gender" and key(name) in AMBIGUOUS and says_more(content, name)
    }
    found |= {name: stock_or_state(content, name) for name in content.names if key(name) == "stan"}
    found |= dict.fromkeys(title_parts(content.names), TITLE)
    found |= dict.fromkeys(texts_beside_titles(named), DESCRIPTION)
    found |= dict.fromkeys(recommended(named), BEFORE)
    found |= dict.fromkeys(recommended_alone(named), PRICE)
    there = {column.partition(":")[0] for column in named.values()}
    for name in content.names:
        column = STAND_INS.get(key(name), "") or first_price(name)
        free = column and not named[name] and column not in {*there, *found.values()}
        if free and (column != CATEGORY or is_of_sorts(content, name)):
            found[name] = column
    if TITLE not in {*there, *found.values()}:
        texts = [name for name, column in named.items() if column == DESCRIPTION]
        if len(texts) == 1 and key(texts[0]) != DESCRIPTION and is_short(content, texts[0]):
            found[texts[0]] = TITLE
    return found


def stock_or_state(content: Content, name: str) -> str:
    """A Polish "Stan" tells how many there are, or in which state the thing is."""
    cells = [first(record.cells.get(name, "")).strip() for record in content.sample]
    counted = all(cell.lstrip("-").replace(",", "").isdigit() for cell in cells if cell)
    return "stock" if counted else f"{ATTRIBUTE}{name.strip()}"


def recommended(named: Mapping[str, str]) -> list[str]:
    """Prices that the maker names ("RRP", "定価"), beside the one that the shop takes."""
    prices = [name for name, column in named.items() if column == PRICE]
    of_maker = [name for name in prices if key(name) in RECOMMENDED]
    taken = len(of_maker) < len(prices) and BEFORE not in named.values()
    return of_maker if taken else []


def recommended_alone(named: Mapping[str, str]) -> list[str]:
    """The one price that a table of products has is what they cost: "UVP", "Adviesprijs".

    What changes products that are there may be about earlier prices alone, and has no titles.
    """
    there = [*named.values()]
    before = [name for name, column in named.items() if column == BEFORE != name]
    alone = there.count(BEFORE) == 1 and {PRICE, "sale_price"}.isdisjoint(there)
    return before if alone and TITLE in there else []


def title_parts(names: list[str]) -> list[str]:
    """The columns of a name that has several: "Bez1", "Bez2"; "Bezeichnung 2" beside its first."""
    parts: dict[str, dict[str, str]] = {}
    for name in names:
        match = NUMBERED.fullmatch(key(name))
        base, at = (match["name"], match["at"]) if match else (key(name), "")
        if ours(base) == TITLE and base not in OF_OTHERS:
            parts.setdefault(base, {})[at] = name
    begun = (told for told in parts.values() if {"", "1"} & told.keys())
    return [name for told in begun for at, name in told.items() if at]


def texts_beside_titles(named: Mapping[str, str]) -> list[str]:
    """What is a name where there is no other, and a text beside one: a German "Artikeltext"."""
    texts = [name for name, column in named.items() if column == TITLE and key(name) in TEXTS]
    other = sum(column == TITLE for column in named.values()) > len(texts)
    return texts[:1] if other and DESCRIPTION not in named.values() else []


def first_price(name: str) -> str:
    match = NUMBERED.fullmatch(key(name))
    return PRICE if match and match["at"] == "1" and ours(match["name"]) == PRICE else ""


def meant(fmt: Format, name: str) -> str:
    column = fmt.column(name)
    return column.to if column else ""


def says_more(content: Content, name: str) -> bool:
    """Whether there are more sorts of it than of people: "Rock", "Jazz", "Soul" ..."""
    return len({first(record.cells.get(name, "")) for record in content.sample} - {""}) > PEOPLE


def is_of_sorts(content: Content, name: str) -> bool:
    """Whether few sorts are told by it: "Vino rosso", "Spumante". Else a "Typ" is a model.

    The rows that are looked at may all be of the first sort.
    """
    said = [first(record.cells.get(name, "")) for record in content.sample]
    sorts = {key(each) for each in said} - {""}
    if not any(re.search(r"[^\W\d]", sort) for sort in sorts):
        return False  # numbers of groups
    return 0 < len(sorts) <= len(said) / 2 and sorts.isdisjoint(SYSTEMS_OWN)


def is_short(content: Content, name: str) -> bool:
    texts = [first(record.cells.get(name, "")).strip() for record in content.sample]
    return any(texts) and all(len(text) <= NAME_MOST and "\n" not in text for text in texts)
