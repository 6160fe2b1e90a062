"""Understanding without a language model: the words of a query in the terms of the catalogue."""

from search.understanding.alternatives import alternatives
from search.understanding.catalogue_stats import Category, Facts
from search.understanding.colors import near_colors
from search.understanding.identifiers import identifiers
from search.understanding.parser import ALL, WISHES, interpret, wish_spans
from search.understanding.vocabulary import Vocabulary
from search.understanding.vocabulary_cache import forget, vocabulary

__all__ = [
    "ALL",
    "WISHES",
    "Category",
    "Facts",
    "Vocabulary",
    "alternatives",
    "forget",
    "identifiers",
    "interpret",
    "near_colors",
    "vocabulary",
    "wish_spans",
]
