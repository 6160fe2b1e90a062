""" "Vegan leather", "faux fur", "Kunstleder" (German): what is called after a material it is not.

Where the shop has a name for it, that is meant; else it is asked of words, as what says which of a
kind, and never taken for the material.
"""

from __future__ import annotations

from functools import cache

from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.parse import Parse
from search.understanding.words.tokens import words_of

IMITATION_WORDS = 3  # words

Words = tuple[str, ...]


@cache
def imitations(language: str) -> dict[Words, tuple[str, ...]]:
    """Folded words of each -> all that are called so in its stead."""
    known = lexicon(language)
    lines = known.imitations.strip().splitlines() if known else []
    return {tuple(words_of(each)): listed(line) for line in lines for each in listed(line)}


def imitation_at(parse: Parse, i: int) -> tuple[int, tuple[str, ...]]:
    """How many tokens from `i` on are one, and its names; 0 where none begins there."""
    for length in range(IMITATION_WORDS, 0, -1):
        tokens = parse.tokens[i : i + length]
        typed = tuple(token.text for token in tokens)
        if len(typed) == length and all(token.kind == "word" for token in tokens):
            english = tuple(words_of(parse.english.get(i, ""))) if length == 1 else ()
            names = called(parse, typed, english)
            if names:
                return parse.phrase_end(i + length) - i, names
    return 0, ()


def called(parse: Parse, *phrases: Words) -> tuple[str, ...]:
    codes = dict.fromkeys((*parse.languages, parse.vocabulary.language, "en"))
    found = (imitations(code).get(words) for words in phrases for code in codes if words)
    return next(filter(None, found), ())
