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
    """How texts may say it, in its own unit and in others."""
    equal = (form for other in equal_amounts(amount) for form in spellings(other))
    return tuple(dict.fromkeys((*spellings(amount), *equal)))
