"""From the words of a phrase to what they stand for in this shop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from catalog.folding import fold
from search.understanding import colors, genders
from search.understanding.catalogue_stats import CatalogueStats
from search.understanding.grammar import GRAMMAR_WORDS
from search.understanding.inflection import base_form
from search.understanding.synonyms import KIND_OF, same_words
from search.understanding.tokens import words_of

Key = tuple[str, ...]

LONGEST_PHRASE = 8  # words
ATTRIBUTE_WORDS = 3  # a longer value of an attribute is a sentence, and nobody types it
# Where one phrase has several meanings, the first of these is meant.
KINDS = ("color", "material", "gender", "category", "brand", "attribute")


@dataclass(frozen=True)
class Meaning:
    """One thing that a phrase can stand for."""

    kind: str  # one of KINDS
    value: str  # as an entity and a filter carry it
    label: str
    own: bool = True  # the shop's own word for it, no synonym


class Phrases:
    """A dictionary, so that a look-up costs the same at any size of the catalogue."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.language = stats.language
        self.found: dict[Key, list[Meaning]] = {}
        self._add_names(stats)
        self._add_colors(stats)
        self._add_genders(stats)
        self.synonyms = self._add_synonyms(stats)

    def key(self, words: Iterable[str]) -> Key:
        return tuple(base_form(word, self.language) for word in words)

    def meanings(self, words: Iterable[str]) -> list[Meaning]:
        return self.found.get(self.key(words), [])

    def _add(self, name: str, meaning: Meaning) -> None:
        """Under the name's words, and under the same written as one ("tshirt")."""
        words = words_of(name)
        if not words or len(words) > LONGEST_PHRASE or all(word.isdigit() for word in words):
            return
        self._add_key(self.key(words), meaning)
        joined = "".join(words)
        if len(words) > 1 and len(joined) > 3:
            self._add_key(self.key([joined]), meaning)

    def _add_key(self, key: Key, meaning: Meaning) -> None:
        there = self.found.setdefault(key, [])
        if there and KINDS.index(meaning.kind) < KINDS.index(there[0].kind):
            there.clear()
        if there and there[0].kind != meaning.kind:
            return
        if not any(includes(each, meaning) for each in there):
            there.append(meaning)

    def _lend(self, word: str, meant: list[Meaning]) -> None:
        """Give a word, unless the shop has one of its own for it, the meanings of another."""
        if not self.meanings(words_of(word)):
            for meaning in meant:
                self._add(word, replace(meaning, own=False))

    def _add_names(self, stats: CatalogueStats) -> None:
        for category in sorted(stats.categories, key=lambda each: len(each.url_path)):
            for name in category_names(category.name):
                self._add(name, Meaning("category", category.url_path, category.name))
        for brand in stats.brands:
            self._add(brand, Meaning("brand", brand, brand))
        for material in stats.materials:
            self._add(material, Meaning("material", material, material))
        for name, values in stats.attributes.items():
            for value in filter(is_typed, values):
                self._add(value, Meaning("attribute", f"{name}:{value}", f"{name}: {value}"))

    def _add_colors(self, stats: CatalogueStats) -> None:
        """The shop's colours, and for every other colour the nearest of them."""
        own = sorted(stats.colors, key=lambda color: -stats.colors[color])
        for color in own:
            self._add(color, Meaning("color", color, color))
        for name in colors.NAMES:
            meant = colors.canonical(name)
            there = [color for color in own if colors.canonical(color) == meant]
            if not there and meant not in colors.NO_STAND_IN:
                there = list(colors.near_colors(meant, own))
            self._lend(name, [Meaning("color", color, color) for color in there[:1]])

    def _add_genders(self, stats: CatalogueStats) -> None:
        for word, values in genders.words(stats.genders).items():
            for value in values:
                self._add(word, Meaning("gender", value, value, own=word == fold(value)))

    def _add_synonyms(self, stats: CatalogueStats) -> dict[Key, tuple[str, ...]]:
        """Give every word of a group the meanings that one of them has; word -> the others."""
        alternatives: dict[Key, tuple[str, ...]] = {}
        for group in [*stats.synonyms, *same_words()]:
            meant = next((found for word in group if (found := self.meanings(words_of(word)))), [])
            for word in group:
                key = self.key(words_of(word))
                others = [other for other in group if self.key(words_of(other)) != key]
                alternatives[key] = (*alternatives.get(key, ()), *others)
                self._lend(word, meant)
        for word, wider in KIND_OF.items():
            self._lend(word, self.meanings(words_of(wider)))
        return alternatives


def includes(wide: Meaning, narrow: Meaning) -> bool:
    """ "Watches" and "Watches > Watches" are one intent, and so are "Blue" and "blue"."""
    nested = wide.kind == "category" and narrow.value.startswith(f"{wide.value}/")
    return nested or fold(wide.value) == fold(narrow.value)


def category_names(name: str) -> Iterator[str]:
    """ "Hats & Scarves" is found by "hats" too; "Light & living" is not found by "light"."""
    yield name
    parts = [part.strip() for part in re.split(r"\s*(?:&|,|/|\band\b|\bund\b|\bet\b)\s*", name)]
    yield from (part for part in parts if len(parts) > 1 and base_form(fold(part)) != fold(part))


def is_typed(value: str) -> bool:
    """Whether a value of an attribute is something that people type, and means something alone."""
    words = words_of(value)
    short = len(words) <= ATTRIBUTE_WORDS and len("".join(words)) > 2
    return short and not set(words) <= GRAMMAR_WORDS
