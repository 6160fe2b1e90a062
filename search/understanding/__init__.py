"""Understanding without a language model: the words of a query in the terms of the catalogue."""

from search.understanding.identifiers import identify
from search.understanding.parser import ALL, INTENTS, intent_spans, interpret
from search.understanding.shop_words.alternatives import alternatives
from search.understanding.shop_words.catalogue_parts import count_again
from search.understanding.shop_words.catalogue_stats import CatalogueStats, Category
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.shop_words.vocabulary_cache import (
    document_frequencies,
    forget,
    products,
    refresh,
    synonyms_changed,
    vocabulary,
)
from search.understanding.words.colors import near_colors
from search.understanding.words.grammar import is_grammar, is_small
from search.understanding.words.wordlists import read_word_lists

__all__ = [
    "ALL",
    "INTENTS",
    "CatalogueStats",
    "Category",
    "Vocabulary",
    "alternatives",
    "count_again",
    "document_frequencies",
    "forget",
    "identify",
    "intent_spans",
    "interpret",
    "is_grammar",
    "is_small",
    "near_colors",
    "products",
    "read_word_lists",
    "refresh",
    "synonyms_changed",
    "vocabulary",
]
