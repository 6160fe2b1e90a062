"""A save wakes the worker once it is committed, where it left something to encode.

What waits is in the tables already, put there by triggers; what is missed here, the sweep finds.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from catalog.models import Brand, Category, Product, ProductImage, Variant
from search.tasks import wake_if_something_waits


def content_changed(using: str, **kwargs: Any) -> None:
    transaction.on_commit(wake_if_something_waits, using=using, robust=True)


for model in (Product, Variant, ProductImage, Category, Brand):
    post_save.connect(content_changed, sender=model, dispatch_uid=f"wake-save-{model.__name__}")
for model in (Variant, Category, Brand):  # which change the text of a product that stays
    post_delete.connect(content_changed, sender=model, dispatch_uid=f"wake-delete-{model.__name__}")
