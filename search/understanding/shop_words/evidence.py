"""How far the shop's own products bear out that a word names one of its categories."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from search.understanding.lexicon import lexicon
from search.understanding.shop_words.catalogue_stats import CatalogueStats, products_in
from search.understanding.shop_words.endings import Endings
from search.understanding.words.inflection import base_form

ENOUGH_TITLES = 3  # titles with the word from which they say something
BELIEVED = 0.2  # share of them in the category, from which the word means it
SHORTEST_END = 4  # letters of a word that titles may have joined to another


class Evidence:
    """Where products with a word in their title stand: base form -> url_path -> products."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.language = stats.language
        self.is_aside = stats.is_aside
        self.places = stats.titled_by_base

    def share(self, word: str, url_path: str) -> float | None:
        """Of the products with `word` in their title, the share in the category or below it.

        None where too few have it to say, or the category is nobody's main one. Products in no
        category say nothing either way.
        """
        known = self.standing(base_form(word, self.language))
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
