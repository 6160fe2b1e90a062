"""Rows put aside on disk, and given back product by product: memory stays flat."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.importing.formats.format import Row

CACHE_KB = 16_000
LINKS_DEEP = 8  # a variant of a model of a model
AT_ONCE = 500

TABLES = """
CREATE TABLE rows (id INTEGER PRIMARY KEY, line INTEGER, family TEXT, role TEXT, cells TEXT,
                   problems TEXT);
CREATE TABLE links (name TEXT PRIMARY KEY, family TEXT) WITHOUT ROWID;
CREATE TABLE lines (id INTEGER PRIMARY KEY, line INTEGER, cells TEXT, problems TEXT);
"""
FOLLOW = """
UPDATE rows SET family = (SELECT family FROM links WHERE name = rows.family)
WHERE family IN (SELECT name FROM links WHERE family <> name)
"""
# A row without family is one of its own, at its place in the file.
IN_ORDER = """
SELECT line, rows.family, role, cells, problems
FROM (SELECT family, min(id) AS first FROM rows WHERE family <> '' GROUP BY family
      UNION ALL SELECT '', id FROM rows WHERE family = '') AS families
JOIN rows ON rows.family = families.family AND (families.family <> '' OR rows.id = first)
ORDER BY first, rows.id
"""


class Spool:
    """A private database in a temporary file, which goes with the process."""

    def __init__(self) -> None:
        self.last_line = 0
        self.database = sqlite3.connect("", isolation_level=None)
        self.database.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        self.database.execute("PRAGMA temp_store = FILE")
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.executescript(TABLES)

    def put(self, rows: Iterable[Row]) -> None:
        """Keep what a file holds, before it is known what belongs together.

        No two rows have one number: a second file, or a second row of a line, is counted on.
        """
        with room_on_disk():
            for row in rows:
                self.last_line = max(row.line, self.last_line + 1)
                self.database.execute(
                    "INSERT INTO rows (line, family, role, cells, problems) VALUES (?, ?, ?, ?, ?)",
                    (self.last_line, row.family, row.role, dumped(row.cells), dumped(row.problems)),
                )
                for name in row.links:
                    self.database.execute(
                        "INSERT OR IGNORE INTO links VALUES (?, ?)", (name, row.family)
                    )

    def families(self) -> Iterator[list[Row]]:
        """The rows of each product, in the order in which the products begin."""
        with room_on_disk():
            for _each in range(LINKS_DEEP):
                if not self.database.execute(FOLLOW).rowcount:
                    break
            self.database.execute("CREATE INDEX by_family ON rows (family, id)")
            found = self.database.execute(IN_ORDER)
            for family, rows in groupby(enumerate(found), lambda each: each[1][1] or each[0]):
                name = family if isinstance(family, str) else ""
                yield [
                    Row(line, json.loads(cells), name, role, (), tuple(json.loads(problems)))
                    for _number, (line, _family, role, cells, problems) in rows
                ]

    def keep(self, rows: Iterable[Row]) -> None:
        """Keep what the rows have become."""
        with room_on_disk():
            self.database.executemany(
                "INSERT INTO lines (line, cells, problems) VALUES (?, ?, ?)",
                ((row.line, dumped(row.cells), dumped(row.problems)) for row in rows),
            )

    def lines(self) -> Iterator[Row]:
        """What was kept, from the beginning at each call."""
        last = 0
        while found := self.database.execute(
            "SELECT id, line, cells, problems FROM lines WHERE id > ? ORDER BY id LIMIT ?",
            (last, AT_ONCE),
        ).fetchall():
            for last, line, cells, problems in found:  # noqa: B007
                yield Row(line, json.loads(cells), problems=tuple(json.loads(problems)))

    def drop_rows(self) -> None:
        self.database.execute("DELETE FROM rows")


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)  # lone surrogates are kept that way


@contextmanager
def room_on_disk() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise FileError(
            _("There is no room for temporary files: %(reason)s.") % {"reason": error}
        ) from error
