"""The door for other programs: rows of Python values, imported like a file.

    import catalog

    catalog.sync(
        [
            {
                "source_id": 7,
                "sku": "FEN-39",
                "group": "fenlow-boot",
                "title": "Fenlow boot",
                "category": ["Shoes > Boots", "New"],
                "price": Decimal("79.00"),
                "stock": 4,
                "color": "Moss",
                "option:Width": "Wide",
                "url": "https://shop.example/p/7/",
                "images": ["https://shop.example/media/moss.jpg"],
            }
        ],
        source="shop",
    )

The columns are those of `catalog.importing.columns`. A row needs only what has changed, where the
article is known; one with `"delete": True` is removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from catalog.importing.columns import PLAIN, SEPARATOR, column
from catalog.importing.errors import FileError
from catalog.importing.report import Report
from catalog.importing.run import Options, import_rows
from catalog.importing.vanished import KEEP

Row = Mapping[str, Any]


@dataclass
class Synced:
    """What came of a call: numbers of articles, and a sentence for each row that is wrong."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    deleted: int = 0
    unknown: int = 0
    rejected: int = 0
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def sync(
    rows: Iterable[Row],
    source: str = "",
    *,
    missing: str = KEEP,
    force: bool = False,
    dry_run: bool = False,
    images: Path | None = None,
) -> Synced:
    """Bring the products of `source` into line with rows of Python values.

    Lists are several values, True and False are 1 and 0, None and "" empty a column. `missing`
    says what becomes of articles of the source that no row is about: hide or delete them; where
    they are kept, the rows are an excerpt, and the catalogue is not looked through for others.
    Problems name a row by its place, the first is 1. FileError where columns are unknown, where
    another import runs, or where more than 30 percent would be hidden or deleted without `force`.
    """
    given: Sequence[Row] = rows if isinstance(rows, Sequence) else list(rows)
    check_columns(given)
    problems: list[str] = []
    report = import_rows(
        lambda: ((number, cells_of(row)) for number, row in enumerate(given, start=1)),
        Options(
            images=images,
            dry_run=dry_run,
            source=source,
            missing=missing,
            force=force,
            excerpt=missing == KEEP,
        ),
        Report(problems.append),
    )
    counts = {name: report.rows[name] for name in Synced.__dataclass_fields__ if name in COUNTED_AS}
    return Synced(**counts, problems=problems, remarks=report.remarks())


COUNTED_AS = ("created", "changed", "unchanged", "deleted", "unknown", "rejected")


def check_columns(rows: Iterable[Row]) -> None:
    """FileError with all columns that are none."""
    unknown: list[str] = []
    for name in dict.fromkeys(name for row in rows for name in row):
        try:
            column(name)
        except ValueError:
            unknown.append(name)
    if unknown:
        raise FileError(
            _("There are no columns %(names)s. The columns are %(all)s; what has no column of its "
              "own can be an attribute, attr:NAME, or an option of the variant, option:NAME.")
            % {"names": ", ".join(map(repr, unknown)), "all": ", ".join(PLAIN)}
        )  # fmt: skip


def cells_of(row: Row) -> dict[str, str]:
    return {column(name): cell(value) for name, value in row.items()}


def cell(value: Any) -> str:
    """A Python value as the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime() | date():
            return value.isoformat()
        case list() | tuple() | set():
            return SEPARATOR.join(cell(each) for each in value)
    return str(value)
