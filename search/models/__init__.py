"""What search keeps: encoders, embeddings, photos, synonyms, keys, searches, the counted shop."""

from search.models.api_key import ApiKey
from search.models.catalogue import (
    CatalogueChange,
    CatalogueCount,
    CataloguePart,
    CatalogueSummary,
)
from search.models.embedding import Embedding, ImageEmbedding, TextEmbedding
from search.models.encoder import EncoderVersion
from search.models.interleaving import Interleaving
from search.models.log import Click, LoggedSearch, SearchDay
from search.models.photo_query import PhotoQuery, in_a_day, new_token
from search.models.synonym import Synonym

__all__ = [
    "ApiKey",
    "CatalogueChange",
    "CatalogueCount",
    "CataloguePart",
    "CatalogueSummary",
    "Click",
    "Embedding",
    "EncoderVersion",
    "ImageEmbedding",
    "Interleaving",
    "LoggedSearch",
    "PhotoQuery",
    "SearchDay",
    "Synonym",
    "TextEmbedding",
    "in_a_day",
    "new_token",
]
