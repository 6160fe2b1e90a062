"""Products by whether a text or a photo of them is indexed, read from the queue and not the table.

What waits and what was given up stand in indexes that hold nothing else. Of each at most
`ROWS_FILTERED` are looked at, the first in the queue: more than that nobody looks through.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.models import ProductImage
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.versions import live_version

ROWS_FILTERED = 10_000  # texts, and as many photos
EMBEDDINGS = (TextEmbedding, ImageEmbedding)


class IndexedFilter(admin.SimpleListFilter):
    title = _("indexed")
    parameter_name = "indexed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("all of it")), ("no", _("not all yet")), ("failed", _("failed"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in ("yes", "no", "failed"):
            return queryset
        version = live_version()
        if version is None:
            return queryset if self.value() == "no" else queryset.none()
        if self.value() == "failed":
            return queryset.filter(pk__any=failing(version))
        lacking = Q(pk__any=unfinished(version)) | unseen(version)
        return queryset.filter(lacking if self.value() == "no" else ~lacking)


def unfinished(version: EncoderVersion) -> list[int]:
    """Products of which something waits or was given up."""
    return [product for product, _error in [*waiting(version), *given_up(version)]]


def failing(version: EncoderVersion) -> list[int]:
    """Products of which something went wrong, whether it is tried again or not."""
    tried = [product for product, error in waiting(version) if error]
    return [*tried, *(product for product, _error in given_up(version))]


def waiting(version: EncoderVersion) -> Iterable[tuple[int, str]]:
    """(product, what went wrong the last time)"""
    for rows in EMBEDDINGS:
        found = rows.objects.filter(encoder=version).queue()
        yield from found.values_list("product", "error")[:ROWS_FILTERED]


def given_up(version: EncoderVersion) -> Iterable[tuple[int, str]]:
    for rows in EMBEDDINGS:
        found = rows.objects.filter(encoder=version).given_up()
        yield from found.values_list("product", "error")[:ROWS_FILTERED]


def unseen(version: EncoderVersion) -> Q:
    """Products that the look over the catalogue has not come to: none, but for a new encoder."""
    found = Q(pk=None)
    if version.texts_marked is not None:
        texts = TextEmbedding.objects.filter(encoder=version, product=OuterRef("pk"))
        found |= Q(~Exists(texts), pk__gt=version.texts_marked)
    if version.photos_marked is not None:
        known = ImageEmbedding.objects.filter(encoder=version, image=OuterRef("pk"))
        photos = ProductImage.objects.filter(~Exists(known), pk__gt=version.photos_marked)
        found |= Q(Exists(photos.filter(product=OuterRef("pk"))))
    return found
