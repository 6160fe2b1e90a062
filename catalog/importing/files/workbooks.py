"""Excel workbooks, each cell as the sheet shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from catalog.importing.cells import Number, SheetDate
from catalog.importing.errors import FileError
from catalog.importing.files.layout import HEADER_WITHIN, Known, names_in, place
from catalog.importing.files.records import SAMPLED, TABLE, Content, Record
from catalog.importing.files.unpacking import BYTES_AT_ONCE, check_workbook

SHEETS_LOOKED_AT = 8
TABLE_KNOWN = 2  # names that a sheet's header has to have, to be taken for a table without doubt
# An empty text is a result as well, and says that it is a text.
WITHOUT_RESULT = re.compile(
    rb'<c (?![^>]*\bt="str")[^>]*><f\b(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>'
)
FORMULA_BYTES = 10_000  # of a cell; a formula has 8,192 signs at most
EMPTY_ROWS_MOST = 5_000  # a table ends there: some programs format a million empty rows
COLUMNS_MOST = 2_000
ZEROS = re.compile(r"0+")
PERCENT = re.compile(r"0(?:\.(0+))?%")
DIGITS_KEPT = 15  # of a number; Excel makes zeros of all further ones


class Sheet(ReadOnlyWorksheet):
    """A sheet whose size is not asked for: openpyxl reads all of one that does not say it."""

    def _get_size(self) -> None:
        pass


class Reader(ExcelReader):
    """A workbook of such sheets."""

    def read_worksheets(self) -> None:
        for sheet, related in self.parser.find_sheets():
            if related.target in self.valid_files and "chartsheet" not in related.Type:
                opened = Sheet(self.wb, sheet.name, related.target, self.shared_strings)
                opened.sheet_state = sheet.state
                self.wb._sheets.append(opened)


def workbook(path: Path, known: Known) -> Content:
    """The sheet of a workbook that has the most columns with known names, else the first.

    One that is hidden holds what its people no longer mean, or lists for choices in others.
    """
    with whole(path):
        check_workbook(path)
    with opened(path) as book:
        sheet, before, names, notes = best_sheet(book, known)
        if any(names) and lacks_results(book.worksheets[sheet]):
            raise FileError(
                _(
                    "%(file)s has formulas without their results. Open it in a spreadsheet "
                    "program, save it there, and import that file."
                )
                % {"file": path.name}
            )
    if not any(names):
        raise FileError(_("%(file)s is empty.") % {"file": path.name})

    def records() -> Iterator[Record]:
        with opened(path) as book:
            for line, row in enumerate(rows(book.worksheets[sheet], notes), start=1):
                if line > before and any(row):
                    row += [""] * (len(names) - len(row))
                    yield Record(line, dict(zip(names, row, strict=False)))

    content = Content(path, TABLE, names, records, notes=notes)
    content.sample = list(islice(records(), SAMPLED))
    return content


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    with whole(path), path.open("rb") as file:  # by its name it would have to be an .xlsx
        reader = Reader(file, read_only=True, data_only=True)
        reader.read()
        with closing(reader.wb) as book:
            yield book


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """FileError where the file is damaged, wherever that shows."""
    try:
        yield
    except (FileError, OSError, GeneratorExit):
        raise
    except Exception as error:  # openpyxl raises whatever it likes at broken bytes
        raise FileError(
            _("%(file)s is not an Excel workbook (.xlsx), or it is damaged.") % {"file": path.name}
        ) from error


def best_sheet(book: Any, known: Known) -> tuple[int, int, list[str], list[str]]:
    """Number of the sheet, rows before its records, the names in its header, and what is left."""
    found = []
    for number, sheet in enumerate(book.worksheets[:SHEETS_LOOKED_AT]):
        start = [*islice(rows(sheet, []), HEADER_WITHIN)]
        above, below, score = place(start, known)
        seen = sheet.sheet_state == "visible"
        table = score >= TABLE_KNOWN and seen
        found.append((table, score, seen, -number, above + 1 + below, names_in(start, above)))
    _table, _score, _seen, best, before, names = max(found, key=lambda each: each[:4])
    others = [book.worksheets[-n].title for table, _s, _v, n, *_ in found if table and n != best]
    return -best, before, names, left_out(book.worksheets[-best].title, others)


def left_out(title: str, others: list[str]) -> list[str]:
    if not others:
        return []
    note = _(
        "Only the sheet %(sheet)s was read. These look like tables as well, and are to be imported "
        "as files of their own: %(others)s."
    )
    return [note % {"sheet": title, "others": ", ".join(others)}]


def lacks_results(sheet: Any) -> bool:
    """Whether a program wrote formulas that no spreadsheet has reckoned: read as empty, they would
    empty prices and stock."""
    tail = b""
    with sheet._get_source() as source:
        while piece := source.read(BYTES_AT_ONCE):
            if WITHOUT_RESULT.search(tail + piece):
                return True
            tail = (tail + piece)[-FORMULA_BYTES:]
    return False


def rows(sheet: Any, notes: list[str]) -> Iterator[list[str]]:
    """The rows of a sheet as texts, up to where nothing more comes for long."""
    empty = 0
    for cells in sheet.iter_rows():
        row = [written(cell) for cell in cells[:COLUMNS_MOST]]
        empty = 0 if any(row) else empty + 1
        if empty > EMPTY_ROWS_MOST:
            note = _("The sheet %(sheet)s was read up to %(most)d consecutive empty rows.")
            if (said := note % {"sheet": sheet.title, "most": EMPTY_ROWS_MOST}) not in notes:
                notes.append(said)
            return
        yield row


def written(cell: Any) -> str:
    """A cell as the sheet shows it: 59.900000000000006 is "59.9", 42 formatted 0000 is "0042"."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return SheetDate(value.isoformat(sep=" ") if value.time() != time() else str(value.date()))
    if isinstance(value, date | time | timedelta):
        return SheetDate(str(value))
    if isinstance(value, int | float):
        return number(value, getattr(cell, "number_format", None) or "General")
    return str(value)


def number(value: int | float, form: str) -> str:
    """A number in the sheet's format, as far as the format changes which number is read."""
    if ZEROS.fullmatch(form) and float(value).is_integer() and value >= 0:
        return str(int(value)).zfill(len(form))
    if match := PERCENT.fullmatch(form):
        return f"{value * 100:.{len(match[1] or '')}f}%"
    if isinstance(value, float) and not value.is_integer():
        return Number(f"{value:.10g}")
    if abs(value) >= 10**DIGITS_KEPT:
        return f"{value:.5E}"  # as Excel shows it; the last digits are lost
    return Number(int(value))
