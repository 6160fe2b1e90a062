"""A Redis that takes calls and never answers costs one wait, and is asked again when it is back."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from logging import getLogger
from pathlib import Path

import pytest
import redis
from django.conf import settings
from kombu import Message
from pytest_django import Settings

from catalog import bell
from catalog.breaker import REDIS, Breaker, LeftAlone
from catalog.cache import remember, remembered
from config.celery import app


@pytest.fixture
def breaker(monkeypatch: pytest.MonkeyPatch) -> Breaker:
    fresh = Breaker(rest=60, failures=REDIS.failures)
    for module in ("cache", "bell"):
        monkeypatch.setattr(f"catalog.{module}.REDIS", fresh)
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


@pytest.fixture
def hung_broker(hung: socket.socket, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same in the place of Celery's."""
    url = f"redis+socket://{hung.getsockname()}"
    patience = {**app.conf.broker_transport_options, **settings.BELL_PATIENCE}
    with app.connection_for_write(url, transport_options=patience) as link:
        send = app.send_task
        monkeypatch.setattr(app, "send_task", lambda task: send(task, connection=link))
        yield


def test_a_bell_is_rung_once_whoever_is_called(
    hung: socket.socket, hung_broker: None, breaker: Breaker
) -> None:
    for task in ("fetch_pictures", "run_imports", "fetch_pictures"):
        bell.ring(f"catalog.tasks.{task}")
    assert remembered("key") is None
    assert calls(hung) == 1


def test_a_worker_takes_the_next_message_where_it_could_not_say_it_has_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def times_out(*args: object, **options: object) -> None:
        raise redis.TimeoutError

    taken: list[str] = []

    def take(body: str, message: Message) -> None:
        taken.append(body)
        with monkeypatch.context() as hanging:
            hanging.setattr("redis.client.Pipeline.execute", times_out)
            message.ack_log_error(getLogger(__name__), redis.RedisError)

    with app.connection_for_read() as link, link.SimpleQueue("doorbell") as queue:
        queue.clear()
        for word in ("first", "second"):
            queue.put(word)
        with link.Consumer(queue.queue, callbacks=[take], prefetch_count=1):
            while len(taken) < 2:
                link.drain_events(timeout=3)
    assert taken == ["first", "second"]
