"""What conditions ask of products, compiled: kept for what many shoppers ask, until words change.

Prices, sizes and attributes of the shop's own are compiled anew: their meaning hangs on more than
the shop's words, and few ask for the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.predicates import Predicate, predicate
from search.understanding import vocabulary
from search.understanding.names.forms import FORM
from search.understanding.names.modifiers import MODIFIER
from search.understanding.shop_words.vocabulary import Vocabulary

LASTING = frozenset(("category", "brand", "color", "material", "gender", FORM, MODIFIER))
CONDITIONS_KEPT = 2_000  # texts of some hundred letters


def compiled(condition: Condition, how: str) -> Predicate:
    """`how`: "by_column", "by_words" or another of the condition's properties."""
    if condition.kinds <= LASTING:
        return kept_under(vocabulary())(condition, how)
    return predicate(getattr(condition, how))


@lru_cache(maxsize=1)
def kept_under(_words: Vocabulary) -> Callable[[Condition, str], Predicate]:
    return lru_cache(CONDITIONS_KEPT)(lambda condition, how: predicate(getattr(condition, how)))
