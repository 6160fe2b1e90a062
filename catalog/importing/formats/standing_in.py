"""Columns of plain tables that stand in for one that the table has not: a name, a text.

"Artikel" is the name of a product where no column is called one, "Kurzbeschreibung" its text; and
where nothing at all says a name, short descriptions do ("Omschrijving", as Dutch tills write it).
"Tipologia" is the category where no column is called one and it tells of few sorts.
A "genre" that has many values is none of people.
"""

from __future__ import annotations

from catalog.importing.cells import first
from catalog.importing.columns import ATTRIBUTE
from catalog.importing.files.records import Content
from catalog.importing.formats.format import Format, key
from catalog.importing.formats.names import STAND_INS

TITLE, DESCRIPTION, CATEGORY = "title", "description", "category"
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
        for name, ours in named.items()
        if ours == "gender" and key(name) in AMBIGUOUS and says_more(content, name)
    }
    there = {ours.partition(":")[0] for ours in named.values()}
    for name in content.names:
        ours = STAND_INS.get(key(name), "")
        free = ours and not named[name] and ours not in {*there, *found.values()}
        if free and (ours != CATEGORY or is_of_sorts(content, name)):
            found[name] = ours
    if TITLE not in {*there, *found.values()}:
        texts = [name for name, ours in named.items() if ours == DESCRIPTION]
        if len(texts) == 1 and key(texts[0]) != DESCRIPTION and is_short(content, texts[0]):
            found[texts[0]] = TITLE
    return found


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
    return 0 < len(sorts) <= len(said) / 2 and sorts.isdisjoint(SYSTEMS_OWN)


def is_short(content: Content, name: str) -> bool:
    texts = [first(record.cells.get(name, "")).strip() for record in content.sample]
    return any(texts) and all(len(text) <= NAME_MOST and "\n" not in text for text in texts)
