"""How far the shop's own products bear out that a word names one of its categories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from search.understanding.lexicon import lexicon
from search.understanding.shop_words.catalogue_stats import CatalogueStats, products_in
from search.understanding.shop_words.endings import Endings
from search.understanding.shop_words.phrases import head, joining
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

ENOUGH_TITLES = 3  # titles with the word from which they say something
BELIEVED = 0.2  # share of them in the category, from which the word means it
SAID_THERE = 0.9  # of the products of a category; titles that have its noun
SHORTEST_END = 4  # letters of a word that titles may have joined to another


class Evidence:
    """Where products with a word in their title stand: base form -> url_path -> products."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.language = stats.language
        self.is_aside = stats.is_aside
        self.places = stats.titled_by_base
        self.products = stats.products
        self.categories = stats.categories
        self.nouns = {
            each.url_path: base_form((words_of(each.name) or [""])[-1], self.language)
            for each in stats.categories
        }

    def share(self, word: str, url_path: str) -> float | None:
        """Of the products with `word` in their title, the share in the category or below it.

        None where too few have it to say, or the category is nobody's main one. Products in no
        category say nothing either way.
        """
        return self._share(self._called(base_form(word, self.language)), url_path)

    def _called(self, base: str) -> dict[str, int]:
        """Where titles have the word, but for categories of what is for such a thing.

        A "Biberon Isıtıcı" (Turkish, a warmer) of "Biberon Aksesuarları" is no "Biberon".
        """
        return {
            place: n for place, n in self.standing(base).items() if not self.is_for(place, base)
        }

    def is_for(self, place: str, base: str) -> bool:
        """Whether the category's name says the word of another noun: "Rug" of "Rug Pads"."""
        things = self.things.get(place, ())
        return bool(things) and all(base in said and noun != base for said, noun in things)

    @cached_property
    def things(self) -> dict[str, list[tuple[set[str], str]]]:
        """Of each category the base forms of what its name lists, each with its noun."""
        known = lexicon(self.language)
        place = 0 if known and known.head_first else -1
        parts = {each.url_path: joining(self.language).split(each.name) for each in self.categories}
        listed = {
            path: [words for part in told if (words := words_of(part))]
            for path, told in parts.items()
        }
        return {
            path: [
                ({self.base(word) for word in words}, self.base(head(words, place)))
                for words in told
            ]
            for path, told in listed.items()
        }

    def base(self, word: str) -> str:
        return base_form(word, self.language)

    def share_as_noun(self, word: str, url_path: str) -> float | None:
        """The same of the titles that may call their product so: a "bookshelf speaker" is none.

        English puts the thing last, and what stands beside the noun of a category in nearly all of
        its titles describes that.
        """
        known = self.standing(base_form(word, self.language))
        if self.language != "en":
            return self._share(known, url_path)
        called = {place: n for place, n in known.items() if not self._says_its_noun(place, word)}
        return self._share(called, url_path)

    def _says_its_noun(self, place: str, beside: str) -> bool:
        """Whether titles there have the last word of the category's name, and it is another."""
        noun = self.nouns.get(place, "")
        titles = self.places.get(noun, {}).get(place, 0)
        said = titles >= SAID_THERE * self.products.get(place, 0) > 0
        return said and noun != base_form(beside, self.language)

    def _share(self, known: Mapping[str, int], url_path: str) -> float | None:
        places = {place: n for place, n in known.items() if place}
        titles = sum(places.values())
        if titles < ENOUGH_TITLES or self.is_aside(url_path):
            return None
        return products_in(places, [url_path]) / titles

    def standing(self, base: str) -> Counter[str]:
        """Where titles have the word, or in a language that joins words one that ends in it.

        Of "Kettingslot" and "Kabelslot" (Dutch) each is a "slot".
        """
        joined = [base]
        if self.joins and len(base) >= SHORTEST_END:
            joined = self.endings.of(base)
        found: Counter[str] = Counter()
        for known in joined:
            found.update(self.places.get(known, {}))
        return found

    @cached_property
    def endings(self) -> Endings:
        return Endings(self.places)

    @cached_property
    def joins(self) -> bool:
        known = lexicon(self.language)
        return bool(known and known.compounds)
