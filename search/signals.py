"""A save rings the worker once it is committed; what is missed here, the sweep finds."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete

from catalog.models import Brand, Category, Product, ProductImage, Variant
from search.indexing import hnsw
from search.models import EncoderVersion
from search.tasks import ring


def content_changed(using: str, **kwargs: Any) -> None:
    transaction.on_commit(ring, using=using, robust=True)


for model in (Product, Variant, ProductImage, Category, Brand):
    post_save.connect(content_changed, sender=model, dispatch_uid=f"ring-save-{model.__name__}")
    post_delete.connect(content_changed, sender=model, dispatch_uid=f"ring-delete-{model.__name__}")


def encoder_deleted(instance: EncoderVersion, **kwargs: Any) -> None:
    hnsw.drop(instance)


pre_delete.connect(encoder_deleted, sender=EncoderVersion, dispatch_uid="drop-index")
