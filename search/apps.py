from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from catalog.conf import set_defaults
from search.conf import search_defaults

set_defaults(search_defaults())  # before any model is loaded


class SearchConfig(AppConfig):
    name = "search"
    default_auto_field = "django.db.models.BigAutoField"
    label = "vitrine_search"  # django-oscar has a `search`; tables keep their names
    verbose_name = pgettext_lazy("part of admin", "Search")

    def ready(self) -> None:
        from search import checks, signals  # noqa: F401
        from search.api import cross_origin

        cross_origin.connect()
