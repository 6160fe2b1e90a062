"""Understanding without a language model: the words of a query in the terms of the catalogue."""

from search.interpretation.alternatives import alternatives
from search.interpretation.catalogue import forget, vocabulary
from search.interpretation.colors import near_colors
from search.interpretation.facts import Category, Facts
from search.interpretation.identifiers import identifiers
from search.interpretation.reading import ALL, WISHES, interpret, wish_spans
from search.interpretation.vocabulary import Vocabulary

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
