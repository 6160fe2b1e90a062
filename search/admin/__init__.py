"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.api_keys import ApiKeyAdmin
from search.admin.audit_runs import AuditRunAdmin
from search.admin.encoders import EncoderVersionAdmin
from search.admin.experiments import ExperimentAdmin
from search.admin.findings import FindingAdmin
from search.admin.interleavings import InterleavingAdmin
from search.admin.judged_queries import JudgedQueryAdmin
from search.admin.judgement_sets import JudgementSetAdmin
from search.admin.products import SearchableProductAdmin
from search.admin.rules import RuleAdmin
from search.admin.runs import EvaluationRunAdmin
from search.admin.screening_rules import ScreeningRuleAdmin
from search.admin.searches import LoggedSearchAdmin
from search.admin.settings_versions import SettingsVersionAdmin

__all__ = [
    "ApiKeyAdmin",
    "AuditRunAdmin",
    "EncoderVersionAdmin",
    "EvaluationRunAdmin",
    "ExperimentAdmin",
    "FindingAdmin",
    "InterleavingAdmin",
    "JudgedQueryAdmin",
    "JudgementSetAdmin",
    "LoggedSearchAdmin",
    "RuleAdmin",
    "ScreeningRuleAdmin",
    "SearchableProductAdmin",
    "SettingsVersionAdmin",
]
