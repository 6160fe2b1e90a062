"""Requests are counted whatever happens to Redis, and no count is left without an end."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import redis
from django.test import Client
from pytest_django import Settings

from catalog.breaker import Breaker
from search.admission import counters

SEARCH = "/api/v1/search/"
A_MINUTE = 60


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, empty_cache: None) -> None:
    monkeypatch.setattr(counters, "here", counters.LocalCounters())
    monkeypatch.setattr(counters, "REDIS", Breaker(rest=60, failures=(redis.RedisError,)))


class Failing:
    """A client of Redis that fails in its own way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def pipeline(self, transaction: bool) -> Any:
        raise self.error


def test_no_counter_is_left_without_an_end() -> None:
    counters.count("search:test", A_MINUTE)
    total, seconds = counters.count("search:test", A_MINUTE, cost=3)
    assert total == 4
    assert 0 < seconds <= A_MINUTE


def test_a_window_is_no_longer_than_it_may_be_once_a_clock_was_set_back() -> None:
    counters.count("shopper", 60)
    counters.store.expire("shopper", 3_600)
    assert counters.count("shopper", 60) == (2, 60.0)
    assert 0 < counters.store.ttl("shopper") <= 60


def test_a_counter_that_is_forgotten_begins_anew() -> None:
    counters.count("login:test", A_MINUTE, cost=9)
    counters.forget("login:test")
    assert counters.count("login:test", A_MINUTE)[0] == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "error",
    [
        redis.ConnectionError("gone"),
        redis.TimeoutError("hung"),
        ValueError("I/O operation on closed file"),
        OSError(9, "Bad file descriptor"),
        AttributeError("'NoneType' object has no attribute 'readline'"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_redis_raises_the_limit_still_holds(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    settings.REQUESTS_A_MINUTE = {"search": 10, "photo": 3, "suggest": 20}
    monkeypatch.setattr(counters, "store", Failing(error))
    statuses = [client.get(SEARCH).status_code for _ in range(12)]
    assert statuses == [200] * 10 + [429] * 2


def test_the_first_counts_of_a_process_may_come_at_once() -> None:
    """Its one client is there before the first of them."""
    barrier = threading.Barrier(30)

    def first(_number: int) -> int:
        barrier.wait(30)
        return counters.count_together("search:first", A_MINUTE, 1)[0]

    with ThreadPoolExecutor(30) as pool:
        assert sorted(pool.map(first, range(30))) == list(range(1, 31))


def test_made_up_clients_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counters, "MOST_KEYS", 100)
    local = counters.LocalCounters()
    for number in range(1_000):
        local.count(f"client {number}", A_MINUTE, 1)
    assert len(local.windows) == 100
    assert local.count("client 999", A_MINUTE, 1)[0] == 2


def test_a_local_window_closes_by_itself() -> None:
    local = counters.LocalCounters()
    local.count("client", A_MINUTE, 5)
    local.windows["client"] = (5, 0.0)
    assert local.count("client", A_MINUTE, 1)[0] == 1
