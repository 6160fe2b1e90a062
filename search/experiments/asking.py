"""A judged query, asked as shoppers ask: with the search's own settings and encoder, or others."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from django.conf import settings
from django.utils.translation import override

from search import retrieval
from search.encoders.shopper_photos import colors_in_full_light, encode_photo
from search.forms.filters import filters_of
from search.forms.photo import open_photo
from search.models import ImageEmbedding, JudgedQuery, PhotoQuery
from search.query import Part, Query
from search.retrieval.embeddings.query_encoder import Searcher
from search.retrieval.embeddings.query_vectors import evenly
from search.rules import RuleSet


def ranking(asked: JudgedQuery, searcher: Searcher, acting: RuleSet) -> list[int] | None:
    """Product ids as a shopper sees them, from top to bottom: results, then what fits in part.

    None where the query cannot be asked: its photo is gone.
    A product is not found by its own photo.
    """
    with override(asked.language or settings.LANGUAGE_CODE), photo_of(asked, searcher) as photo:
        if asked.photo_name and photo is None:
            return None
        parts = [Part(text=asked.text)] if asked.text else []
        parts += [Part(photo_id=photo.pk)] if photo else []
        query = Query(tuple(parts), filters_of(asked.filters))
        found = retrieval.ranked(query, searcher, acting)
    itself = asked.photo.product_id if asked.photo else None
    return [pk for pk in found if pk != itself]


@contextmanager
def photo_of(asked: JudgedQuery, searcher: Searcher) -> Iterator[PhotoQuery | None]:
    """The query's photo as a shopper's would be, for as long as it is asked."""
    vector = vector_of(asked, searcher)
    if vector is None:
        yield None
        return
    photo = PhotoQuery.objects.create(
        encoder=searcher.version, vector=vector, colors=colors_of(asked, searcher)
    )
    try:
        yield photo
    finally:
        photo.delete()


def vector_of(asked: JudgedQuery, searcher: Searcher) -> np.ndarray | None:
    """Of the photo, for this encoder: what it has indexed, what was kept, or made of the copy."""
    version, encoder = searcher.version, searcher.encoder
    if version is None:
        return None
    if asked.photo_id:
        rows = ImageEmbedding.objects.filter(encoder=version, image=asked.photo_id)
        return rows.values_list("vector", flat=True).first()
    if asked.encoder_id == version.pk:
        return asked.vector
    if asked.picture is None or encoder is None:
        return None
    return encode_photo(open_photo(io.BytesIO(asked.picture)), encoder)


def colors_of(asked: JudgedQuery, searcher: Searcher) -> dict[str, float]:
    """Of the photo; none are known where nothing but its vector was kept."""
    if asked.picture is not None:
        return colors_in_full_light(open_photo(io.BytesIO(asked.picture)))
    rows = ImageEmbedding.objects.filter(encoder=searcher.version, image=asked.photo_id)
    return evenly(rows.values_list("colors", flat=True).first())
