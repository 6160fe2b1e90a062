"""Texts in several languages, a column each: "Name (de)", "name-en_US", "title_fr"."""

from __future__ import annotations

import re

from django.conf import settings

from catalog.importing.formats.format import Cells
from catalog.importing.formats.names import ours

IN_LANGUAGES = ("title", "description", "category")
# Codes that are words of headers as well ("Category ID", "Name is") are none here.
CODES = (
    "ar|bg|ca|cs|da|de|el|en|es|et|fi|fr|hr|hu|it|ja|ko|lt|lv|nb|nl|pl|pt|ro|ru|sk|sl|sv|th"
    "|tr|uk|zh"
)
NAMED = re.compile(
    rf"(?P<name>.+?)\s*[\s_\-:.\[(]\s*(?P<code>{CODES})(?:[_-][a-z]{{2}})?\s*[\])]?(?:-\w+)?", re.I
)


def in_language(name: str) -> str:
    """The column of a text in the language that its name ends with, or nothing."""
    match = NAMED.fullmatch(name.strip())
    column = ours(match["name"]) if match else ""
    return f"{column}:{match['code'].lower()}" if match and column in IN_LANGUAGES else ""


def speak(cells: Cells) -> None:
    """Where texts are only given by languages, that of the shop, else the first, is its own."""
    spoken = [name.partition(":")[2] for name in cells if name.startswith("title:")]
    own = settings.LANGUAGE_CODE[:2]
    language = own if own in spoken else next(iter(spoken), "")
    for name in IN_LANGUAGES:
        if not cells.get(name) and f"{name}:{language}" in cells:
            cells[name] = cells.pop(f"{name}:{language}")
