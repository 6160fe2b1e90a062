"""Words of one language in another, by their English: what a shop in French is asked in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from search.understanding.words import dictionary
from search.understanding.words.glossary import (
    DESCRIBING,
    MATERIALS,
    Choose,
    Glossary,
    Words,
    first,
    glossary,
    under,
)
from search.understanding.words.inflection import base_form
from search.understanding.words.synonyms import groups
from search.understanding.words.tokens import words_of

ENGLISH = "en"


class Translator(Glossary):
    """A dictionary from `source` into `target`, of the same look-ups as one into English.

    A compound ("Reitstiefel") is what its parts are, a phrase only what is written down as one.
    """

    def __init__(self, source: str, target: str) -> None:
        super().__init__(source, ())
        self.into_english = glossary(source)
        self.native = natives(target)
        self.descriptions = {word for word, _english in under(DESCRIBING, target)}
        self.materials = {word for word, _english in under(MATERIALS, target)}

    def look_up(self, words: Sequence[str], choose: Choose = first) -> str | None:
        """What a phrase is in the target language; None where a dictionary lacks it."""
        english = self.english(words)
        if not english:
            return english
        named = self.named(words_of(english))
        if named:
            return choose(named)
        if len(words) > 1:
            return None  # they are looked up one by one
        parts = [self.named([word]) for word in words_of(english)]
        return " ".join(map(choose, parts)) if all(parts) else None

    def named(self, english: Sequence[str]) -> list[str]:
        """What is called so in English, or by a word that means the same: "bike", "bicycle"."""
        asked = key(english)
        same = (self.native.get(each, []) for each in (asked, *same_in_english().get(asked, ())))
        return next(filter(None, same), [])

    def english(self, words: Sequence[str]) -> str | None:
        if self.language == ENGLISH:
            return " ".join(words)
        return self.into_english.look_up(words) if self.into_english else None


@cache
def translator(source: str, target: str) -> Glossary | None:
    """The dictionary from one language into another; None where nobody has written one."""
    if target == ENGLISH or source == target or not dictionary.exists(target):
        return glossary(source) if target == ENGLISH else None
    if source != ENGLISH and not dictionary.exists(source):
        return None
    return Translator(source, target)


@cache
def natives(language: str) -> dict[Words, list[str]]:
    """English words in their base forms -> those of a language, as they are written down."""
    found: dict[Words, list[str]] = {}
    for word, english in dictionary.entries(language):
        words = found.setdefault(key(words_of(english)), []) if english else []
        words += [word] if word not in words else []
    return found


@cache
def same_in_english() -> dict[Words, list[Words]]:
    """Words in their base forms -> those that mean the same."""
    lines = [[key(words_of(word)) for word in group.words["en"]] for group in groups()]
    return {word: [each for each in line if each != word] for line in lines for word in line}


@cache
def english_words() -> frozenset[str]:
    """The base forms of all English words that dictionaries give others for."""
    named = {word for code in ("de", "ja") for words in natives(code) for word in words}
    return frozenset(named.union(*(words for words in same_in_english())))


def key(words: Sequence[str]) -> Words:
    return tuple(map(base_form, words))
