"""A quality of a part of the thing: a notebook "grands carreaux" (French) is none with small ones.

"Big" and "long" tell no kind apart, for whoever looks; beside a word that titles tell it apart by,
titles that have the two together mean just that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.parse import Parse
from search.understanding.said import said
from search.understanding.words.grammar import NO_PART, grammar
from search.understanding.words.tokens import words_of

QUALITY = {"adjective"}


def with_described_words(found: Interpretation, _parse: Parse) -> Interpretation:
    """`found`, its modifiers with such a quality beside them; by one statement, where one has."""
    kinds = [value for each in found.entities if each.kind == "category" for value in each.values]
    phrases = dict(described(found)) if kinds and not found.intents else {}
    there = said(phrases.values(), in_titles=True, kinds=kinds) if phrases else set()
    if not there:
        return found
    modifiers = (
        replace(each, names=(phrases[each.words],)) if phrases.get(each.words) in there else each
        for each in found.modifiers
    )
    return replace(found, modifiers=tuple(modifiers))


def described(found: Interpretation) -> Iterator[tuple[str, str]]:
    """Single words that modifiers ask for, each with the quality beside it, as typed."""
    parts = grammar(found.languages or ("en",)).parts
    taken = {word for each in (*found.entities, *found.forms) for word in words_of(each.words)}
    told = {each.words: each for each in found.modifiers if is_plain(each)}
    words = words_of(found.text)
    for first, second in pairwise(words):
        for word, quality in ((second, first), (first, second)):
            is_quality = quality not in taken and parts.get((quality,), NO_PART) == QUALITY
            if is_quality and word in told and quality not in told:
                yield word, f"{first} {second}"


def is_plain(each: Entity) -> bool:
    return each.kind == MODIFIER and not (each.preferred or each.wholes or " " in each.words)
