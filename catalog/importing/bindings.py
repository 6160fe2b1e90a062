"""Which photos show which variants: a colour, another option, or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from catalog.importing.groups import Group
from catalog.importing.rows import Row


class Binding(NamedTuple):
    """What a variant has to be, to look like the photo; nothing: any variant does."""

    color: str = ""
    option: str = ""
    value: str = ""


EVERY = Binding()


def bindings(group: Group, rows: Sequence[Row], colors: dict[int, str]) -> dict[str, list[Binding]]:
    """The names of the pictures of a group, in the order of the page, each with what it shows.

    `colors` has the colour of the variant of each line. Photos that stand on the row of a variant
    belong to its colour, unless the file tells apart what is of the product (`images`) and what is
    of this very variant (`variant_images`).
    """
    told_apart = any(row.variant_images is not None for row in rows)
    found: dict[str, list[Binding]] = {}
    for row in rows:
        bound = Binding(colors[row.line]) if group.of_many and not told_apart else EVERY
        for name in row.images or []:
            found.setdefault(name, [])
            found[name] += [bound] if bound not in found[name] else []
    for name in dict.fromkeys(name for row in rows for name in row.variant_images or []):
        showing = [row for row in rows if name in (row.variant_images or [])]
        found[name] = shown(showing, rows, colors)
    return found


def shown(showing: list[Row], rows: Sequence[Row], colors: dict[int, str]) -> list[Binding]:
    """What some of the rows have in common and the others have not: a colour, an option."""
    if len(showing) == len(rows):
        return [EVERY]
    own = {colors[row.line] for row in showing}
    if "" not in own and all(row in showing for row in rows if colors[row.line] in own):
        return [Binding(color) for color in sorted(own)]
    for name in dict.fromkeys(name for row in showing for name in options_of(row)):
        values = {options_of(row).get(name, "") for row in showing}
        alike = [row for row in rows if options_of(row).get(name, "") in values]
        if len(values) == 1 and "" not in values and len(alike) == len(showing):
            return [Binding("", name, values.pop())]
    return [Binding(color) for color in sorted(own)]


def options_of(row: Row) -> dict[str, str]:
    size = row.variant.get("size", "")
    return {
        **({"size": size} if size else {}),
        **{name: values[0] for name, values in row.options.items() if values},
    }
