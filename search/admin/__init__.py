"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.api_keys import ApiKeyAdmin
from search.admin.encoders import EncoderVersionAdmin
from search.admin.products import SearchableProductAdmin
from search.admin.rules import RuleAdmin

__all__ = ["ApiKeyAdmin", "EncoderVersionAdmin", "RuleAdmin", "SearchableProductAdmin"]
