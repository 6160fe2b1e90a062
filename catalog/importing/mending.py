"""The rows that an import has refused, as a file to be mended and imported again.

A table comes back as the table it was: its own columns, and before them what is wrong with each
row. Of exports, in which one row may speak for others, all rows of a product come with bad ones.
Objects and XML come back as a table in our own columns. Nothing is held in memory: the file is
read once more.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from catalog.exporting.tables import harmless
from catalog.importing.columns import PLAIN
from catalog.importing.files.records import REASON, TABLE, Content, Record
from catalog.importing.formats.format import Reading, as_they_are
from catalog.importing.readers import Feed, chosen
from catalog.importing.spool import Spool

MISREAD = re.compile("[\udc80-\udcff]")  # bytes that are no UTF-8, as `files.text` keeps them
ENCODING = "utf-8-sig"  # spreadsheets know it by its mark
Rows = Iterable[list[str]]


def bad_rows(feed: Feed, paths: list[Path], reading: Reading | None, folder: Path) -> Path | None:
    """The file with the rows to be mended, in the folder; None where nothing is wrong.

    A zip, where they stood in several files.
    """
    if not feed.spool.complaints():
        return None
    with TemporaryDirectory() as room:
        parts = chosen(paths, Path(room), reading or Reading())[0]
        contents = [content for content, _format in parts]
        if any(content.kind != TABLE for content in contents):
            rows = in_our_columns(feed.spool)
            return written(folder / f"{paths[0].stem}-bad.csv", rows)
        whole_products = not feed.ours or feed.format.assemble is not as_they_are
        tables = [
            written(
                folder / f"{content.path.stem}-bad.csv",
                as_they_were(content, feed.spool.bad_records(number, whole_products)),
                content.delimiter,
            )
            for number, content in enumerate(contents)
        ]
    return tables[0] if len(tables) == 1 else zipped(tables, folder / f"{paths[0].stem}-bad.zip")


def as_they_were(content: Content, bad: Iterator[tuple[int, str]]) -> Iterator[list[str]]:
    """The header and the bad records of a table, each behind what is wrong with it."""
    yield [REASON, *content.names]
    at, said = next(bad, (0, ""))
    for record in content.records():
        if record.line == at:
            yield [said, *cells_of(record, content.names)]
            at, said = next(bad, (0, ""))


def cells_of(record: Record, names: list[str]) -> list[str]:
    if isinstance(record.raw, list):  # it does not fit under the names
        return record.raw
    return [str(record.cells.get(name, "")) for name in names]


def in_our_columns(spool: Spool) -> Iterator[list[str]]:
    used = dict.fromkeys(name for cells, _said in spool.bad_lines() for name in cells)
    names = [
        *(name for name in PLAIN if name in used),
        *(each for each in used if each not in PLAIN),
    ]
    yield [REASON, *names]
    for cells, said in spool.bad_lines():
        yield [said, *(cells.get(name, "") for name in names)]


def written(path: Path, rows: Rows, delimiter: str = ",") -> Path:
    with path.open("w", encoding=ENCODING, errors="replace", newline="") as file:
        lines = csv.writer(file, delimiter=delimiter)
        lines.writerows([harmless(restored(cell)) for cell in row] for row in rows)
    return path


def restored(cell: str) -> str:
    """The cell with bytes that are no UTF-8 as the letters that they most probably were."""
    return MISREAD.sub(
        lambda found: bytes([ord(found[0]) - 0xDC00]).decode("windows-1252", "replace"), cell
    )


def zipped(paths: list[Path], into: Path) -> Path:
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, path.name)
    return into
