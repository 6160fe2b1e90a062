"""Whatever is down, a shopper gets an answer, and is told what it lacks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import import_module
from threading import Event

import pytest
from django.conf import LazySettings
from django.test import override_settings

from search.encoders import EncoderError
from search.query import Part, Query
from search.retrieval import NoVector, search
from tests import cast
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db
serving = import_module("search.retrieval.embeddings.query_encoder")
MUG = Query(parts=(Part(text="stoneware mug"),), off=("all",))


@pytest.fixture(autouse=True)
def rested() -> Iterator[None]:
    """Leave no late work to the next test."""
    yield
    while serving.overdue:
        time.sleep(0.01)


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
    while serving.overdue:
        time.sleep(0.01)
    assert not search(MUG).degraded


def test_nobody_waits_behind_an_encoder_that_hangs(settings: LazySettings) -> None:
    hanging = Event()
    settings.ENCODE_SECONDS = 0.05
    for _thread in range(serving.THREADS):
        with pytest.raises(NoVector):
            serving.in_time(hanging.wait)
    settings.ENCODE_SECONDS = 60
    started = time.monotonic()
    with pytest.raises(NoVector):
        serving.in_time(str, 1)
    assert time.monotonic() - started < 30
    hanging.set()
    while serving.overdue:
        time.sleep(0.01)
    assert serving.in_time(str, 1) == "1"


def test_what_nobody_waits_for_any_more_is_not_worked_on(settings: LazySettings) -> None:
    hanging, done = Event(), Event()
    busy = [serving.pool.submit(hanging.wait) for _thread in range(serving.THREADS)]
    settings.ENCODE_SECONDS = 0.05
    with pytest.raises(NoVector):
        serving.in_time(done.set)
    hanging.set()
    settings.ENCODE_SECONDS = 60
    serving.in_time(str, 1)
    assert all(one.result() for one in busy)
    assert not done.is_set()


def test_a_search_works_without_redis(shop: cast.Shop, settings: LazySettings) -> None:
    away = {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}
    with override_settings(CACHES={"default": away}):
        assert search(MUG).hits[0].product.title == "Stoneware mug"
