"""Rows of one product brought together, wherever they stand in the file, in flat memory.

The file is read twice: the first time only counts how many rows each product has, so that the
second time a product is complete, and let go, with its last row. What is counted are hashes, eight
bytes a row: 150,000 SKUs take 1.2 MB.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from django.db.models import F, Q
from django.utils.translation import gettext as _

from catalog.importing.errors import RowError
from catalog.importing.profiles import Profiles
from catalog.importing.readers import Cells, Line
from catalog.importing.report import Report
from catalog.importing.rows import Row, check
from catalog.importing.values import value_of
from catalog.models import Source, Variant

LOOKED_UP_AT_ONCE = 2_000
TOGETHER = ("title", "description", "brand", "gender", "material", "currency")


@dataclass
class Group:
    """The rows of one product; of each column the first row that fills it speaks for all."""

    key: str
    rows: list[Row] = field(default_factory=list)

    @property
    def of_many(self) -> bool:
        """Whether the product has, or may get, more variants: then a photo belongs to a colour."""
        return len(self.rows) > 1 or self.rows[0].name != self.key

    @property
    def named(self) -> bool:
        """Whether the file itself binds the rows, by a group that it gives them."""
        return any(row.group for row in self.rows)


@dataclass
class Survey:
    """What the first reading found."""

    lines: int = 0
    sizes: dict[int, int] = field(default_factory=dict)  # of the groups of more than one row
    repeated: frozenset[int] = frozenset()  # hashes of the SKUs that stand on several rows
    profiles: Profiles = field(default_factory=Profiles)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A line of the file with the key of its product; "" for one that has none."""

    line: int
    cells: Cells | RowError
    key: str = ""
    sku: str = ""
    source_id: str = ""


def keyed(lines: Iterable[Line], source: Source | None) -> Iterator[Keyed]:
    """Every line with its key: its group, else the product that the catalogue has it in."""
    remaining = iter(lines)
    while chunk := list(islice(remaining, LOOKED_UP_AT_ONCE)):
        names = [identity(cells) for _line, cells in chunk]
        homes = homes_of([name for name in names if not name[2]], source)
        for (line, cells), (sku, source_id, group) in zip(chunk, names, strict=True):
            home = homes.get(("id", source_id)) or homes.get(("sku", sku))
            yield Keyed(line, cells, group or home or sku or source_id, sku, source_id)


def homes_of(
    names: list[tuple[str, str, str]], source: Source | None
) -> dict[tuple[str, str], str]:
    """The groups of articles that the catalogue has under another name than their SKU."""
    ids = {source_id for _sku, source_id, _group in names} - {""}
    skus = {sku for sku, _source_id, _group in names} - {""}
    known = Q(sku__in=skus)
    if source and ids:
        known |= Q(source_id__in=ids, product__source=source)
    found: dict[tuple[str, str], str] = {}
    rows = Variant.objects.filter(known).exclude(product__group=F("sku")).order_by()
    for sku, source_id, group in rows.values_list("sku", "source_id", "product__group"):
        if source_id in ids:
            found["id", source_id] = group
        if sku in skus:
            found["sku", sku] = group
    return found


def identity(cells: Cells | RowError) -> tuple[str, str, str]:
    """SKU, id and group of a row; empty where it has none that could be stored."""
    cells = cells.cells if isinstance(cells, RowError) else cells
    try:
        sku, source_id, group = (
            value_of(name, cells.get(name, "")) for name in ("sku", "source_id", "group")
        )
    except RowError:
        return "", "", ""
    return sku, source_id, group


def survey(lines: Iterable[Line], source: Source | None) -> Survey:
    found = Survey()
    keys, skus = array("q"), array("q")
    for each in keyed(lines, source):
        found.lines += 1
        wrong = isinstance(each.cells, RowError)
        if not isinstance(each.cells, RowError):
            found.profiles.see(each.cells)
        if each.key:
            keys.append(hash(each.key))
        if each.sku and not wrong:
            skus.append(hash(each.sku))
    found.sizes = counted(keys)
    found.repeated = frozenset(counted(skus))
    return found


def counted(hashes: array[int]) -> dict[int, int]:
    """How often each hash occurs that occurs more than once."""
    values, counts = np.unique(np.frombuffer(hashes, dtype=np.int64), return_counts=True)
    many = counts > 1
    return dict(zip(values[many].tolist(), counts[many].tolist(), strict=True))


def groups(
    lines: Iterable[Line], found: Survey, report: Report, source: Source | None
) -> Iterator[Group]:
    """The products of the file, each as soon as its last row is read; bad rows are reported."""
    pending: dict[str, Group] = {}
    remaining = dict(found.sizes)
    for each in keyed(lines, source):
        group = pending.setdefault(each.key, Group(each.key))
        try:
            group.rows.append(accepted(each, group))
            note_contradictions(group, report)
        except RowError as error:
            report.reject(each.line, error)
            report.refused.append((each.key, each.sku, each.source_id))
        place = hash(each.key)
        remaining[place] = remaining.get(place, 1) - 1
        if remaining[place] <= 0:
            del pending[each.key], remaining[place]
            if group.rows:
                yield group
    yield from (group for group in pending.values() if group.rows)


def accepted(each: Keyed, group: Group) -> Row:
    """The checked row; RowError where it is bad in itself or beside the rows before it."""
    if isinstance(each.cells, RowError):
        raise each.cells
    row = check(each.line, each.cells)
    for other in group.rows:
        if same_article(row, other):
            raise RowError(
                _("the SKU %(sku)s stands on line %(first)d already")
                % {"sku": row.name, "first": other.line}
            )
    own, said = row.product.get("currency"), said_before(group, "currency")
    if own and said and own != said[1]:
        raise RowError(
            _("currency is %(own)s, but line %(line)d of the same group says %(first)s")
            % {"own": own, "line": said[0], "first": said[1]}
        )
    return row


def same_article(row: Row, other: Row) -> bool:
    """Whether two rows of one product are the same variant. One number for all sizes is not."""
    if row.source_id and other.source_id:
        return row.source_id == other.source_id
    return row.sku == other.sku and options_of(row) == options_of(other)


def options_of(row: Row) -> tuple[object, ...]:
    return row.variant.get("color", ""), row.variant.get("size", ""), row.options


def said_before(group: Group, column: str) -> tuple[int, str] | None:
    """Line and value of the first row of the group that fills the column."""
    return next(
        ((row.line, value) for row in group.rows if (value := row.product.get(column))), None
    )


def note_contradictions(group: Group, report: Report) -> None:
    """Say what the last row says of the product that an earlier one has said otherwise."""
    row = group.rows[-1]
    if len(group.rows) < 2 or row.feed:
        return
    for column in TOGETHER:
        first = said_before(group, column)
        own = row.product.get(column)
        if own and first and first[1].lower() != own.lower():
            report.contradict(row.line, column, own, first)
    main = next(((each.line, each.categories[0]) for each in group.rows if each.categories), None)
    if row.categories and main and row.categories[0].lower() != main[1].lower():
        report.contradict(row.line, "category", row.categories[0], main)
