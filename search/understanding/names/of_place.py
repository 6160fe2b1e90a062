"""Adjectives of what an attribute names: "toscano" (Italian) of "Toscana", "estivo" of "Estate".

No list has all places and what is of them, but the one word begins like the other. A word that no
product has, and of which an attribute has one value alone that begins so, is meant as that. So is
one that stands beside the value in a line of the language's dictionary ("summer: estate, estivo").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.lexicon.entry import listed
from search.understanding.parse import Parse
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.shop_words.vocabulary_cache import document_frequencies
from search.understanding.words import dictionary
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Meaning

SHARED = 5  # letters; "port" begins ports and Portugal
ENDING = 6  # letters of the adjective behind them at most
OF_PLACE = re.compile(r"[aeiouy]{0,2}|i?en")  # and of the name: "Puglia", "Italien"


def with_places(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, such words of it as the values; by a statement where there is one."""
    known = parse.vocabulary
    meant = {word: place for word in found.unknown if (place := place_of(word, known))}
    counted = document_frequencies(list(meant)) if meant else {}
    places = {word: place for word, place in meant.items() if not counted[word]}
    if not places:
        return found
    return replace(
        found,
        entities=(*found.entities, *(entity_of(w, place) for w, place in places.items())),
        unknown=tuple(word for word in found.unknown if word not in places),
        told=(*found.told, *places),
    )


def entity_of(word: str, place: Meaning) -> Entity:
    name = fold(place.value.rpartition(":")[2])
    return Entity("attribute", place.value, word, place.label, values=place.values, names=(name,))


def place_of(word: str, known: Vocabulary) -> Meaning | None:
    """The one value that a dictionary has beside the word, or else that begins like it."""
    beside = {meaning.value: meaning for meaning in values_beside(word, known)}
    found = beside or {meaning.value: meaning for meaning in values_like(fold(word), known)}
    return next(iter(found.values())) if len(found) == 1 else None


def values_beside(word: str, known: Vocabulary) -> Iterator[Meaning]:
    language = known.language
    if language == "en" or not dictionary.exists(language):
        return
    for other in beside(language).get(base_form(fold(word), language), ()):
        if other in known.attribute_words:
            yield from (each for each in known.phrases.own([other]) if each.kind == "attribute")


@cache
def beside(language: str) -> dict[str, set[str]]:
    """The base form of each word of a dictionary with the words of its line, folded."""
    found: dict[str, set[str]] = {}
    for line in dictionary.written(language).splitlines():
        words = [fold(word) for word in listed(line.partition(":")[2])]
        for word in words if len(words) > 1 else ():
            found.setdefault(base_form(word, language), set()).update(words)
    return found


def values_like(word: str, known: Vocabulary) -> Iterator[Meaning]:
    if not word.isalpha():
        return
    for value in known.attribute_words:
        same = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, value, strict=False))
        )
        near = len(word) - same <= ENDING and OF_PLACE.fullmatch(value[same:])
        if same >= SHARED and near and value.isalpha():
            yield from (each for each in known.phrases.own([value]) if each.kind == "attribute")
