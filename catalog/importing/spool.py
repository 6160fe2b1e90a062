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
CREATE TABLE rows (id INTEGER PRIMARY KEY, line INTEGER, file INTEGER, at INTEGER, family TEXT,
                   role TEXT, cells TEXT, problems TEXT);
CREATE TABLE links (name TEXT PRIMARY KEY, family TEXT) WITHOUT ROWID;
CREATE TABLE lines (id INTEGER PRIMARY KEY, line INTEGER, cells TEXT, problems TEXT);
CREATE TABLE faults (line INTEGER, said TEXT);
"""
FOLLOW = """
UPDATE rows SET family = (SELECT family FROM links WHERE name = rows.family)
WHERE family IN (SELECT name FROM links WHERE family <> name)
"""
# The numbers alone are sorted, not the cells. `file` and `at` say where in which file a row stood.
IN_ORDER = """
CREATE TABLE places AS SELECT rows.id AS row, line, file, at, first AS family FROM rows
JOIN (SELECT family, min(id) AS first FROM rows GROUP BY family) AS families USING (family)
ORDER BY first, rows.id
"""
PLACED = """
SELECT rows.line, rows.family, role, cells, problems FROM places JOIN rows ON rows.id = places.row
ORDER BY places.rowid
"""
FAULTS = "(SELECT line, group_concat(said, ' ') AS said FROM faults GROUP BY line)"
BAD_RECORDS = f"""
SELECT at, coalesce(group_concat(said, ' '), '') FROM places LEFT JOIN {FAULTS} USING (line)
WHERE file = ? AND {{among}} GROUP BY at ORDER BY at
"""
AMONG_BAD = "said IS NOT NULL"
AMONG_PRODUCTS = "family IN (SELECT family FROM places JOIN faults USING (line))"
BAD_LINES = f"SELECT cells, said FROM lines JOIN {FAULTS} USING (line) ORDER BY lines.id"
ALONE = "\0"  # begins the family of a row that has none


class Spool:
    """A private database in a temporary file, which goes with the process."""

    def __init__(self) -> None:
        self.last_line = 0
        self.database = sqlite3.connect("", isolation_level=None)
        self.database.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        self.database.execute("PRAGMA temp_store = FILE")
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.executescript(TABLES)

    def put(self, rows: Iterable[Row], file: int = 0) -> None:
        """Keep what the file of this number holds, before it is known what belongs together.

        No two rows have one number: a second file, or a second row of a line, is counted on.
        """
        with self.writing():
            for row in rows:
                self.last_line = max(row.line, self.last_line + 1)
                family = plain(row.family) or f"{ALONE}{self.last_line}"
                self.database.execute(
                    "INSERT INTO rows (line, file, at, family, role, cells, problems) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        *(self.last_line, file, row.line, family, row.role),
                        *(dumped(row.cells), dumped(row.problems)),
                    ),
                )
                self.database.executemany(
                    "INSERT OR IGNORE INTO links VALUES (?, ?)",
                    ((plain(name), family) for name in row.links),
                )

    def order(self) -> None:
        """Bring together what belongs together, in the order in which the products begin."""
        with self.writing():
            for _each in range(LINKS_DEEP):
                if not self.database.execute(FOLLOW).rowcount:
                    break
            self.database.execute("CREATE INDEX by_family ON rows (family, id)")
            self.database.execute(IN_ORDER)

    def families(self) -> Iterator[list[Row]]:
        """The rows of each product, after `order`."""
        for family, rows in groupby(self.database.execute(PLACED), lambda each: each[1]):
            name = "" if family.startswith(ALONE) else family
            yield [
                Row(line, json.loads(cells), name, role, (), tuple(json.loads(problems)))
                for line, _family, role, cells, problems in rows
            ]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; a full disk is a sentence."""
        try:
            self.database.execute("BEGIN")
            yield
            self.database.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise FileError(
                _("There is no room for temporary files: %(reason)s.") % {"reason": error}
            ) from error

    def keep(self, families: Iterable[list[Row]]) -> None:
        """Keep what the rows have become."""
        with self.writing():
            self.database.executemany(
                "INSERT INTO lines (line, cells, problems) VALUES (?, ?, ?)",
                (
                    (row.line, dumped(row.cells), dumped(row.problems))
                    for rows in families
                    for row in rows
                ),
            )
            self.database.execute("DELETE FROM rows")

    def complain(self, line: int, said: str) -> None:
        """Keep what is wrong with a line, for whoever is to mend it."""
        self.database.execute("INSERT INTO faults VALUES (?, ?)", (line, said))

    def complaints(self) -> int:
        """How many lines something is wrong with."""
        (count,) = self.database.execute("SELECT count(DISTINCT line) FROM faults").fetchone()
        return int(count)

    def bad_records(self, file: int, whole_products: bool) -> Iterator[tuple[int, str]]:
        """Where in a file the bad records stand, and what is wrong with each, in their order.

        With those of the same products, where one row says what holds for others.
        """
        among = AMONG_PRODUCTS if whole_products else AMONG_BAD
        yield from self.database.execute(BAD_RECORDS.format(among=among), [file])

    def bad_lines(self) -> Iterator[tuple[dict[str, str], str]]:
        """The cells of bad lines in our columns, as far as they were read, and what is wrong."""
        for cells, said in self.database.execute(BAD_LINES):
            yield json.loads(cells), said

    def lines(self) -> Iterator[Row]:
        """What was kept, from the beginning at each call."""
        last = 0
        while found := self.database.execute(
            "SELECT id, line, cells, problems FROM lines WHERE id > ? ORDER BY id LIMIT ?",
            (last, AT_ONCE),
        ).fetchall():
            for last, line, cells, problems in found:  # noqa: B007
                yield Row(line, json.loads(cells), problems=tuple(json.loads(problems)))


def plain(name: str) -> str:
    """A name without the halves of signs that a wrong encoding leaves; its row is refused later."""
    return name.encode("utf-8", "replace").decode()


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)  # lone surrogates are kept that way
