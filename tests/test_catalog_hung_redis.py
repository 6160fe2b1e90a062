"""A Redis that takes calls and never answers costs one wait, and is asked again when it is back."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from pytest_django import Settings

from catalog.breaker import Breaker, LeftAlone
from catalog.cache import remember, remembered


@pytest.fixture
def breaker(monkeypatch: pytest.MonkeyPatch) -> Breaker:
    fresh = Breaker(rest=60, failures=(redis.RedisError,))
    monkeypatch.setattr("catalog.cache.REDIS", fresh)
    return fresh


@pytest.fixture
def hung(tmp_path: Path, settings: Settings) -> Iterator[socket.socket]:
    """A server in Redis' place: the kernel takes its calls, it never reads them."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "r.sock"))
        server.listen(64)
        server.setblocking(False)
        location = {"LOCATION": f"unix://{tmp_path}/r.sock"}
        settings.CACHES = {"default": {**settings.CACHES["default"], **location}}
        yield server


def calls(server: socket.socket) -> int:
    """How many have called since the last look."""
    count = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def test_it_is_called_once_however_much_is_asked(hung: socket.socket, breaker: Breaker) -> None:
    for number in range(20):
        assert remembered(f"key{number}") is None
        remember(f"key{number}", 1, 60)
    assert calls(hung) == 1


def test_after_its_rest_one_caller_tries_and_the_others_still_go_without(
    hung: socket.socket, breaker: Breaker
) -> None:
    remembered("key")
    breaker._asks_again = 0
    with breaker.asked(), pytest.raises(LeftAlone), breaker.asked():
        pass


def test_a_call_that_succeeds_ends_the_rest(breaker: Breaker, empty_cache: None) -> None:
    with pytest.raises(redis.TimeoutError), breaker.asked():
        raise redis.TimeoutError
    remember("key", "value", 60)
    assert remembered("key") is None
    breaker._asks_again = 0
    remember("key", "value", 60)
    assert remembered("key") == "value"


def test_a_value_that_cannot_be_kept_is_no_fault_of_redis(
    breaker: Breaker, empty_cache: None
) -> None:
    remember("key", object(), 60)
    remember("key", "value", 60)
    assert remembered("key") == "value"
