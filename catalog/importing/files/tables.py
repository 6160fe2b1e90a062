"""Tables in text files: their rows under the names of their header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError, RowError
from catalog.importing.files.layout import SEPARATOR_LINE, SNIFFED, Known, Layout, sniff
from catalog.importing.files.records import RECORD_BYTES, SAMPLED, TABLE, Content, Record
from catalog.importing.files.text import is_strange, open_text, read_as

CELL_LENGTH = 1_000_000  # a cell longer than this is a quotation mark that was never closed


def table(path: Path, encoding: str, known: Known) -> Content:
    """The table in a text file. `known` says of a name whether any format has such a column."""
    csv.field_size_limit(CELL_LENGTH)
    with open_text(path, encoding) as file:
        start = file.read(SNIFFED)
    first_line = start.partition("\n")[0]
    if is_strange(first_line):
        raise FileError(not_text(path))
    layout = sniff(start, known)
    if not any(name.strip() for name in layout.names):
        raise FileError(_("%(file)s is empty.") % {"file": path.name})

    def records() -> Iterator[Record]:
        with open_text(path, encoding) as file:
            yield from rows(file, layout)

    content = Content(path, TABLE, layout.names, records, delimiter=layout.options["delimiter"])
    content.sample = list(islice(records(), SAMPLED))
    content.notes += read_as(path, encoding)
    return content


def not_text(path: Path) -> str:
    return _("%(file)s is not a text in UTF-8; save it as CSV UTF-8.") % {"file": path.name}


class Lines:
    """The lines of a file; FileError where one, or all of one record, is beyond measure."""

    def __init__(self, file: Any) -> None:
        self.file, self.since = file, 0

    def __iter__(self) -> Iterator[str]:
        while line := self.file.readline(RECORD_BYTES):
            self.since += len(line)
            if self.since >= RECORD_BYTES:
                raise FileError(
                    _("A row of the file has more than %(most)d MB.")
                    % {"most": RECORD_BYTES // 1024**2}
                )
            yield line


def rows(file: Any, layout: Layout) -> Iterator[Record]:
    skipped, source = 0, Lines(file)
    if SEPARATOR_LINE.fullmatch(file.readline(len("sep=;\r\n"))):
        skipped = 1
    else:
        file.seek(0)
    lines = csv.reader(source, **layout.options)
    for _each in range(layout.above + 1 + layout.below):
        if isinstance(first := next(numbered(lines, source, skipped))[1], RowError):
            raise FileError(_("The first line cannot be read: %(reason)s.") % {"reason": first})
    # Editors take the tabs at the end of a line away; commas they leave.
    lenient = layout.options["delimiter"] == "\t"
    yield from under(layout.names, numbered(lines, source, skipped), lenient)


def numbered(lines: Any, source: Lines, skipped: int) -> Iterator[tuple[int, list[str] | RowError]]:
    """The records of a csv reader with the number of the line on which each begins."""
    while True:
        source.since = 0
        start = lines.line_num + 1 + skipped
        try:
            yield start, next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield start, RowError(_("cannot be read as CSV: %(reason)s") % {"reason": error})


def under(
    names: list[str], lines: Iterator[tuple[int, list[str] | RowError]], lenient: bool
) -> Iterator[Record]:
    """Rows under their names; empty ones are passed over, others of another width refused."""
    for line, row in lines:
        if isinstance(row, RowError):
            yield Record(line, error=row)
            continue
        while len(row) > len(names) and not row[-1].strip():
            row.pop()
        if not any(cell.strip() for cell in row):
            continue
        if lenient:
            row += [""] * (len(names) - len(row))
        if len(row) != len(names):
            wrong = _("has %(found)d cells where the first line names %(named)d columns")
            error = RowError(wrong % {"found": len(row), "named": len(names)})
            yield Record(line, dict(zip(names, row, strict=False)), raw=row, error=error)
            continue
        yield Record(line, dict(zip(names, row, strict=True)))
