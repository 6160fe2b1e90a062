"""What a format is: a table of its columns, and a few rules for what no table says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from catalog.folding import fold
from catalog.importing.cells import Value
from catalog.importing.files.records import TABLE, Content, Record

Cells = dict[str, str]
IGNORE, ATTRIBUTE = "ignore", "attribute"
UNKNOWN = (IGNORE, ATTRIBUTE)


@dataclass(frozen=True)
class Column:
    """One of our columns, with how theirs is read into it. An empty name: known and left out."""

    to: str
    read: Callable[[Value], str] | None = None


@dataclass(frozen=True)
class Reading:
    """What whoever imports has said of the file, beside what stands in it."""

    format: str = ""
    encoding: str = ""
    decimal: str = ""
    unknown: str = ""  # IGNORE or ATTRIBUTE; empty: as the format has it
    currency: str = ""  # taken of several; empty: the first
    columns: Mapping[str, str] = field(default_factory=dict)  # by a mapping: theirs -> ours
    separators: Mapping[str, str] = field(default_factory=dict)  # by a mapping: ours -> sign


@dataclass(slots=True)
class Row:
    """One record in our columns, not yet beside the others of its product.

    `family` is what binds the rows of a product, or empty. `links` are other names of that
    family, by which rows may refer to it; `role` is for the format's own `assemble`.
    """

    line: int
    cells: Cells
    family: str = ""
    role: str = ""
    links: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass
class Context:
    """One reading of one catalogue: what was asked, what is kept, what is to be told."""

    reading: Reading
    decimal: str = ""
    spares: bool = False  # whether a bad cell is left out rather than its row
    yen: str = ""  # the currency of "¥", as far as the language of the file tells it
    kept: dict[str, Any] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)

    def keep(self, name: str) -> dict[str, Any]:
        """A dictionary of that name that lasts as long as the reading."""
        return self.kept.setdefault(name, {})


Reader = Callable[[Record, Cells, Context], Iterable[Row]]
Assembler = Callable[[list[Row], Context], Iterable[Row]]


def one_row(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    return [Row(record.line, cells)]


def as_they_are(rows: list[Row], _context: Context) -> Iterable[Row]:
    return rows


@dataclass(frozen=True)
class Format:
    """How catalogues of one system look, and what their columns are here.

    `signs` are sets of names: where all of one stand in a file, it is of this format. `families`
    are patterns of columns that `rows` reads itself. `rows` makes of a record the rows that it
    is, mostly one; `assemble` gets all rows of a family and gives what the product becomes.
    """

    name: str
    title: str
    signs: tuple[frozenset[str], ...]
    columns: Mapping[str, str | Column]
    kind: str = TABLE
    families: tuple[str, ...] = ()
    root: str = ""  # of XML; such a file is of this format
    elements: tuple[str, ...] = ()  # of XML, in lower case; those that are records
    decimal: str = ""  # the mark before decimals, where the system always writes the same
    unknown: str = IGNORE
    companion: str = ""  # the format of a second file that belongs to this one
    rows: Reader = one_row
    assemble: Assembler = as_they_are
    lookup: Callable[[str], str | Column] | None = None  # a column that no table can list
    matches: Callable[[Content], bool] | None = None  # where signs are not enough
    names: Callable[[list[str], list[Record]], list[str]] | None = None  # translated headers
    together: Callable[[list[str]], set[str]] | None = None  # columns that `rows` reads by others

    def recognises(self, content: Content) -> bool:
        if content.kind != self.kind:
            return False
        if self.root and content.root == self.root:
            return True
        names = {key(name) for name in content.names}
        return any(sign <= names for sign in self.signs) or bool(
            self.matches and self.matches(content)
        )

    def is_family(self, name: str) -> bool:
        return any(re.fullmatch(pattern, name, re.I) for pattern in self.families)

    def column(self, name: str) -> Column | None:
        """What a column of that name is here; None where the format knows none."""
        found = self.columns.get(key(name))
        if found is None:  # "image link [image_link]"
            found = self.columns.get(key(re.sub(r"\s\[.*\]$", "", name)))
        if found is None and self.lookup:
            found = self.lookup(name) or None
        return Column(found) if isinstance(found, str) else found


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name as tables of columns have it: no case, accents, underscores, hyphens or stars."""
    plain = fold(name.strip().strip("\ufeff*").strip())
    return " ".join(re.sub(r"[_\u00a0\u202f*]+|(?<=\w)-(?=\w)", " ", plain).split())


def signs(*sets: str) -> tuple[frozenset[str], ...]:
    """Signs as text: names separated by commas, one text a set."""
    return tuple(frozenset(key(name) for name in text.split(",")) for text in sets)


def columns(table: Mapping[str, str | Column], left_out: str = "") -> dict[str, str | Column]:
    """A table by keys. `left_out` names, with commas, what the format has and no shopper sees."""
    skipped: dict[str, str | Column] = {
        key(name): "" for name in left_out.split(",") if name.strip()
    }
    return skipped | {key(name): column for name, column in table.items()}
