"""The words that are known to be right, and those of them that a mistake is corrected to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.understanding.shop_words.catalogue_stats import CatalogueStats
from search.understanding.shop_words.lending import Lending
from search.understanding.shop_words.phrases import Phrases
from search.understanding.words.tokens import words_of
from search.understanding.words.wordlists import everyday


def known_words(
    stats: CatalogueStats, phrases: Phrases, lending: Lending, heaviest: int
) -> dict[str, int]:
    """Word -> weight: titles that have it; `heaviest` for the words of the shop's names."""
    known = dict(stats.words)
    for found, own in ((lending.found, False), (phrases.found, True)):
        for key in found:
            for word in key:
                weight = heaviest if own else 1 + everyday(word, stats.language)
                known[word] = max(known.get(word, 0), weight)
    named = (word for name in stats.names() for word in words_of(name))
    known.update(dict.fromkeys([*named, *phrases.written], heaviest))
    return known


def written(
    known: Iterable[str], stats: CatalogueStats, phrases: Phrases, lending: Lending
) -> Iterator[str]:
    """The known words that a mistake may be corrected to, for shoppers are shown them.

    No bare stems ("vitign" of "vitigno"), and no value run together with its attribute.
    """
    lent = {word for key in lending.exact for word in key}
    shops = {*stats.words, *phrases.written, *lent}
    return (word for word in known if word in shops or everyday(word, stats.language))


def by_first_letter(known: Iterable[str]) -> dict[str, list[str]]:
    """Mistakes rarely begin with the first letter, so only these have to be compared."""
    found: dict[str, list[str]] = {}
    for word in known:
        if len(word) > 2 and word.isalpha():
            found.setdefault(word[0], []).append(word)
    return found
