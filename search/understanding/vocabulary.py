"""The shop's own words, ready to be looked up: phrases, sizes, and the words known to be right.

Built from plain stats (see `catalogue` for those of the database), so that it can be tested
without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from search.understanding.catalogue_stats import CatalogueStats
from search.understanding.grammar import EXPRESSIONS
from search.understanding.inflection import base_form
from search.understanding.measures import Measure, read_measure
from search.understanding.phrases import Key, Meaning, Phrases
from search.understanding.size_index import SizeIndex
from search.understanding.tokens import words_of
from search.understanding.wordlists import everyday

SHOPS_OWN = 10  # titles that a name of the shop counts for at least, when mistakes are corrected


class Vocabulary:
    """All that `interpret` knows of a shop; never changed once it is made."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.stats = stats
        self.language = stats.language
        self.phrases = Phrases(stats)
        self.sizes = SizeIndex(stats)
        self.measures = measured_attributes(stats)
        self.expressions = {self.key(words): starred for words, starred in EXPRESSIONS}
        self.longest_expression = max(map(len, self.expressions))
        self.used = used_words(stats)
        self.heaviest = max([SHOPS_OWN, *stats.words.values()])
        self.known = self._known_words()
        self.spellings = by_first_letter(self.known)

    def key(self, words: Iterable[str]) -> Key:
        return self.phrases.key(words)

    def meanings(self, words: Iterable[str]) -> list[Meaning]:
        """What the phrase stands for, all of one kind; [] where the shop does not know it."""
        return self.phrases.meanings(words)

    def cheap_in(self, url_paths: Iterable[str]) -> Decimal | None:
        """The price below which a quarter of what is asked for is sold."""
        prices = [self.stats.cheap[path] for path in url_paths if path in self.stats.cheap]
        return max(prices) if prices else self.stats.cheap.get("")

    def _known_words(self) -> dict[str, int]:
        """Word -> weight: what a mistake may be corrected to; the shop's names weigh most."""
        known = dict(self.stats.words)
        for key, meanings in self.phrases.found.items():
            own = any(meaning.own for meaning in meanings)
            for word in key:
                weight = self.heaviest if own else 1 + everyday(word, self.language)
                known[word] = max(known.get(word, 0), weight)
        for name in self.stats.names():
            known.update(dict.fromkeys(words_of(name), self.heaviest))
        return known


def measured_attributes(stats: CatalogueStats) -> dict[Measure, list[Meaning]]:
    """Attributes like "Capacity: 500 ml", by how much that is."""
    found: dict[Measure, list[Meaning]] = {}
    for name, values in stats.attributes.items():
        for value in values:
            measured = read_measure(value)
            if measured:
                meaning = Meaning("attribute", f"{name}:{value}", f"{name}: {value}")
                found.setdefault(measured, []).append(meaning)
    return found


def used_words(stats: CatalogueStats) -> set[str]:
    """The base forms of the words in titles and names."""
    named = (word for name in stats.names() for word in words_of(name))
    return {base_form(word, stats.language) for word in [*stats.words, *named]}


def by_first_letter(known: Iterable[str]) -> dict[str, list[str]]:
    """Mistakes rarely begin with the first letter, so only these have to be compared."""
    found: dict[str, list[str]] = {}
    for word in known:
        if len(word) > 2 and word.isalpha():
            found.setdefault(word[0], []).append(word)
    return found
