"""Columns of plain tables that stand in for one that the table has not: a name, a text.

"Artikel" is the name of a product where no column is called one, "Kurzbeschreibung" its text; and
where nothing at all says a name, short descriptions do ("Omschrijving", as Dutch tills write it).
"""

from __future__ import annotations

from catalog.importing.cells import first
from catalog.importing.files.records import Content
from catalog.importing.formats.format import Format, key
from catalog.importing.formats.names import STAND_INS

TITLE, DESCRIPTION = "title", "description"
NAME_MOST = 150  # characters; what is longer is a text


def standing_in(fmt: Format, content: Content) -> dict[str, str]:
    """By their names, the columns here that they stand in for; nothing but in plain formats."""
    if not fmt.lookup:
        return {}
    named = {name: meant(fmt, name) for name in content.names}
    there = {ours.partition(":")[0] for ours in named.values()}
    found: dict[str, str] = {}
    for name in content.names:
        ours = STAND_INS.get(key(name), "")
        if ours and not named[name] and ours not in {*there, *found.values()}:
            found[name] = ours
    if TITLE not in {*there, *found.values()}:
        texts = [name for name, ours in named.items() if ours == DESCRIPTION]
        if len(texts) == 1 and key(texts[0]) != DESCRIPTION and is_short(content, texts[0]):
            found[texts[0]] = TITLE
    return found


def meant(fmt: Format, name: str) -> str:
    column = fmt.column(name)
    return column.to if column else ""


def is_short(content: Content, name: str) -> bool:
    texts = [first(record.cells.get(name, "")).strip() for record in content.sample]
    return any(texts) and all(len(text) <= NAME_MOST and "\n" not in text for text in texts)
