"""Rows of a table that are only a heading of those below: "Lamps", and then what lamps there are.

Price lists of suppliers have no column of categories, and a line above each group of articles.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.importing.cells import first
from catalog.importing.files.records import Record

COLUMNS_LEAST = 3  # in a narrower table a row with one cell may well be an article
CELLS_LEAST = 3  # of a row that is an article below a heading
LENGTH_MOST = 80  # characters of a heading; what is longer is a note
SHARE_MOST = 0.5  # of rows; where more have one cell, those are what the file is about


def heading(record: Record) -> str:
    """The only cell of a row, where it is a name; else nothing."""
    said = filled(record)
    if len(said) != 1:
        return ""
    name = " ".join(said[0].split()).strip(" :-–—*")
    return name if len(name) <= LENGTH_MOST and any(map(str.isalpha, name)) else ""


def has_sections(names: Sequence[str], sample: Sequence[Record]) -> bool:
    """Whether headings stand among the first rows of a table, each above articles."""
    at = [number for number, record in enumerate(sample) if heading(record)]
    if len(names) < COLUMNS_LEAST or not 0 < len(at) <= SHARE_MOST * len(sample):
        return False
    articles = {n for n, record in enumerate(sample) if len(filled(record)) >= CELLS_LEAST}
    return any(number + 1 in articles for number in at)


def filled(record: Record) -> list[str]:
    return [text for value in record.cells.values() if (text := first(value).strip())]
