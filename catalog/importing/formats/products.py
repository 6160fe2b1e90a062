"""Rows of a family made into the variants of one product: the ways that formats have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from catalog.importing.cells import decimal, first
from catalog.importing.columns import ATTRIBUTE, OF_PRODUCT, OPTION
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Context, Row

PARENT, CHILD = "parent", "child"
# Of the product, but told apart where variants have pictures of their own.
PICTURES = "images"
NOT_PASSED_ON = frozenset(("sku", "source_id", "gtin", "stock", "availability", "delete"))
PRICED = frozenset(("price", "price_before", "sale_from", "sale_to"))
# Differs with the size, but is nothing that a shopper chooses by.
NO_CHOICE = frozenset(("weight", "shipping weight", "gewicht", "poids", "peso", "вес"))
BASES = frozenset(OF_PRODUCT) - {"currency"}
LOOSE_END = re.compile(r"[\s,;:/|(\[–-]+$")


def of_product(column: str) -> bool:
    """Whether the column says something of the product, and not of one variant."""
    return column in BASES or column.startswith(ATTRIBUTE) or column.partition(":")[0] in BASES


def inherit(parent: Cells, child: Cells) -> Cells:
    """A variant with what its parent says of the product, and of itself where it says nothing."""
    own_price = bool(child.get("price"))
    passed = {
        name: value
        for name, value in parent.items()
        if name not in NOT_PASSED_ON and not (own_price and name in PRICED)
    }
    told = {name: value for name, value in passed.items() if value and of_product(name)}
    # What only the variant says, and its parent does not, is what sets it apart.
    options = {
        OPTION + name[len(ATTRIBUTE) :]: value
        for name, value in child.items()
        if name.startswith(ATTRIBUTE) and name not in told and value and is_choice(name)
    }
    own = {n: v for n, v in child.items() if n in told or not n.startswith(ATTRIBUTE)}
    filled = {name: value for name, value in own.items() if value or name not in passed}
    return {**passed, **filled, **told, **options}


def is_choice(attribute: str) -> bool:
    return attribute[len(ATTRIBUTE) :].lower() not in NO_CHOICE


def under_parent(rows: list[Row], _context: Context) -> Iterable[Row]:
    """Variants under the row that speaks for all of them, wherever it stands."""
    parent = next((row for row in rows if row.role == PARENT), None)
    children = [row for row in rows if row.role == CHILD]
    if parent is None or not children:
        return rows
    for row in children:
        own = row.cells.pop(PICTURES, "")
        row.cells = inherit(parent.cells, {"variant_images": own, **row.cells})
        if parent.cells.get("active") == "0":
            row.cells["active"] = "0"
        row.cells["group"] = parent.cells.get("group") or parent.cells.get("sku") or row.family
    return children


def in_all_places(record: Record, pattern: re.Pattern[str]) -> str:
    """What the columns of a stock in several places say together; nothing where none says it."""
    told = (first(v) for name, v in record.cells.items() if pattern.fullmatch(name))
    counts = [count for each in told if (count := decimal(each)) is not None]
    return str(sum(max(int(count), 0) for count in counts)) if counts else ""


def under_first(rows: list[Row], _context: Context) -> Iterable[Row]:
    """The first row speaks for the product; what a later one adds is of its variant."""
    told = {name: value for name, value in rows[0].cells.items() if of_product(name)}
    for row in rows[1:]:
        row.cells = {n: v for n, v in row.cells.items() if v or not of_product(n)} | told
    return rows


def siblings(rows: list[Row], _context: Context) -> Iterable[Row]:
    """Variants of which each says everything: the first to fill a cell speaks for the product."""
    if len(rows) < 2:
        return rows
    first: Cells = {}
    for row in rows:
        for name, value in row.cells.items():
            if of_product(name) and value and name != PICTURES:
                first.setdefault(name, value)
    apart = {name for name in first if name.startswith(ATTRIBUTE) and differs(name, rows)}
    first["title"] = common_title(rows)
    for row in rows:
        own = {name: row.cells.pop(name) for name in apart if name in row.cells}
        row.cells |= {name: value for name, value in first.items() if name not in apart}
        row.cells |= {OPTION + n[len(ATTRIBUTE) :]: v for n, v in own.items() if v and is_choice(n)}
        if "variant_images" not in row.cells and PICTURES in row.cells:
            row.cells["variant_images"] = row.cells.pop(PICTURES)
    return rows


def differs(name: str, rows: list[Row]) -> bool:
    return len({row.cells.get(name, "") for row in rows}) > 1


def common_title(rows: list[Row]) -> str:
    """What the titles of variants have in common: "Boot, moss, 39" and "Boot, rust" is "Boot"."""
    titles = [row.cells.get("title", "") for row in rows]
    if len(set(titles)) == 1:
        return titles[0]
    bare = [without_options(row.cells) for row in rows]
    if len(set(bare)) == 1:
        return bare[0]
    columns = zip(*(title.split() for title in titles), strict=False)
    words = [each[0] for each in takewhile(lambda each: len(set(each)) == 1, columns)]
    return LOOSE_END.sub("", " ".join(words)) or bare[0] or next(filter(None, titles), "")


def without_options(cells: Cells) -> str:
    """A title without the options of its variant at the end."""
    title = cells.get("title", "")
    named = [value for name, value in cells.items() if value and is_option(name)]
    values = {
        part.strip().lower() for value in named for part in [value, *re.split(r"[/|]", value)]
    }
    while True:
        bare = LOOSE_END.sub("", title.rstrip(" )]"))
        ending = next((each for each in values if ends_with(bare.lower(), each)), "")
        if not ending or len(ending) >= len(bare):
            return bare or title
        title = bare[: -len(ending)]


def ends_with(title: str, word: str) -> bool:
    return bool(word) and bool(re.search(rf"(?<!\w){re.escape(word)}$", title))


def is_option(name: str) -> bool:
    return name in ("color", "size") or name.startswith((OPTION, ATTRIBUTE))
