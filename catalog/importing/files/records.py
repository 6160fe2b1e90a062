"""Records: the rows, objects or elements of a file, with their cells by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.importing.cells import Value
from catalog.importing.errors import RowError

TABLE, OBJECTS, ELEMENTS = "table", "objects", "elements"
REASON = "import_problem"  # the column of a file of bad rows that says what is wrong with them
SAMPLED = 60  # records that are looked at before anything is decided
RECORD_BYTES = 20 * 1024**2  # one object or element; a whole file in one is refused


@dataclass(slots=True)
class Record:
    """A row, object or element; `tag` is an element's name.

    `raw` is the object or element itself, or a row that does not fit under the names.
    """

    line: int
    cells: dict[str, Value] = field(default_factory=dict)
    raw: Any = None
    tag: str = ""
    error: RowError | None = None


@dataclass
class Content:
    """A file whose structure is known. `records` reads it from the beginning, at each call."""

    path: Path
    kind: str
    names: list[str]  # the header of a table; what the first objects or elements have
    records: Callable[[], Iterator[Record]]
    sample: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    root: str = ""  # of XML, in lower case
    tag: str = ""  # of its records, where no format knows the name
    delimiter: str = ","  # of a table in a text
    mended: bool = False  # whether it is what came back of the rows of an earlier import
