"""Rows written as CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from typing import IO

from catalog.exporting.rows import Row

# A spreadsheet takes a cell that begins so for a formula, and runs it; a number is none.
FORMULA = re.compile(r"[=+\-@\t\r].", re.DOTALL)
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def write_csv(file: IO[str], columns: list[str], rows: Iterable[Row]) -> int:
    """How many rows were written."""
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(columns)
    written = 0
    for row in rows:
        lines.writerow([harmless(row.get(name, "")) for name in columns])
        written += 1
    return written


def harmless(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would run it."""
    runs = FORMULA.match(cell) and not NUMBER.fullmatch(cell)
    return f"'{cell}" if runs else cell


def write_jsonl(file: IO[str], columns: list[str], rows: Iterable[Row]) -> int:
    """Every column stands on every line, so that what is empty empties when it is imported."""
    written = 0
    for row in rows:
        line = {name: row.get(name, "") for name in columns}
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        written += 1
    return written
