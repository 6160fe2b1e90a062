"""How far the shop's own products bear out that a word names one of its categories."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

from search.understanding.lexicon import lexicon
from search.understanding.shop_words.catalogue_stats import CatalogueStats
from search.understanding.words.inflection import base_form

ENOUGH_TITLES = 3  # titles with the word from which they say something
BELIEVED = 0.2  # share of them in the category, from which the word means it
SHORTEST_END = 4  # letters of a word that titles may have joined to another


class Evidence:
    """Where products with a word in their title stand: base form -> url_path -> products."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.language = stats.language
        self.is_aside = stats.is_aside
        self.places: dict[str, dict[str, int]] = {}
        for word, places in stats.titled.items():
            known = self.places.setdefault(base_form(word, stats.language), {})
            for url_path, products in places.items():
                known[url_path] = known.get(url_path, 0) + products

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
        inside = f"{url_path}/"
        return sum(n for place, n in places.items() if f"{place}/".startswith(inside)) / titles

    def standing(self, base: str) -> Counter[str]:
        """Where titles have the word, or in a language that joins words one that ends in it.

        Of "Kettingslot" and "Kabelslot" (Dutch) each is a "slot".
        """
        joined = [base]
        if self.joins and len(base) >= SHORTEST_END:
            joined = list(self.ending_in(base))
        found: Counter[str] = Counter()
        for known in joined:
            found.update(self.places.get(known, {}))
        return found

    def ending_in(self, end: str) -> Iterator[str]:
        """The words that end so; found by their order, however many words there are."""
        start = end[::-1]
        first = bisect_left(self.backwards, start)
        following = (self.backwards[at] for at in range(first, len(self.backwards)))
        return (word[::-1] for word in takewhile(lambda word: word.startswith(start), following))

    @cached_property
    def backwards(self) -> list[str]:
        """All words, turned round and in order."""
        return sorted(word[::-1] for word in self.places)

    @cached_property
    def joins(self) -> bool:
        known = lexicon(self.language)
        return bool(known and known.compounds)
