from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _

from catalog.conf import catalog_defaults, set_defaults

set_defaults(catalog_defaults())  # before any model is loaded


class CatalogConfig(AppConfig):
    name = "catalog"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("Catalogue")

    def ready(self) -> None:
        from catalog import lookups

        lookups.register()
        post_migrate.connect(declare, sender=self)
        post_save.connect(learn, sender=self.get_model("Product"))
        post_save.connect(learn, sender=self.get_model("Variant"))


def declare(using: str, apps: Any = apps, **event: Any) -> None:
    """Give each built-in attribute its row; what admin made of it since stays.

    A catalogue from before there were attributes is looked through once.
    """
    try:
        rows = apps.get_model("catalog", "Attribute").objects.using(using)
        values = apps.get_model("catalog", "AttributeValue").objects.using(using)
        apps.get_model("catalog", "ImportRun")  # of the last migration: the tables are as here
    except LookupError:  # not migrated so far
        return
    from catalog.attributes import declare_built_in, learn_all

    declare_built_in(rows)
    if not values.exists():
        learn_all()


def learn(instance: Any, **event: Any) -> None:
    """Make known which attributes and values a saved row has; imports do it by the batch."""
    from catalog.attributes import learn_of

    learn_of(instance)
