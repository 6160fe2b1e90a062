"""What a thing is for, said in a language that the shop does not write: "zum Lesen", "de lecture".

A word of the shop's own language that no product has says that the shop has no such thing. That
nothing has a word of another language says nothing: its meaning decides, and not its letters.
"""

from __future__ import annotations

from functools import cache

from catalog.folding import fold
from search.understanding.lexicon import lexicon
from search.understanding.names.product_types import is_thing
from search.understanding.parse import Parse
from search.understanding.words.inflection import base_form
from search.understanding.words.wordlists import LISTS, everyday

INSIDE_A_PURPOSE = frozenset(
    {"article", "adjective", "mine", "small"}
)  # parts inside "pour un bon thé"


@cache
def known_purposes(language: str) -> frozenset[str]:
    known = lexicon(language)
    words = fold(known.purposes).split() if known else ()
    return frozenset(base_form(word, language) for word in words)


def is_purpose(parse: Parse, i: int) -> bool:
    """Whether token `i` is a known purpose, or stands behind a "for" and is no other thing."""
    word, own = parse.tokens[i].text, parse.vocabulary.language
    foreign = [code for code in parse.languages if code != own]
    if any(base_form(word, code) in known_purposes(code) for code in foreign):
        return True
    known = any(code not in LISTS or everyday(word, code) for code in foreign)
    return known and not everyday(word, own) and is_for(parse, i) and not is_thing(parse, i)


def is_for(parse: Parse, i: int) -> bool:
    """Whether a "for" of some language stands before it, with small words alone between."""
    while i > 0 and "for" not in parse.plays(i - 1) and parse.plays(i - 1) & INSIDE_A_PURPOSE:
        i -= 1
    return "for" in parse.plays(i - 1)
