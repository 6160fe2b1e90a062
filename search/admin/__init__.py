"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.encoders import EncoderVersionAdmin
from search.admin.products import SearchableProductAdmin
from search.admin.rules import RuleAdmin

__all__ = ["EncoderVersionAdmin", "RuleAdmin", "SearchableProductAdmin"]
