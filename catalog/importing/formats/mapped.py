"""The records of a file with their cells under our columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from catalog.importing.cells import Value, first, is_null, path
from catalog.importing.columns import ATTRIBUTE, KEYS, SEPARATOR
from catalog.importing.errors import FileError
from catalog.importing.files.records import TABLE, Content, Record
from catalog.importing.formats.facts import is_fact
from catalog.importing.formats.format import ATTRIBUTE as AS_ATTRIBUTE
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, key
from catalog.importing.formats.names import NAME_LENGTH
from catalog.importing.formats.reading import LISTS, gathered, read_cells
from catalog.importing.formats.sections import has_sections, heading
from catalog.importing.formats.sparing import spare_one
from catalog.importing.formats.standing_in import TITLE, standing_in
from catalog.importing.ways import way

UNIT = re.compile(r"(.+?)\s*[\[(]\s*([a-zA-Z°%²³µ\"]{1,5})\s*[\])]")
VALUE_MOST = 300  # characters of an attribute made of an unknown column
NAMED_MOST = 30
DOUBLE = re.compile(r" \(\d+\)$")  # as `layout.distinct` tells equal names apart


class Mapped:
    """One file read in one format. `targets` says for each name of theirs what it is here."""

    def __init__(self, fmt: Format, content: Content, context: Context) -> None:
        self.format, self.content, self.context = fmt, content, context
        self.unknown = context.reading.unknown or fmt.unknown
        self.targets: dict[str, Column | None] = {}
        self.made: set[str] = set()  # unknown columns that are attributes here
        table = content.kind == TABLE
        self.together = fmt.together(content.names) if fmt.together and table else set[str]()
        translate = fmt.names if table else None
        known = translate(content.names, content.sample) if translate else content.names
        self.known = dict(zip(content.names, known, strict=True))  # theirs in the usual language
        self.instead = standing_in(fmt, content)
        if table:
            self.targets = {name: self.find(name) for name in content.names}
            self.check_doubles()
        self.is_theirs = bool(fmt.lookup) and not (table and self.is_ours())
        self.has_sections = table and self.is_theirs and has_sections(content.names, content.sample)

    def target(self, name: str) -> Column | None:
        """What their column is here; None where the format's own rules read it."""
        if name not in self.targets:
            self.targets[name] = self.find(name)
        return self.targets[name]

    def find(self, name: str) -> Column | None:
        known = self.known.get(name, name)
        asked = self.context.reading.columns.get(name)
        if asked is not None:
            own = self.format.column(known)
            return own if own and own.to == asked else Column(asked)
        if name in self.together:
            return None
        if name in self.instead:
            return Column(self.instead[name])
        column = self.format.column(known)
        if column is None and self.format.is_family(known):
            return None
        return column or Column(self.attribute(name))

    def attribute(self, name: str) -> str:
        """An unknown column as an attribute, where that is asked for or its name says a fact."""
        unit = UNIT.fullmatch(name.strip())
        plain = re.sub(r"[_.]+", " ", unit[1] if unit else name)
        plain = " ".join(plain.split())[:NAME_LENGTH]
        asked = self.context.reading.unknown
        is_one = self.unknown == AS_ATTRIBUTE or (
            not asked
            and (bool(self.format.lookup) or self.content.kind == TABLE)
            and is_fact(plain)
        )
        if not is_one or not plain or not plain.isprintable():
            return ""
        self.made.add(name)
        return ATTRIBUTE + plain

    def check_doubles(self) -> None:
        """Two columns of one name cannot both be the price; "title" goes before "name"."""
        met: set[str] = set()
        named = [(name, target) for name, target in self.targets.items() if target]
        exact = {target.to for name, target in named if is_ours(name, target)} - LISTS
        for name, target in named:
            if target.to in exact and not is_ours(name, target):
                self.targets[name] = Column("")
            plain = key(DOUBLE.sub("", name))
            if target and target.to and plain in met and target.to not in LISTS:
                raise FileError(
                    _("The column %(name)s stands twice in the file.") % {"name": plain}
                )
            met.add(plain)
        self.leave_out_codes()

    def leave_out_codes(self) -> None:
        """Numbers of groups are no names of categories, where another column has those."""
        named = [
            name for name, target in self.targets.items() if target and target.to == "category"
        ]
        codes = [name for name in named if self.is_of_codes(name)]
        if 0 < len(codes) < len(named):
            self.targets |= {name: Column("") for name in codes}

    def is_of_codes(self, name: str) -> bool:
        cells = [first(record.cells.get(name, "")).strip() for record in self.content.sample]
        return any(cells) and not any(re.search(r"[^\W\d]", cell) for cell in cells)

    def check_keys(self) -> None:
        """A plain table has to say what its rows are; other formats always do."""
        ours = {target.to for target in self.targets.values() if target}
        by_title = any(each.startswith("title") for each in ours) and not self.is_ours()
        if self.format.lookup and not ours & set(KEYS) and not by_title:
            names = ", ".join(repr(name[:60]) for name in self.content.names[:NAMED_MOST])
            raise FileError(
                _(
                    "The file has no column sku, source_id or group; one of them says what a row "
                    "is. Its columns are %(names)s; %(way)s."
                )
                % {"names": names, "way": way("explain")}
            )

    def is_ours(self) -> bool:
        """Whether the file is in our own columns, and there is nothing to say of them."""
        named = [target and is_ours(name, target) for name, target in self.targets.items()]
        return bool(self.format.lookup) and all(named)

    def left_out(self) -> list[str]:
        return [name for name, target in self.targets.items() if target and not target.to]

    def rows(self) -> Iterator[Row]:
        if self.content.kind == TABLE:
            self.check_keys()
        section = ""
        for record in self.content.records():
            if self.has_sections and (name := heading(record)):
                section, self.context.told["headings"] = name, self.context.told["headings"] + 1
                continue
            if record.tag and record.tag.lower() not in (*self.format.elements, self.content.tag):
                continue
            if record.error is not None:
                keys = {name: cell for name, cell in self.cells(record).items() if name in KEYS}
                yield Row(record.line, keys, problems=(str(record.error),))
                continue
            cells = self.cells(record)
            if section and not cells.get("category"):
                cells["category"] = section
            if self.format.names:
                record.cells = {self.known[name]: each for name, each in record.cells.items()}
            for row in self.format.rows(record, cells, self.context):
                self.leave_alone(row.cells)
                row.problems = (*row.problems, *read_cells(row.cells, self.context))
                if self.is_theirs:  # a day that may be two costs no article
                    spare_one("published", row.cells, self.context)
                yield row

    def leave_alone(self, cells: Cells) -> None:
        """A column that a table lacks empties nothing, though a format makes it of others."""
        if self.content.kind == TABLE:
            there = {target.to for target in self.targets.values() if target}
            there |= {"category"} if self.has_sections else set()
            there |= {"variant_images"} if cells.get("images") else set()  # none of its own
            for name in [each for each, cell in cells.items() if not cell and each not in there]:
                del cells[name]

    def cells(self, record: Record) -> Cells:
        """Their cells under our names: the first that is not empty, or all values of a list."""
        found: Cells = {}
        for name, value in record.cells.items():
            column = self.target(name)
            if column is None or not column.to:
                continue
            cell = self.cell(name, column, value)
            there = found.get(column.to, "")
            if not there or is_null(there):
                found[column.to] = cell
            elif cell and column.to in LISTS:
                found[column.to] = f"{there}{SEPARATOR}{cell}"
            elif self.instead.get(name) == TITLE and cell not in there:
                found[TITLE] = f"{there} {cell}"  # the second half of a name
        return found

    def cell(self, name: str, column: Column, value: Value) -> str:
        if column.read:
            return column.read(value)
        separator = self.context.reading.separators.get(column.to, "")
        if separator and column.to == "category":
            return path(first(value), separator)
        cell = gathered(column.to, value, separator)
        return self.unknown_cell(name, cell) if name in self.made else cell

    def unknown_cell(self, name: str, cell: str) -> str:
        """A value of an unknown column with the unit from its header; no whole texts."""
        if len(cell) > VALUE_MOST:
            self.context.told["long"] += 1
            return ""
        unit = UNIT.fullmatch(name.strip())
        return f"{cell} {unit[2]}" if unit and re.fullmatch(r"[\d.,]+", cell) else cell


def is_ours(name: str, target: Column) -> bool:
    return key(name) == key(target.to)
