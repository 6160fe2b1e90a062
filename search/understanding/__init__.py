"""Understanding without a language model: the words of a query in the terms of the catalogue."""

from search.understanding.alternatives import alternatives
from search.understanding.catalogue_stats import CatalogueStats, Category
from search.understanding.colors import near_colors
from search.understanding.grammar import is_grammar
from search.understanding.identifiers import identifiers
from search.understanding.parser import ALL, INTENTS, intent_spans, interpret
from search.understanding.vocabulary import Vocabulary
from search.understanding.vocabulary_cache import forget, vocabulary

__all__ = [
    "ALL",
    "INTENTS",
    "CatalogueStats",
    "Category",
    "Vocabulary",
    "alternatives",
    "forget",
    "identifiers",
    "intent_spans",
    "interpret",
    "is_grammar",
    "near_colors",
    "vocabulary",
]
