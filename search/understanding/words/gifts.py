"""Words for a gift, which do not say what it is, and for what is worth a sum of money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

from catalog.folding import fold
from search.understanding.lexicon import lexicons
from search.understanding.lexicon.entry import listed
from search.understanding.words.tokens import words_of


@cache
def gifts() -> frozenset[str]:
    """In every language, folded."""
    return folded(each.gifts for each in lexicons())


@cache
def occasions() -> frozenset[str]:
    """Words for why something is given, likewise."""
    return folded(each.occasions for each in lexicons())


def folded(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for words in lists for word in listed(words))


@cache
def vouchers() -> frozenset[tuple[str, ...]]:
    """In every language, as folded words."""
    said = (phrase for each in lexicons() for phrase in listed(each.vouchers))
    return frozenset(tuple(words_of(phrase)) for phrase in said)


def names_voucher(words: Sequence[str]) -> bool:
    """Whether folded `words` name one: "gift card $50" has no price limit, it is worth 50."""
    spans = combinations(range(len(words) + 1), 2)
    return any(tuple(words[start:end]) in vouchers() for start, end in spans)
