"""Words for a gift: what it is, they do not say."""

from __future__ import annotations

from functools import cache

from catalog.folding import fold
from search.understanding.lexicon import lexicons
from search.understanding.lexicon.entry import listed


@cache
def gifts() -> frozenset[str]:
    """In every language, folded."""
    return frozenset(fold(word) for each in lexicons() for word in listed(each.gifts))
