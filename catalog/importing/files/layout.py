"""How a text is a table: its separator, its quotation marks, and where its header stands."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from catalog.importing.files.records import SAMPLED

DELIMITERS = (",", ";", "\t", "|")
SNIFFED = 128 * 1024
HEADER_WITHIN = 10  # some templates have lines of help above their header
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?")  # Excel's own way to say it
# Amazon's templates say in their first line where names and data stand.
TEMPLATE = re.compile(r"(TemplateType|settings)=", re.I)
TEMPLATE_ROWS = re.compile(r"(attributeRow|dataRow)=(\d+)", re.I)
Known = Callable[[str], bool]


@dataclass
class Layout:
    """How a text file is a table. `above` counts the rows before its header."""

    options: dict[str, Any]
    above: int = 0
    below: int = 0  # rows between the header and the first record
    names: list[str] = field(default_factory=list)


def sniff(start: str, known: Known) -> Layout:
    """The layout in which the most known names stand in one row; else the most even one.

    Rather one whose first line is as wide as the others: "1,20;2,50" below "Netto;Brutto" has more
    commas than semicolons.
    """
    if match := SEPARATOR_LINE.match(start):
        start = start[match.end() :]
    best: tuple[tuple[int, bool, int], Layout] | None = None
    for delimiter in (match[1],) if match else DELIMITERS:
        layout, records = read_so(start, delimiter)
        layout.above, layout.below, score = place(records, known)
        layout.names = names_in(records, layout.above)
        width = even(records[layout.above :])
        rank = (score, bool(records) and len(records[0]) == width, width)
        if best is None or rank > best[0]:
            best = rank, layout
    assert best is not None
    return best[1]


def read_so(start: str, delimiter: str) -> tuple[Layout, list[list[str]]]:
    """The first rows with this delimiter, and how quotation marks have to be taken for it."""
    strict = {"delimiter": delimiter, "strict": True}
    whole = start if len(start) < SNIFFED else start[: start.rfind("\n") + 1] or start
    padded = re.match(rf"[^\n]*\S +{re.escape(delimiter)} [^\n]*\n", start)
    if padded and delimiter != "\t":  # `name , "a, b" , price`: quoted behind a space
        options = {"delimiter": delimiter, "skipinitialspace": True}
        return Layout(options), readable(whole, options)
    records = readable(whole, strict)
    if delimiter == "\t" and len(records) < 2 and whole.count("\n") > 2:
        bare = {"delimiter": delimiter, "quoting": csv.QUOTE_NONE}
        return Layout(bare), readable(whole, bare)
    return Layout(strict), records


def readable(text: str, options: dict[str, Any]) -> list[list[str]]:
    """The records of a text as far as they can be read."""
    found: list[list[str]] = []
    try:
        for record in islice(csv.reader(io.StringIO(text, newline=""), **options), SAMPLED):
            found.append(record)
    except csv.Error:
        pass
    return found


def place(records: list[list[str]], known: Known) -> tuple[int, int, int]:
    """Rows above the header, rows between it and the records, and how many names are known."""
    if not records or not TEMPLATE.match("".join(records[0])):
        above, score = header(records, known)
        return above, 0, score
    above, below = template_rows(records[0])
    return above, below, sum(known(cell) for cell in records[min(above, len(records) - 1)])


def header(records: list[list[str]], known: Known) -> tuple[int, int]:
    """Where the header stands and how many of its names are known."""
    scores = [sum(known(cell) for cell in record) for record in records[:HEADER_WITHIN]]
    if not scores:
        return 0, 0
    # A row with more empty cells than the first is data that names its options, and no header.
    filled = [sum(map(bool, map(str.strip, record))) for record in records[:HEADER_WITHIN]]
    scores = [score if n >= filled[0] else 0 for score, n in zip(scores, filled, strict=True)]
    at = scores.index(max(scores))
    # One known word somewhere below is a cell, not a header.
    if at and scores[at] >= max(2, scores[0] + 2):
        return at, scores[at]
    return first_wide(records), scores[0]


def names_in(records: list[list[str]], at: int) -> list[str]:
    return distinct(trimmed(records[at])) if at < len(records) else []


def template_rows(first: list[str]) -> tuple[int, int]:
    """Rows above the names and between names and data, as the first line says; else 2 and none."""
    said = {name.lower(): int(row) for name, row in TEMPLATE_ROWS.findall("&".join(first))}
    names = max(1, min(said.get("attributerow", 3), HEADER_WITHIN))
    return names - 1, max(0, min(said.get("datarow", names + 1), HEADER_WITHIN) - names - 1)


def first_wide(records: list[list[str]]) -> int:
    """The first row as wide as most: what is narrower above it is a title or a note."""
    widths = Counter(len(trimmed(record)) for record in records[1:])
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    if usual < 2 or len(trimmed(records[0])) > 1:
        return 0
    return next((at for at, record in enumerate(records) if len(trimmed(record)) > 1), 0)


def even(records: list[list[str]]) -> int:
    """How many columns the rows agree on."""
    widths = Counter(len(record) for record in records if record)
    return 0 if not widths or widths.most_common(1)[0][0] < 2 else widths.most_common(1)[0][0]


def trimmed(names: list[str]) -> list[str]:
    names = [name.strip().strip("\ufeff").strip() for name in names]
    while names and not names[-1]:
        names.pop()
    return names


def distinct(names: list[str]) -> list[str]:
    """Names of which none stands twice: the second "Note" is "Note (2)"."""
    met: Counter[str] = Counter()
    found = []
    for name in names:
        met[name] += 1
        found.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return found
