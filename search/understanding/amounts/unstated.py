"""Amounts that no product of the shop states: "45x45", "for 6 people", "5 kg".

Nothing can be chosen by them, and a page that said nothing of it would look as if it were.
"""

from __future__ import annotations

from collections.abc import Sequence

from search.understanding.parse import Parse
from search.understanding.said import said
from search.understanding.words.measures import spellings


def unstated_amounts(parse: Parse) -> tuple[str, ...]:
    """As they were typed: those that are no size, no price and nothing of any attribute."""
    found: list[tuple[int, int]] = []
    for start, end in parse.unstated:
        idle = all(parse.free(i) and i not in parse.explained for i in range(start, end))
        if idle and not any(first <= start < last for first, last in found):
            found.append((start, end))
    return tuple(parse.words(start, end) for start, end in found)


def in_no_text(amounts: Sequence[str]) -> tuple[str, ...]:
    """Those that no product says in its own words either, by one statement at most."""
    spelt = {form: amount for amount in amounts for form in spellings(amount)}
    there = {spelt[form] for form in said(spelt)} if spelt else set()
    return tuple(amount for amount in amounts if amount not in there)
