"""Sides of a thing: "rug 140x200", "table 120 × 60 cm", where the shop states them one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from search.query import Entity
from search.understanding.amounts.quantities import Quantity
from search.understanding.amounts.quantity_linking import attributes, nearest_attributes
from search.understanding.parse import Parse
from search.understanding.words.tokens import decimal
from search.understanding.words.units import UNIT

LENGTH = "length"
USUAL_UNIT = "cm"  # where no unit is said
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def find_sides(parse: Parse) -> None:
    """Each side is a preference of its own, whichever way round; all of them, or none."""
    for i, token in enumerate(parse.tokens):
        if token.kind != "dimensions" or not parse.free(i) or parse.sizes.spelt(token.text):
            continue
        unit = unit_at(parse, i + 1)
        end = i + 1 + bool(unit)
        found = [
            side(parse, i, end, each, unit or USUAL_UNIT) for each in NUMBER.finditer(token.typed)
        ]
        sides = [each for each in found if each]
        if len(sides) == len(found) and any(parse.categories()):
            for each in sides:
                parse.mention(each, i, end)
        else:
            parse.unstated.append((i, end))


def unit_at(parse: Parse, i: int) -> str:
    unit = parse.tokens[i].text if parse.free(i) else ""
    return unit if UNIT.get(unit, ("",))[0] == LENGTH else ""


def side(parse: Parse, i: int, end: int, number: re.Match[str], unit: str) -> Entity | None:
    """What has a side of that length, or one that comes near it; None where nothing has."""
    amount = decimal(number.group()) or Decimal(0)
    exact = amount * UNIT[unit][1]
    asked = Quantity(LENGTH, exact, exact, i, end)
    values = attributes(parse, asked) or nearest_attributes(parse, asked)
    if not values:
        return None
    start = parse.tokens[i].start + number.start()
    label = " / ".join(dict.fromkeys(amounts(values)))
    span = (start, start + len(number.group()))
    return Entity("attribute", values[0], number.group(), label, span=span, values=values)


def amounts(values: tuple[str, ...]) -> Iterator[str]:
    """ "200 cm" of "length:200 cm"."""
    return (each.partition(":")[2] for each in values)
