"""Catalogue files for the tests of the import, and the import itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from catalog.importing.report import Report
from catalog.importing.run import import_catalog


class Done:
    """A finished import: its report, and what it said about lines."""

    def __init__(self, report: Report, said: list[str]) -> None:
        self.report, self.said = report, said

    @property
    def rows(self) -> dict[str, int]:
        return dict(self.report.rows)


def bring(path: Path, **options: Any) -> Done:
    said: list[str] = []
    return Done(import_catalog(path, tell=said.append, **options), said)


def shop(folder: Path, *lines: str, **options: Any) -> Done:
    """Write these lines as CSV and import them: `shop(tmp_path, "sku,title", "A1,Apple")`."""
    path = folder / "shop.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return bring(path, **options)


def workbook(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def json_lines(path: Path, *rows: Any) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path
