"""When a word of the query's grammar is no more than that, and when it may be a name."""

from __future__ import annotations

from search.understanding.parse import Parse
from search.understanding.words.grammar import DESCRIBING

COUNTING = {"or less", "or more", "money"}  # parts that a word plays behind a number alone


def is_grammatical(parse: Parse, i: int) -> bool:
    """A small word: "20 tops" are 20 at most, and "blue tops" are tops."""
    behind_a_number = i > 0 and parse.tokens[i - 1].number is not None
    return bool(parse.plays(i) - DESCRIBING - (set() if behind_a_number else COUNTING))
