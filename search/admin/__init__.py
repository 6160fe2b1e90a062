"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.api_keys import ApiKeyAdmin
from search.admin.encoders import EncoderVersionAdmin
from search.admin.interleavings import InterleavingAdmin
from search.admin.products import SearchableProductAdmin
from search.admin.searches import LoggedSearchAdmin
from search.admin.synonyms import SynonymAdmin

__all__ = [
    "ApiKeyAdmin",
    "EncoderVersionAdmin",
    "InterleavingAdmin",
    "LoggedSearchAdmin",
    "SearchableProductAdmin",
    "SynonymAdmin",
]
