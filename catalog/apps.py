from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = _("Catalogue")

    def ready(self) -> None:
        from catalog import lookups

        lookups.register()
        post_migrate.connect(declare, sender=self)
        post_save.connect(learn, sender=self.get_model("Product"))
        post_save.connect(learn, sender=self.get_model("Variant"))


def declare(**event: Any) -> None:
    """Give each built-in attribute its row; what admin made of it since stays."""
    from catalog.attributes import declare_built_in

    declare_built_in(using=event["using"])


def learn(instance: Any, **event: Any) -> None:
    """Make known which attributes and values a saved row has; imports do it by the batch."""
    from catalog.attributes import learn_of

    learn_of(instance)
