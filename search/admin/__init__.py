"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.encoders import EncoderVersionAdmin
from search.admin.products import SearchableProductAdmin

__all__ = ["EncoderVersionAdmin", "SearchableProductAdmin"]
