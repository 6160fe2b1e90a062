"""The shop's own words, ready to be looked up: from the words of a phrase to its meanings.

Built from plain facts (see `catalogue` for those of the database), so that it can be tested
without one. One look-up costs the same at any size of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from catalog.folding import fold
from search.interpretation import colors, genders
from search.interpretation.everyday import everyday
from search.interpretation.grammar import EXPRESSIONS, GRAMMAR_WORDS
from search.interpretation.inflection import base_form
from search.interpretation.measures import Measure, read_measure
from search.interpretation.synonyms import KIND_OF, same_words
from search.interpretation.tokens import words_of

Key = tuple[str, ...]

LONGEST_PHRASE = 8  # words
ATTRIBUTE_WORDS = 3  # a longer value of an attribute is a sentence, and nobody types it
# Where one phrase has several meanings, the first of these is meant.
KINDS = ("color", "material", "gender", "category", "brand", "attribute")
SIZE_SYSTEM = re.compile(r"^(?:eu|eur|uk|us|it|fr|de)(?=\d)|(?<=\d)(?:eu|eur|uk|us)$")
DIMENSIONS = re.compile(r"\d[\d.]*x\d")


@dataclass(frozen=True)
class Category:
    path: str  # "Shoes > Boots"
    url_path: str

    @property
    def name(self) -> str:
        return self.path.rsplit(" > ", 1)[-1]


@dataclass(frozen=True)
class Facts:
    """What the catalogue says of itself."""

    categories: tuple[Category, ...] = ()
    brands: tuple[str, ...] = ()
    colors: Mapping[str, int] = field(default_factory=dict)  # value -> number of products
    materials: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name -> values
    sizes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # url_path -> size -> n
    cheap: Mapping[str, Decimal] = field(default_factory=dict)  # url_path, "" for all -> price
    words: Mapping[str, int] = field(default_factory=dict)  # folded word of titles -> n
    products: Mapping[str, int] = field(default_factory=dict)  # url_path -> n, those below too
    combinations: Mapping[tuple[str, str], int] = field(
        default_factory=dict
    )  # color, url_path -> n
    synonyms: tuple[tuple[str, ...], ...] = ()  # the shop's own groups
    currency: str = "EUR"
    language: str = "en"


@dataclass(frozen=True)
class Meaning:
    """One thing that a phrase can stand for."""

    kind: str  # one of KINDS
    value: str  # as a chip and a filter carry it
    label: str
    own: bool = True  # the shop's own word for it, no synonym


class Vocabulary:
    """`meanings(words)` of a phrase, sizes, and the words that are known to be right."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.language = facts.language
        self.phrases: dict[Key, list[Meaning]] = {}
        self.expressions = {self.key(words): starred for words, starred in EXPRESSIONS}
        self.longest_expression = max(map(len, self.expressions))
        self.sizes: dict[str, dict[str, list[tuple[str, int]]]] = {}
        self.measures: dict[Measure, list[Meaning]] = {}
        self._add_catalogue()
        self._add_colors()
        self._add_genders()
        self.synonyms = self._add_synonyms()
        self._add_sizes()
        self.used = {base_form(word, self.language) for word in self._own_words()}
        self.known = self._known_words()
        self.heaviest = max(self.known.values(), default=1)
        self.spellings = self._spellings()

    def key(self, words: Iterable[str]) -> Key:
        return tuple(base_form(word, self.language) for word in words)

    def meanings(self, words: Iterable[str]) -> list[Meaning]:
        """What the phrase stands for, all of one kind; [] where the shop does not know it."""
        return self.phrases.get(self.key(words), [])

    def sizes_of(self, url_paths: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
        """Normal form -> (size as the shop spells it, products), in the categories and below."""
        found: dict[str, list[tuple[str, int]]] = {}
        for url_path in url_paths:
            for normal, sizes in self.sizes.get(url_path, {}).items():
                found.setdefault(normal, []).extend(sizes)
        return found

    def cheap_in(self, url_paths: Iterable[str]) -> Decimal | None:
        """The price below which a quarter of what is asked for is sold."""
        prices = [self.facts.cheap[path] for path in url_paths if path in self.facts.cheap]
        return max(prices) if prices else self.facts.cheap.get("")

    def _add(self, name: str, meaning: Meaning) -> None:
        words = words_of(name)
        if not words or len(words) > LONGEST_PHRASE or all(word.isdigit() for word in words):
            return
        for key in {self.key(words), self.key(["".join(words)])}:
            if key == self.key(words) or len(key[0]) > 3:
                self._add_key(key, meaning)

    def _add_key(self, key: Key, meaning: Meaning) -> None:
        there = self.phrases.setdefault(key, [])
        if there and KINDS.index(meaning.kind) < KINDS.index(there[0].kind):
            there.clear()
        same_kind = not there or there[0].kind == meaning.kind
        if same_kind and all(each.value != meaning.value for each in there):
            there.append(meaning)

    def _add_catalogue(self) -> None:
        facts = self.facts
        for category in facts.categories:
            for name in category_names(category.name):
                self._add(name, Meaning("category", category.url_path, category.name))
        for brand in facts.brands:
            self._add(brand, Meaning("brand", brand, brand))
        for material in facts.materials:
            self._add(material, Meaning("material", material, material))
        for name, values in facts.attributes.items():
            for value in values:
                self._add_attribute(name, value)

    def _add_attribute(self, name: str, value: str) -> None:
        meaning = Meaning("attribute", f"{name}:{value}", f"{name}: {value}")
        size = read_measure(value)
        if size:
            self.measures.setdefault(size, []).append(meaning)
        words = words_of(value)
        if (
            len(words) <= ATTRIBUTE_WORDS
            and len("".join(words)) > 2
            and not set(words) <= GRAMMAR_WORDS
        ):
            self._add(value, meaning)

    def _add_colors(self) -> None:
        own = sorted(self.facts.colors, key=lambda color: -self.facts.colors[color])
        for color in own:
            self._add(color, Meaning("color", color, color))
        for name in colors.NAMES:
            meant = colors.canonical(name)
            there = [color for color in own if colors.canonical(color) == meant]
            if not there and meant not in colors.NO_STAND_IN:
                there = list(colors.near_colors(meant, own))
            # A colour the shop does not use gives way to whatever else it calls so ("Rose").
            if there and not self.meanings(words_of(name)):
                self._add(name, Meaning("color", there[0], there[0], own=False))

    def _add_genders(self) -> None:
        for word, values in genders.words(self.facts.genders).items():
            for value in values:
                self._add(word, Meaning("gender", value, value, own=word == fold(value)))

    def _add_synonyms(self) -> dict[Key, tuple[str, ...]]:
        """Give every word of a group the meanings that one of its words has; word -> the others."""
        groups = [list(group) for group in self.facts.synonyms] + same_words()
        alternatives: dict[Key, tuple[str, ...]] = {}
        for group in groups:
            meant = next((found for word in group if (found := self.meanings(words_of(word)))), [])
            for word in group:
                key = self.key(words_of(word))
                others = [other for other in group if self.key(words_of(other)) != key]
                alternatives[key] = (*alternatives.get(key, ()), *others)
                self._lend(word, meant)
        for word, wider in KIND_OF.items():
            self._lend(word, self.meanings(words_of(wider)))
        return alternatives

    def _lend(self, word: str, meant: list[Meaning]) -> None:
        if not self.meanings(words_of(word)):
            for meaning in meant:
                self._add(word, Meaning(meaning.kind, meaning.value, meaning.label, own=False))

    def _add_sizes(self) -> None:
        for url_path, sizes in self.facts.sizes.items():
            for size, products in sizes.items():
                for place in {"", *ancestors(url_path)}:
                    forms = self.sizes.setdefault(place, {})
                    for form in size_forms(size):
                        forms.setdefault(form, []).append((size, products))

    def _known_words(self) -> dict[str, int]:
        """Word -> weight: what a mistake may be corrected to; the shop's names weigh most."""
        known = dict(self.facts.words)
        heavy = max(known.values(), default=1)
        for key, meanings in self.phrases.items():
            for word in key:
                own = any(meaning.own for meaning in meanings)
                weight = heavy if own else 1 + everyday(word, self.language)
                known[word] = max(known.get(word, 0), weight)
        for name in self._names():
            for word in words_of(name):
                known[word] = max(known.get(word, 0), heavy)
        return known

    def _own_words(self) -> Iterator[str]:
        yield from self.facts.words
        for name in self._names():
            yield from words_of(name)

    def _spellings(self) -> dict[str, list[str]]:
        """The known words by their first letter: mistakes rarely begin with it."""
        found: dict[str, list[str]] = {}
        for word in self.known:
            if len(word) > 2 and word.isalpha():
                found.setdefault(word[0], []).append(word)
        return found

    def _names(self) -> Iterator[str]:
        yield from (category.name for category in self.facts.categories)
        yield from self.facts.brands
        yield from self.facts.colors
        yield from self.facts.materials


def category_names(name: str) -> Iterator[str]:
    """ "Hats & Scarves" is found by "hats" too; "Light & living" is not found by "light"."""
    yield name
    parts = [part.strip() for part in re.split(r"\s*(?:&|,|/|\band\b|\bund\b|\bet\b)\s*", name)]
    yield from (part for part in parts if len(parts) > 1 and base_form(fold(part)) != fold(part))


def ancestors(url_path: str) -> list[str]:
    """ "a/b/c" -> a, a/b, a/b/c."""
    parts = url_path.split("/")
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def size_forms(size: str) -> set[str]:
    """ "EU 42" -> 42, eu42; "140 × 200" -> 140x200, 140x200cm."""
    plain = re.sub(r"\s", "", fold(size).replace(",", ".").replace("×", "x"))
    forms = {plain, SIZE_SYSTEM.sub("", plain)}
    size_measure = read_measure(size)
    if size_measure:
        forms.add(measure_form(size_measure))
    sides = {re.sub(r"(?<=\d)(?:cm|mm|in)$", "", form) for form in forms if DIMENSIONS.match(form)}
    return forms | sides | {f"{form}cm" for form in sides}


def measure_form(found: Measure) -> str:
    """The normal form of a measure among the sizes; no query spells it like that."""
    return f"={found[0]}:{found[1]:f}"
