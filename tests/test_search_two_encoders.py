"""A second encoder that is being filled changes nothing of what the serving one finds."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from search import versions
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.retrieval.conditions.catalogue_size import catalogue_size
from tests import cast


def fill_beside(live: EncoderVersion) -> EncoderVersion:
    """Another encoder with all vectors, each of another direction than the live one's."""
    name = f"{live.name}-next"
    other = EncoderVersion.objects.create(
        name=name,
        source=live.source,
        dimensions=live.dimensions,
        state=EncoderVersion.State.FILLING,
    )
    for rows in (TextEmbedding, ImageEmbedding):
        known = [*rows.objects.filter(encoder=live, vector__isnull=False)]
        vectors = [row.vector for row in known][::-1]
        rows.objects.filter(encoder=other).delete()
        for row, vector in zip(known, vectors, strict=True):
            row.pk, row.encoder, row.vector = None, other, vector
            row.save(force_insert=True)
    return other


def answer(client: Client, words: str) -> dict[str, Any]:
    cache.clear()
    found = client.get("/api/v1/search/", {"q": words}).json()
    return {name: found[name] for name in ("total", "total_is_exact", "results", "less_similar")}


@pytest.mark.parametrize("words", ["canvas sneaker", "something to drink from", "oak"])
def test_a_search_is_the_same_with_two_encoders_filled(
    client: Client, shop: cast.Shop, words: str
) -> None:
    live = versions.live_version()
    assert live
    before, size = answer(client, words), catalogue_size(live)
    fill_beside(live)
    assert answer(client, words) == before
    assert catalogue_size(live) == size
    assert size == TextEmbedding.objects.filter(encoder=live).count()
