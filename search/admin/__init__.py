"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.api_keys import ApiKeyAdmin
from search.admin.audit_runs import AuditRunAdmin
from search.admin.encoders import EncoderVersionAdmin
from search.admin.findings import FindingAdmin
from search.admin.products import SearchableProductAdmin
from search.admin.rules import RuleAdmin
from search.admin.screening_rules import ScreeningRuleAdmin

__all__ = [
    "ApiKeyAdmin",
    "AuditRunAdmin",
    "EncoderVersionAdmin",
    "FindingAdmin",
    "RuleAdmin",
    "ScreeningRuleAdmin",
    "SearchableProductAdmin",
]
