"""Adjectives of places that an attribute names: "toscano" (Italian) of the region "Toscana".

No list has all places and what is of them, but the one word begins like the other. A word that no
product has, and of which an attribute has one value alone that begins so, is meant as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.parse import Parse
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.shop_words.vocabulary_cache import document_frequencies
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
    """The one value that begins like the word, where that ends as the place does not."""
    found = {meaning.value: meaning for meaning in values_like(fold(word), known)}
    return next(iter(found.values())) if len(found) == 1 else None


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
