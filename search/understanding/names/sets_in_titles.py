"""How many pieces are sold as one, which titles say in many ways: "set of 4", "4-pack", "4 pieces".

Who asks for "4 glasses" may buy them one by one; with a word for a set, those are meant that titles
of the kind call so. So are they with the word alone: of knives a "knife set".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.names.modifiers import MODIFIER
from search.understanding.parse import Parse
from search.understanding.said import titled
from search.understanding.words.grammar import grammar
from search.understanding.words.tokens import words_of

MOST = 999  # pieces


def with_sets(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with the set as a modifier; by one statement, where a word for one is said."""
    kinds = [each for each in found.entities if each.kind == "category"]
    at = place_of(parse) if kinds and not found.intents else None
    if at is None:
        return found
    start, end, number = at
    languages = tuple(dict.fromkeys((*parse.languages, parse.vocabulary.language)))
    typed = parse.words(start, end)
    names = list(spellings(number, languages)) if number else words_of(fold(typed))
    told = titled(names, kinds)
    asked = Entity(
        MODIFIER,
        fold(typed),
        typed,
        typed,
        span=parse.span(start, end),
        names=tuple(name for name in names if name in told),
    )
    more = (asked,) if told and asked.key not in parse.off else ()
    return replace(found, modifiers=(*found.modifiers, *more))


def place_of(parse: Parse) -> tuple[int, int, int] | None:
    """The first token of what says a set, one past its last, and how many it is of; 0: not said."""
    packs = {word for code in parse.languages for word in packs_of(code)}
    for i in range(len(parse.tokens)):
        if parse.tokens[i].text not in packs or not parse.free(i):
            continue
        before, behind = i - 1, i + 1 + ("of" in parse.plays(i + 1))
        if n := number_at(parse, before):
            return before, i + 1, n
        if n := number_at(parse, behind):
            return i, behind + 1, n
        return i, i + 1, 0
    return None


@cache
def packs_of(language: str) -> tuple[str, ...]:
    known = lexicon(language)
    return listed(fold(known.packs)) if known else ()


def number_at(parse: Parse, i: int) -> int:
    """The number that a token is, by its digits or by a word; 0 where it is none to count by."""
    if not 0 <= i < len(parse.tokens) or i in parse.explained:
        return 0
    token = parse.tokens[i]
    said_so = int(token.text) if token.text.isdecimal() else parse.grammar.sums.get(token.text, 0)
    return said_so if 1 < said_so <= MOST else 0


def spellings(number: int, languages: tuple[str, ...]) -> Iterator[str]:
    """As titles may write it: "4 pack", "pack of 4", "4er Pack" (German), "lot de quatre"."""
    for code in languages:
        known = grammar((code,))
        figures = [str(number), *(word for word, n in known.sums.items() if n == number)]
        links = [" ".join(words) for words, parts in known.parts.items() if "of" in parts]
        for pack in packs_of(code):
            for figure in figures:
                yield f"{figure} {pack}"
                yield f"{figure}{pack}"
                yield from (f"{pack} {link} {figure}" for link in links)
                yield f"{pack} {figure}"
