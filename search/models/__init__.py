"""What search keeps: encoders, embeddings, photos, rules, keys, searches, the catalogue counted,
judgements and what was measured on them, published settings, findings about the catalogue."""

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
from search.models.evaluation_run import EvaluationRun, Experiment, Ranking
from search.models.finding import Finding
from search.models.interleaving import Interleaving
from search.models.judgement import MOST_QUERIES, JudgedQuery, Judgement, JudgementSet
from search.models.log import Click, LoggedSearch, SearchDay
from search.models.photo_query import PhotoQuery, in_a_day, new_token
from search.models.prototype import Prototype
from search.models.rule import Rule, RuleState, RuleVersion
from search.models.screening_rule import ScreeningRule
from search.models.settings_version import SettingsVersion

__all__ = [
    "MOST_QUERIES",
    "ApiKey",
    "AuditRun",
    "CatalogueChange",
    "CatalogueCount",
    "CataloguePart",
    "CatalogueSummary",
    "Click",
    "Embedding",
    "EncoderVersion",
    "EvaluationRun",
    "Experiment",
    "Finding",
    "ImageEmbedding",
    "Interleaving",
    "JudgedQuery",
    "Judgement",
    "JudgementSet",
    "LoggedSearch",
    "PhotoQuery",
    "Prototype",
    "Ranking",
    "Rule",
    "RuleState",
    "RuleVersion",
    "ScreeningRule",
    "SearchDay",
    "SettingsVersion",
    "TextEmbedding",
    "in_a_day",
    "new_token",
]
