"""Categories whose levels a slash parts, told by all that a file has: "Men/Tops", "Men/Shorts".

"Mugs/Cups" is one category of two names. Where most begin like another and go on differently, the
slash leads down a tree.
"""

from __future__ import annotations

from collections import Counter

from catalog.importing.cells import joined, path
from catalog.importing.columns import SEPARATOR
from catalog.importing.formats.format import Cells, Context

NAMES_MOST = 2_000  # distinct names that are looked at
NAMES_LEAST = 3


def note(cells: Cells, context: Context) -> None:
    """Keep the names with a slash that a row has."""
    named = context.keep("slashed")
    for name in cells.get("category", "").split(SEPARATOR):
        if "/" in name.strip("/ ") and ">" not in name and len(named) < NAMES_MOST:
            named[name.strip("/ ")] = None
            context.told["slashes"] += 1


def part(cells: Cells, context: Context) -> None:
    """The categories of a row as paths, where slashes part levels in the file."""
    if "/" in cells.get("category", "") and are_paths(context):
        names = cells["category"].split(SEPARATOR)
        cells["category"] = joined(each if ">" in each else path(each, "/") for each in names)


def are_paths(context: Context) -> bool:
    """Decided once, when all rows are read; a mapping that says what parts levels goes first."""
    kept = context.keep("slashes")
    if "decided" not in kept:
        beginnings = [name.partition("/")[0].strip() for name in context.keep("slashed")]
        shared = sum(count for count in Counter(beginnings).values() if count > 1)
        enough = len(beginnings) >= NAMES_LEAST and 2 * shared > len(beginnings)
        kept["decided"] = enough and "category" not in context.reading.separators
        if kept["decided"]:
            context.told["slash paths"] = context.told.pop("slashes", 0)
    return bool(kept["decided"])
