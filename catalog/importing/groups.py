"""Rows of one product brought together, wherever they stand in the file, in flat memory.

The file is read twice: the first time only counts how many rows each product has, so that the
second time a product is complete, and let go, with its last row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.db.models import F
from django.utils.translation import gettext as _

from catalog.importing.errors import RowError
from catalog.importing.readers import Cells, Line
from catalog.importing.report import Report
from catalog.importing.rows import Row, check, value_of
from catalog.models import Variant

LOOKED_UP_AT_ONCE = 2_000


@dataclass
class Group:
    """The rows of one product; the first of them speaks for the product itself."""

    key: str
    rows: list[Row] = field(default_factory=list)

    @property
    def of_many(self) -> bool:
        """Whether the product has, or may get, more variants: then a photo belongs to a colour."""
        return len(self.rows) > 1 or self.rows[0].sku != self.key


@dataclass
class Survey:
    """What the first reading found: the number of lines, and what belongs together."""

    lines: int = 0
    sizes: Counter[str] = field(default_factory=Counter)
    # SKUs that the catalogue has in a group of another name, and that the file gives no group.
    homes: dict[str, str] = field(default_factory=dict)

    def key(self, sku: str, group: str) -> str:
        return group or self.homes.get(sku, sku)


def survey(lines: Iterable[Line]) -> Survey:
    found, remaining = Survey(), iter(lines)
    while chunk := list(islice(remaining, LOOKED_UP_AT_ONCE)):
        found.lines += len(chunk)
        named = [name for _line, cells in chunk if (name := identity(cells))]
        homeless = [sku for sku, group in named if not group]
        elsewhere = Variant.objects.filter(sku__in=homeless).exclude(product__group=F("sku"))
        found.homes.update(elsewhere.values_list("sku", "product__group"))
        found.sizes.update(found.key(sku, group) for sku, group in named)
    found.sizes = Counter({key: size for key, size in found.sizes.items() if size > 1})
    return found


def identity(cells: Cells | RowError) -> tuple[str, str] | None:
    """SKU and group of a row, None where it has none that could be stored."""
    if isinstance(cells, RowError):
        return None
    try:
        return value_of("sku", cells.get("sku", "")), value_of("group", cells.get("group", ""))
    except RowError:
        return None


def groups(lines: Iterable[Line], found: Survey, report: Report) -> Iterator[Group]:
    """The products of the file, each as soon as its last row is read; bad rows are reported."""
    pending: dict[str, Group] = {}
    remaining = found.sizes.copy()
    seen: dict[str, int] = {}
    for line, cells in lines:
        names = identity(cells)
        key = found.key(*names) if names else ""
        group = pending.setdefault(key, Group(key))
        try:
            group.rows.append(accepted(line, cells, group, seen))
        except RowError as error:
            report.reject(line, error)
        remaining[key] -= 1
        if remaining[key] <= 0:
            del pending[key], remaining[key]
            if group.rows:
                yield group


def accepted(line: int, cells: Cells | RowError, group: Group, seen: dict[str, int]) -> Row:
    """The checked row; RowError where it is bad in itself or beside the rows before it."""
    if isinstance(cells, RowError):
        raise cells
    row = check(line, cells)
    if row.sku in seen:
        raise RowError(
            _("the SKU %(sku)s stands on line %(first)d already")
            % {"sku": row.sku, "first": seen[row.sku]}
        )
    currency = row.product.get("currency")
    if group.rows and currency != (first := group.rows[0].product.get("currency")):
        raise RowError(
            _("currency is %(own)s, but line %(line)d of the same group says %(first)s")
            % {"own": currency, "line": group.rows[0].line, "first": first}
        )
    seen[row.sku] = line
    return row
