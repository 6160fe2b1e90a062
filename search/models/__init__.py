"""What search keeps: encoders, embeddings, query photos, rules, keys, the catalogue counted,
judgements and what was measured on them, published settings."""

from search.models.api_key import ApiKey
from search.models.catalogue import (
    CatalogueChange,
    CatalogueCount,
    CataloguePart,
    CatalogueSummary,
)
from search.models.embedding import Embedding, ImageEmbedding, TextEmbedding
from search.models.encoder import EncoderVersion
from search.models.evaluation_run import EvaluationRun, Experiment, Ranking
from search.models.judgement import MOST_QUERIES, JudgedQuery, Judgement, JudgementSet
from search.models.photo_query import PhotoQuery, in_a_day, new_token
from search.models.rule import Rule, RuleState, RuleVersion
from search.models.settings_version import SettingsVersion

__all__ = [
    "MOST_QUERIES",
    "ApiKey",
    "CatalogueChange",
    "CatalogueCount",
    "CataloguePart",
    "CatalogueSummary",
    "Embedding",
    "EncoderVersion",
    "EvaluationRun",
    "Experiment",
    "ImageEmbedding",
    "JudgedQuery",
    "Judgement",
    "JudgementSet",
    "PhotoQuery",
    "Ranking",
    "Rule",
    "RuleState",
    "RuleVersion",
    "SettingsVersion",
    "TextEmbedding",
    "in_a_day",
    "new_token",
]
