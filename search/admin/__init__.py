"""Search in Django admin. Vectors are in no form and on no page."""

from search.admin.api_keys import ApiKeyAdmin
from search.admin.encoders import EncoderVersionAdmin
from search.admin.products import SearchableProductAdmin
from search.admin.settings_versions import SettingsVersionAdmin
from search.admin.synonyms import SynonymAdmin

<<<<<<< HEAD
__all__ = ["ApiKeyAdmin", "EncoderVersionAdmin", "SearchableProductAdmin", "SynonymAdmin"]
=======
__all__ = ["EncoderVersionAdmin", "SearchableProductAdmin", "SettingsVersionAdmin", "SynonymAdmin"]
>>>>>>> 4b0a671 (Write, publish and roll back settings in admin)
