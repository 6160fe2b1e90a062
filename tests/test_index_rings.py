"""A save rings the worker once; a Redis that is away neither breaks nor slows it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from catalog.models import Product
from config.celery import app
from search import tasks
from tests import cast

NO_CACHE = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "unix:///nowhere.sock",
    }
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def queue(
    settings: pytest.FixtureRequest, empty_cache: None, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """The real queue, emptied; `llen` says how many messages lie in it."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"  # type: ignore[attr-defined]
    monkeypatch.setattr(tasks, "_quiet_until", 0.0)
    with app.connection_for_write() as connection:
        channel = connection.default_channel
        channel.queue_purge("celery")
        yield channel.client
        channel.queue_purge("celery")


def test_saves_of_one_transaction_are_one_message(queue: Any) -> None:
    with transaction.atomic():
        cast.red_sneaker()
        assert queue.llen("celery") == 0
    assert queue.llen("celery") == 1


def test_after_the_worker_has_looked_a_save_rings_again(queue: Any) -> None:
    cast.oak_chair()
    tasks.index_stale()
    cast.blue_mug()
    assert queue.llen("celery") == 2


def test_nothing_rings_for_a_save_that_was_rolled_back(queue: Any) -> None:
    try:
        with transaction.atomic():
            cast.oak_chair()
            raise InterruptedError
    except InterruptedError:
        pass
    assert queue.llen("celery") == 0


def test_a_redis_that_is_away_is_asked_once_and_breaks_no_save(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    monkeypatch.setattr(tasks.logger, "warning", lambda *args, **kwargs: asked.append(args))
    with override_settings(CACHES=NO_CACHE):
        cast.red_sneaker()
        cast.blue_mug()
    assert Product.objects.count() == 2
    assert len(asked) == 1


def test_the_sweep_leaves_a_heartbeat_and_finds_what_did_not_ring() -> None:
    cast.red_sneaker()
    assert tasks.sweep() == 2
    assert cache.get(tasks.HEARTBEAT) is not None
    Product.objects.update(title="Boot")
    cache.delete(tasks.RESTING)
    assert tasks.sweep() == 1


def test_the_sweep_rests_after_a_look_that_took_long() -> None:
    cache.set(tasks.RESTING, 1, timeout=60)
    cast.red_sneaker()
    assert tasks.sweep() == 0
    assert tasks.index_stale() == 2
