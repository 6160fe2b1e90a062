"""Etsy's "currently for sale" listings: a listing is a row, and lists what can be chosen of it.

https://help.etsy.com/hc/en-us/articles/360000343508
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from catalog.importing.cells import Value, first, joined, quoted_list
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_option
from catalog.importing.formats.untold import by_title

VARIATION = r"VARIATION {} {}"
VARIATIONS = (1, 2, 3)


def listed(value: Value) -> str:
    """Tags and materials, whose words hang together by underscores: "winter_hat,knit"."""
    return joined(each.replace("_", " ") for each in quoted_list(first(value)))


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    """A row for each that can be chosen. How many there are, the file says of all in one."""
    choices = dict(chosen(record))
    if not choices:
        return [Row(record.line, cells)]
    ways = [*product(*choices.values())]
    numbers = quoted_list(cells.pop("sku", ""))
    numbers = numbers if len(numbers) == len(ways) else [""] * len(ways)
    left = cells.pop("stock", "").strip()
    cells |= {"group": by_title(cells.get("title", ""))}
    cells["availability"] = "out_of_stock" if left == "0" else "in_stock"
    return [variant(record, cells, dict(zip(choices, way, strict=True)), number)
            for way, number in zip(ways, numbers, strict=True)]  # fmt: skip


def variant(record: Record, cells: Cells, way: dict[str, str], number: str) -> Row:
    own = cells | ({"sku": number} if number else {})
    for name, value in way.items():
        put_option(own, name, value)
    return Row(record.line, own, own["group"])


def chosen(record: Record) -> Iterable[tuple[str, list[str]]]:
    """The names of its variations with their values."""
    for at in VARIATIONS:
        name, listed = (
            first(record.cells.get(VARIATION.format(at, of), "")) for of in ("NAME", "VALUES")
        )
        if name.strip() and (values := quoted_list(listed)):
            yield name.strip(), values


FORMAT = Format(
    "etsy",
    "Etsy listings",
    signs("TITLE,PRICE,TAGS,MATERIALS,IMAGE1", "TITLE,PRICE,VARIATION 1 TYPE,VARIATION 1 VALUES"),
    columns(
        {
            **{"TITLE": "title", "DESCRIPTION": "description", "PRICE": "price"},
            **{"CURRENCY_CODE": "currency", "QUANTITY": "stock", "SKU": "sku"},
            **{"TAGS": Column("tags", listed), "MATERIALS": Column("material", listed)},
            **{f"IMAGE{number}": "images" for number in range(1, 21)},
        },
    ),
    families=(r"VARIATION \d (TYPE|NAME|VALUES)",),
    decimal=".",
    rows=rows,
)
