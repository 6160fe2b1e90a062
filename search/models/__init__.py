"""What search keeps: encoders, embeddings, query photos, rules, keys, findings, counts."""

from search.models.api_key import ApiKey
from search.models.audit_run import AuditRun
from search.models.catalogue import (
    CatalogueChange,
    CatalogueCount,
    CataloguePart,
    CatalogueSummary,
)
from search.models.embedding import Embedding, ImageEmbedding, TextEmbedding
from search.models.encoder import EncoderVersion
from search.models.finding import Finding
from search.models.photo_query import PhotoQuery, in_a_day, new_token
from search.models.rule import Rule, RuleState, RuleVersion
from search.models.screening_rule import ScreeningRule

__all__ = [
    "ApiKey",
    "AuditRun",
    "CatalogueChange",
    "CatalogueCount",
    "CataloguePart",
    "CatalogueSummary",
    "Embedding",
    "EncoderVersion",
    "Finding",
    "ImageEmbedding",
    "PhotoQuery",
    "Rule",
    "RuleState",
    "RuleVersion",
    "ScreeningRule",
    "TextEmbedding",
    "in_a_day",
    "new_token",
]
