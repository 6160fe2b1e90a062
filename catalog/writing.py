"""Articles written one by one or by the hundred: rows like those of a file, each with its result.

`write` merges, as an import does: a column that a row lacks stays as it is. `whole` makes of a row
one that replaces: what it lacks is emptied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from catalog.addresses import is_on_the_web
from catalog.importing.columns import ATTRIBUTE, OF_PRODUCT, OF_VARIANT, OPTION, column
from catalog.importing.errors import RowError
from catalog.importing.formats.format import Cells
from catalog.importing.groups import identity
from catalog.importing.report import REJECTED, Report
from catalog.importing.rows import check
from catalog.importing.run import Options, import_rows
from catalog.models import Product, Source, Variant
from catalog.syncing import cell

Row = Mapping[str, Any]

NESTED = {"attributes": ATTRIBUTE, "options": OPTION}  # {"options": {"RAM": "16 GB"}}
WRONG_TOLD = 10  # names and types of one row; it is refused with the first of them
PICTURES = ("images", "variant_images")
# What a row that replaces says where it says nothing; a currency stays, as prices are in it.
STANDING = {"active": "1", "availability": "in_stock"}


@dataclass
class Written:
    """What became of one row, in the words of `catalog.importing.report`."""

    sku: str
    outcome: str = REJECTED
    problems: list[str] = field(default_factory=list)


class Ledger(Report):
    """A report that keeps for each line what became of it, and what is to be said of it."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(tell=lambda sentence: None)
        self.lines = {line: Written(name) for line, name in enumerate(names, start=1)}

    def settle(self, outcome: Mapping[int, str]) -> None:
        super().settle(outcome)
        for line, what in outcome.items():
            self.lines[line].outcome = what

    def about(self, line: int, clause: str) -> None:
        self.lines[line].problems.append(clause)

    def reject(self, line: int, reason: object) -> None:
        super().reject(line, reason)
        self.lines[line].outcome = REJECTED


def write(rows: Sequence[Row], source: Source | None) -> list[Written]:
    """Write rows of Python values for a source; without one, whoever an article belongs to.

    Each row stands for itself: a wrong one is said, and the others are written.
    """
    lines = list(enumerate(read(rows, source), start=1))
    ledger = Ledger(str(row.get("sku") or row.get("source_id") or "")[:200] for row in rows)
    options = Options(source=source.name if source else "", excerpt=True)
    import_rows(lambda: lines, options, ledger)
    return list(ledger.lines.values())


def faults(rows: Sequence[Row], source: Source | None) -> list[str]:
    """What is wrong with rows that are to be written together or not at all."""
    found = []
    for number, cells in enumerate(read(rows, source), start=1):
        try:
            if isinstance(cells, RowError):
                raise cells
            check(number, cells)
        except RowError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def read(rows: Sequence[Row], source: Source | None) -> list[Cells | RowError]:
    """The rows as cells; in place of those that cannot be, what is wrong with them."""
    found = [cells_of(row) for row in rows]
    skus = [identity(cells)[0] for cells in found]
    owners = of_others(skus, source)
    for place, sku in enumerate(skus):
        if sku in owners:
            found[place] = RowError(
                _("%(sku)s belongs to %(owner)s, for which this key does not speak")
                % {"sku": sku, "owner": owners[sku]}
            )
    return found


def of_others(skus: Iterable[str], source: Source | None) -> dict[str, str]:
    """The SKUs that are of another source, each with its name."""
    if source is None:
        return {}
    found = Variant.objects.filter(sku__in={*skus} - {""}).exclude(product__source=None)
    found = found.exclude(product__source=source).order_by()
    return dict(found.values_list("sku", "product__source__name"))


def cells_of(row: Row) -> Cells | RowError:
    """The row as texts of cells, or all that is wrong with its names and types."""
    wrong: list[str] = []
    cells: dict[str, str] = {}
    for name, value in spread(row):
        if len(wrong) == WRONG_TOLD:
            break
        try:
            if name in NESTED:
                raise RowError(_("%(name)s has to be an object of names") % {"name": name})
            cells[column(name)] = cell(plain(name, value))
        except (ValueError, RowError) as error:
            wrong.append(str(error).strip("."))
    for name in PICTURES:
        if any(each and not is_on_the_web(each) for each in cells.get(name, "").split("|")):
            wrong.append(_("%(name)s must hold addresses of pictures (https://…)") % {"name": name})
    return RowError("; ".join(wrong)) if wrong else cells


def spread(row: Row) -> Iterator[tuple[str, Any]]:
    """Attributes and options may lie in an object of their own."""
    for name, value in row.items():
        if name in NESTED and isinstance(value, Mapping):
            yield from ((f"{NESTED[name]}{each}", said) for each, said in value.items())
        else:
            yield name, value


def plain(name: str, value: Any) -> Any:
    """A value, or a list of values; RowError where it is an object, or a list of lists."""
    values = value if isinstance(value, list) else [value]
    if any(isinstance(each, Mapping | list) for each in values):
        raise RowError(_("%(name)s has to be a value or a list of values") % {"name": name})
    return value


def whole(row: Row, product: Product | None, variant: Variant | None) -> dict[str, Any]:
    """The row with everything that it says nothing of emptied, as far as there is anything."""
    emptied = dict.fromkeys((*OF_PRODUCT, *OF_VARIANT), "") | STANDING
    if product:
        emptied |= dict.fromkeys((f"{ATTRIBUTE}{name}" for name in product.attributes), "")
        languages = product.translations.values_list("language", flat=True)
        emptied |= {f"title:{language}": "" for language in languages}
    return {**emptied, **whole_variant(row, variant)}


def whole_variant(row: Row, variant: Variant | None) -> dict[str, Any]:
    """The same for the columns of a variant alone; the photos of its product stay."""
    emptied = {name: "" for name in OF_VARIANT if name not in PICTURES}
    emptied |= {"availability": STANDING["availability"]}
    if variant:
        emptied |= dict.fromkeys((f"{OPTION}{name}" for name in variant.options), "")
    return {**emptied, **dict(spread(row))}


def removal(product: Product, keeping: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The rows that take the variants of a product away, but for those to be kept."""
    skus = product.variants.exclude(sku__in=list(keeping)).values_list("sku", flat=True)
    return [{"sku": sku, "delete": True} for sku in skus]
