"""What lies in Redis is ours or nothing: no other value runs code or decides a page."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import redis
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from catalog.cache import remember, remembered
from config.sealed import SealedSerializer
from tests import cast

KEY = "vitrine:1:answer"
MOMENT = datetime(2026, 1, 2, 3, tzinfo=UTC)


class Dropper:
    """Unpickling it is an act that can be seen afterwards."""

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, ("import tests.cast; tests.cast.dropped = True",)


@pytest.fixture
def store(empty_cache: None, settings: Settings) -> Iterator[redis.Redis]:
    """The cache's Redis, as whoever has got hold of it sees it."""
    with redis.Redis.from_url(settings.CACHES["default"]["LOCATION"]) as link:
        yield link


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -7, 2**40, 0.25, "größe", b"\x80", [1, ["a"]], {"a": {1: 2.5}}, MOMENT],
)
def test_a_plain_value_comes_back_as_it_was(empty_cache: None, value: Any) -> None:
    cache.set("answer", value, 60)
    assert cache.get("answer", "none") == value


@pytest.mark.parametrize(
    "foreign",
    [pickle.dumps(Dropper()), b"42", b"", b"{}", b"\x00" * 500, b"\x81\xa1a" * 9],
    ids=["pickle", "number", "nothing", "json", "noughts", "messagepack"],
)
def test_a_value_of_another_is_as_good_as_absent(store: redis.Redis, foreign: bytes) -> None:
    remember("answer", 1, 60)
    store.set(KEY, foreign)
    assert remembered("answer") is None
    assert not hasattr(cast, "dropped")


def test_a_value_that_was_changed_in_one_bit_is_absent(store: redis.Redis) -> None:
    sealed = bytearray(SealedSerializer().dumps([KEY, "red"]))
    sealed[-1] ^= 1
    store.set(KEY, bytes(sealed))
    assert remembered("answer") is None


def test_a_value_sealed_with_another_key_is_absent(store: redis.Redis) -> None:
    theirs = SealedSerializer()
    theirs.key = b"another installation"
    store.set(KEY, theirs.dumps([KEY, "red"]))
    assert remembered("answer") is None


@pytest.mark.parametrize("value", ["red", [1, 2], None, ["vitrine:1:other", 5]])
def test_a_value_that_was_kept_under_another_key_is_absent(store: redis.Redis, value: Any) -> None:
    cache.set_many({"other": value}, 60)
    store.set(KEY, store.get("vitrine:1:other") or b"")
    assert cache.get("answer", "none") == "none"
    assert cache.get_many(["answer", "other"]) == {"answer": None, "other": value}


def test_a_value_of_another_kind_than_the_one_asked_for_is_absent(empty_cache: None) -> None:
    remember("answer", [1, 2], 60)
    assert remembered("answer", bytes) is None
    assert remembered("answer", list) == [1, 2]


@pytest.mark.django_db
def test_a_search_answers_the_same_over_a_poisoned_cache(
    client: Client, shop: cast.Shop, store: redis.Redis
) -> None:
    before = client.get("/api/v1/search/?q=mug").json()
    for key in store.scan_iter("vitrine:*"):
        store.set(key, pickle.dumps(Dropper()))
    after = client.get("/api/v1/search/?q=mug")
    assert after.status_code == 200
    assert [hit["sku"] for hit in after.json()["results"]] == [
        hit["sku"] for hit in before["results"]
    ]
    assert not hasattr(cast, "dropped")
