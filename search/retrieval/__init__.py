"""Retrieve: a query in, ranked products out. `search.retrieval.search` tells the way."""

from search.retrieval.answering import ranked
from search.retrieval.embeddings.query_encoder import NoVector
from search.retrieval.embeddings.query_vectors import ExpiredPhoto, example_photo, store_photo
from search.retrieval.listings.pages import BadCursor
from search.retrieval.search import RetrievalUnavailable, rules_of, search, similar
from search.retrieval.standing import product_called, standing
from search.retrieval.warming import read_words, warm_up

__all__ = [
    "BadCursor",
    "ExpiredPhoto",
    "NoVector",
    "RetrievalUnavailable",
    "example_photo",
    "product_called",
    "ranked",
    "read_words",
    "rules_of",
    "search",
    "similar",
    "standing",
    "store_photo",
    "warm_up",
]
