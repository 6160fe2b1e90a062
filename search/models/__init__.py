"""What search keeps: encoders, embeddings, query photos, synonyms, keys, the catalogue counted."""

from search.models.api_key import ApiKey
from search.models.catalogue import (
    CatalogueChange,
    CatalogueCount,
    CataloguePart,
    CatalogueSummary,
)
from search.models.embedding import Embedding, ImageEmbedding, TextEmbedding
from search.models.encoder import EncoderVersion
from search.models.photo_query import PhotoQuery, in_a_day, new_token
from search.models.settings_version import SettingsVersion
from search.models.synonym import Synonym

__all__ = [
    "ApiKey",
    "CatalogueChange",
    "CatalogueCount",
    "CataloguePart",
    "CatalogueSummary",
    "Embedding",
    "EncoderVersion",
    "ImageEmbedding",
    "PhotoQuery",
    "SettingsVersion",
    "Synonym",
    "TextEmbedding",
    "in_a_day",
    "new_token",
]
