"""Readers of catalogue files: each gives line numbers with cells, or with what is wrong there."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from catalog.importing.columns import PLAIN, column, header
from catalog.importing.errors import FileError, RowError
from catalog.importing.sources import check_expansion

Cells = dict[str, str]
Line = tuple[int, Cells | RowError]

DELIMITERS = (",", ";", "\t")
CELL_LENGTH = 1_000_000  # a cell longer than this is a quotation mark that was never closed


def read(path: Path) -> Iterator[Line]:
    """The lines of a catalogue file, one at a time; FileError where it cannot be read at all."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise FileError(
            _("%(file)s is none of the files that can be imported: %(suffixes)s.")
            % {"file": path.name, "suffixes": ", ".join(READERS)}
        )
    if not path.is_file():
        raise FileError(_("There is no file %(file)s.") % {"file": path})
    return readable(reader(path), path)


def readable(lines: Iterator[Line], path: Path) -> Iterator[Line]:
    """The same lines; a file that may not be read, or a disk that fails, is a sentence."""
    try:
        yield from lines
    except OSError as error:
        raise FileError(
            _("%(file)s cannot be read: %(reason)s.")
            % {"file": path, "reason": error.strerror or error}
        ) from error


def read_csv(path: Path) -> Iterator[Line]:
    csv.field_size_limit(CELL_LENGTH)
    with open_text(path) as file:
        first = file.readline()
        if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in first):
            raise FileError(
                _("%(file)s is not a text in UTF-8; save it as CSV UTF-8.") % {"file": path.name}
            )
        delimiter = sniff(first)
        file.seek(0)
        lines = csv.reader(file, delimiter=delimiter, strict=True)
        try:
            names = columns_of(next(lines, []), path)
        except csv.Error as error:
            raise FileError(
                _("The first line of %(file)s cannot be read: %(reason)s.")
                % {"file": path.name, "reason": error}
            ) from error
        yield from table(names, numbered(lines))


def open_text(path: Path) -> IO[str]:
    """UTF-8, or UTF-16 where its mark stands in front; strange bytes stay, for `rows` to name."""
    with path.open("rb") as file:
        start = file.read(2)
    encoding = "utf-16" if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def sniff(first_line: str) -> str:
    """The delimiter that makes the most known columns of the first line."""

    def known(delimiter: str) -> int:
        names = (name.strip(' "\r\n').lower() for name in first_line.split(delimiter))
        return sum(name in PLAIN for name in names)

    return max(DELIMITERS, key=known)


def columns_of(names: list[str], path: Path) -> list[str]:
    while names and not names[-1].strip():
        names.pop()
    if not names:
        raise FileError(_("%(file)s is empty.") % {"file": path.name})
    try:
        return header(names)
    except ValueError as error:
        raise FileError(str(error)) from error


def numbered(lines: Any) -> Iterator[tuple[int, list[str] | RowError]]:
    """The records of a csv reader with the number of the line on which each begins."""
    while True:
        start = lines.line_num + 1
        try:
            yield start, next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield start, RowError(_("cannot be read as CSV: %(reason)s") % {"reason": error})


def table(names: list[str], records: Iterator[tuple[int, list[str] | RowError]]) -> Iterator[Line]:
    """Records of a table under their column names; empty ones are passed over."""
    for line, record in records:
        if isinstance(record, RowError):
            yield line, record
            continue
        while len(record) > len(names) and not record[-1].strip():
            record.pop()
        if not any(cell.strip() for cell in record):
            continue
        if len(record) != len(names):
            yield (
                line,
                RowError(
                    _("has %(found)d cells where the first line names %(named)d columns")
                    % {"found": len(record), "named": len(names)}
                ),
            )
            continue
        yield line, dict(zip(names, record, strict=True))


def read_xlsx(path: Path) -> Iterator[Line]:
    """The first sheet of a workbook, its formulas as the values they had when it was saved."""
    rows = sheet(path)
    names = columns_of([written(cell) for cell in next(rows, ())], path)
    width = len(names)
    yield from table(
        names,
        ((line, padded([*map(written, row)], width)) for line, row in enumerate(rows, start=2)),
    )


def sheet(path: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet; FileError where it is damaged, wherever that shows."""
    try:
        check_expansion(path)
        with closing(load_workbook(path, read_only=True, data_only=True)) as workbook:
            yield from workbook.worksheets[0].iter_rows(values_only=True)
    except (FileError, PermissionError):
        raise
    except Exception as error:  # openpyxl raises whatever it likes at broken bytes
        raise FileError(
            _("%(file)s is not an Excel workbook (.xlsx), or it is damaged.") % {"file": path.name}
        ) from error


def padded(record: list[str], width: int) -> list[str]:
    """Excel leaves the empty cells at the end of a row away."""
    return record + [""] * (width - len(record))


def written(value: Any) -> str:
    """A cell as text: 59.900000000000006 is "59.9", as the sheet shows it; None is empty."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    return "" if value is None else str(value)


def read_jsonl(path: Path) -> Iterator[Line]:
    with open_text(path) as file:
        for line, text in enumerate(file, start=1):
            if line == 1 and text.lstrip().startswith("["):
                raise FileError(
                    _("%(file)s is one JSON array; JSON lines have one object on each line.")
                    % {"file": path.name}
                )
            if text.strip():
                try:
                    yield line, cells_of(text)
                except RowError as error:
                    yield line, error


def cells_of(text: str) -> Cells:
    """One JSON object as cells; lists are allowed for images, texts and numbers elsewhere."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RowError(_("is not a JSON object on one line")) from error
    if not isinstance(row, dict):
        raise RowError(_("is not a JSON object on one line"))
    try:
        return {column(name): cell(name, value) for name, value in row.items()}
    except ValueError as error:
        raise RowError(str(error)) from error


def cell(name: str, value: Any) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "|".join(value)
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, bool)):
        return written(value)
    raise RowError(_("%(name)s is neither a text nor a number") % {"name": name[:80]})


READERS: dict[str, Callable[[Path], Iterator[Line]]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".txt": read_csv,
    ".xlsx": read_xlsx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
