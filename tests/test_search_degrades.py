"""Whatever is down, a shopper gets an answer, and is told what it lacks."""

from __future__ import annotations

import time

import pytest
from django.conf import LazySettings
from django.test import override_settings

from search.encoders import EncoderError
from search.query import Part, Query
from search.retrieval import search
from tests import cast
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db
MUG = Query(parts=(Part(text="stoneware mug"),), off=("all",))


def test_words_answer_when_the_encoder_fails(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: StubEncoder, texts: object) -> None:
        raise EncoderError("The weights are gone.")

    monkeypatch.setattr(StubEncoder, "encode_texts", broken)
    found = search(MUG)
    assert [hit.product.title for hit in found.hits] == ["Stoneware mug"]
    assert found.degraded == [
        "Only words were searched: the search by meaning is not available right now."
    ]


def test_words_answer_when_the_encoder_is_late(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    settings.ENCODE_SECONDS = 0.05
    monkeypatch.setattr(StubEncoder, "encode_texts", lambda self, texts: time.sleep(0.5))
    found = search(MUG)
    assert found.hits[0].product.title == "Stoneware mug"
    assert found.degraded


def test_a_poor_answer_is_not_remembered(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    with monkeypatch.context() as late:
        settings.ENCODE_SECONDS = 0.05
        late.setattr(StubEncoder, "encode_texts", lambda self, texts: time.sleep(0.5))
        assert search(MUG).degraded
    settings.ENCODE_SECONDS = 5
    assert not search(MUG).degraded


def test_a_search_works_without_redis(shop: cast.Shop, settings: LazySettings) -> None:
    away = {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}
    with override_settings(CACHES={"default": away}):
        assert search(MUG).hits[0].product.title == "Stoneware mug"
