"""Whom a thing is made for: many words of shoppers, a few values of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from catalog.folding import fold
from search.understanding.lexicon import lexicon, lexicons
from search.understanding.lexicon.entry import listed

# Where the catalogue has no value of its own for it.
WIDER = {"kid": ("boy", "girl"), "boy": ("kid",), "girl": ("kid",), "baby": ("kid",)}

ANYBODY = frozenset({"unisex"})
GROWN_UP = frozenset({"man", "woman"})  # for whom what is for anybody is as well


@cache
def words(language: str) -> dict[str, str]:
    """Folded word of a language -> man, woman, boy, girl, kid, baby or unisex."""
    found = lexicon(language)
    return by_word(found.genders) if found else {}


@cache
def relatives(language: str) -> dict[str, str]:
    """Folded word of a language for a relative -> man or woman."""
    found = lexicon(language)
    return by_word(found.relatives) if found else {}


def by_word(said: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): concept for concept, words in said.items() for word in listed(words)}


def is_of_people(word: str, languages: Iterable[str]) -> bool:
    """Whether the folded word says whom a thing is made for, in one of the languages."""
    return any(word in words(code) for code in languages)


def concept_of(value: str, language: str) -> str:
    """What a value of the catalogue says, in the shop's language or any other; "" if unknown."""
    plain = fold(value).replace("'s", "")
    codes = [language, *(each.language for each in lexicons())]
    return next((words(code)[plain] for code in codes if plain in words(code)), "")


def by_concept(values: Iterable[str], language: str) -> dict[str, list[str]]:
    """Concept -> the catalogue's values for it, those of a wider one where it has none."""
    found: dict[str, list[str]] = {}
    for value in values:
        concept = concept_of(value, language)
        if concept:
            found.setdefault(concept, []).append(value)
    lent = {
        concept: [value for other in others for value in found.get(other, ())]
        for concept, others in WIDER.items()
        if concept not in found
    }
    return found | {concept: others for concept, others in lent.items() if others}


def with_anybody(said: Sequence[str], values: Iterable[str], language: str) -> tuple[str, ...]:
    """Values of the catalogue for one gender, and those of what is for both."""
    if not GROWN_UP.intersection(concept_of(value, language) for value in said):
        return tuple(said)
    both = (value for value in values if concept_of(value, language) in ANYBODY)
    return (*said, *both)
