"""A photo that looks more like noise than like any product counts nothing."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from search.query import Part, Query, SearchResult
from search.retrieval import search, store_photo
from search.retrieval.embeddings.blank_photos import noise, nothing, shows_nothing
from tests import cast
from tests.stub_encoder import COLORS, StubEncoder

ENCODER = StubEncoder()


def found(picture: Image.Image, **more: str) -> SearchResult:
    parts = [Part(photo_id=store_photo(picture).pk), *(Part(text=text) for text in more.values())]
    return search(Query(parts=tuple(parts)))


def plain(color: str) -> Image.Image:
    return Image.new("RGB", (40, 40), COLORS[color])


def test_noise_shows_nothing() -> None:
    [vector] = ENCODER.encode_images([noise(np.random.default_rng(7), 2.0)])
    assert shows_nothing(vector, np.array([np.nan, 0.2, 0.4]), ENCODER)


def test_what_a_product_looks_clearly_more_like_shows_something() -> None:
    [vector] = ENCODER.encode_images([plain("red")])
    best = float((nothing(ENCODER) @ vector).max())
    assert not shows_nothing(vector, np.array([best + 0.1]), ENCODER)


def test_a_shop_without_photos_cannot_tell() -> None:
    [vector] = ENCODER.encode_images([noise(np.random.default_rng(7), 2.0)])
    assert not shows_nothing(vector, np.array([np.nan, np.nan]), ENCODER)


@pytest.mark.django_db
def test_it_counts_nothing_and_a_photo_of_something_does(shop: cast.Shop) -> None:
    assert found(plain("grey")).total == 0
    assert found(plain("red")).total > 0


@pytest.mark.django_db
def test_what_words_beside_it_name_is_shown_without_a_denial(shop: cast.Shop) -> None:
    answer = found(plain("grey"), text="mug")
    assert [hit.product.title for hit in answer.partial] == ["Stoneware mug"]
    assert answer.notices == []


def test_one_picture_of_noise_alone_makes_nothing_of_a_thing() -> None:
    """Striped shorts share their grain with one of them, and are like no other."""
    known = nothing(ENCODER)
    alike = known[0] - known[1:].mean(axis=0)
    vector = (alike / np.linalg.norm(alike)).astype(np.float32)
    assert (known @ vector).max() > 0.05
    assert not shows_nothing(vector, np.array([0.05]), ENCODER)
