"""Amounts that no column has and texts say: a "pen 0.5 mm" is what a title calls so.

As with other words that tell which of a kind, a product meets one where its words say it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.said import said
from search.understanding.words.measures import equal_amounts, spellings

# The "six" of "a bowl for six" may be said of anything, and then it is no amount of people.
WITH_DIGITS = re.compile(r"\d")
SIDE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:mm|cm)", re.I)
WHOLE_FIRST = re.compile(r"(\d+)\s*[x×]\s*(?=\d)", re.I)


def with_amounts_in_texts(found: Interpretation, off: Collection[str]) -> Interpretation:
    """`found` with what texts say as modifiers; only what nothing says is left unstated.

    By one statement at most, and none where there is no such amount.
    """
    spelt = {form: amount for amount in found.unstated for form in forms(amount)}
    there = said(spelt) if spelt else set()
    told: dict[str, tuple[str, ...]] = {}
    for form in filter(there.__contains__, spelt):
        told[spelt[form]] = (*told.get(spelt[form], ()), fold(form))
    measured = filter(WITH_DIGITS.search, told)
    asked = (Entity(MODIFIER, amount, amount, amount, names=told[amount]) for amount in measured)
    return replace(
        found,
        unstated=tuple(amount for amount in found.unstated if amount not in told),
        modifiers=(*found.modifiers, *(each for each in asked if each.key not in off)),
    )


def forms(amount: str) -> tuple[str, ...]:
    """How texts may say it: in its own unit, in others, and as one side of a thing or its first."""
    equal = (form for other in equal_amounts(amount) for form in spellings(other))
    sides = (form for other in beside_another(amount) for form in spellings(other))
    return tuple(dict.fromkeys((*spellings(amount), *equal, *sides)))


def beside_another(amount: str) -> list[str]:
    """ "8 mm" is a side of "8 x 40 mm" and of "3 x 8"; "4x40" is "4,0 x 40"."""
    if side := SIDE.fullmatch(amount):
        return [f"{side[1]} x", f"x {side[1]}"]
    first = WHOLE_FIRST.match(amount)
    return [f"{first[1]},0 x {amount[first.end() :]}"] if first else []
