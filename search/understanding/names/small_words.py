"""When a word of the query's grammar is no more than that, and when it may be a name."""

from __future__ import annotations

from search.understanding.parse import Parse
from search.understanding.words.grammar import DESCRIBING

COUNTING = {"or less", "or more", "money"}  # parts that a word plays behind a number alone
ROUNDING = {"about"}  # and before one alone: "rund 50 Euro" (German), and a "Teppich rund"


def is_grammatical(parse: Parse, i: int) -> bool:
    """A small word: "20 tops" are 20 at most, and "blue tops" are tops."""
    idle = (set() if is_number(parse, i - 1) else COUNTING) | (
        set() if is_number(parse, i + 1) else ROUNDING
    )
    return bool(parse.plays(i) - DESCRIBING - idle)


def is_number(parse: Parse, i: int) -> bool:
    return 0 <= i < len(parse.tokens) and parse.tokens[i].number is not None
