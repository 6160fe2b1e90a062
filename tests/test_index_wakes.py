"""A save wakes the worker once, and only where it left something to encode; a Redis that is away
neither breaks nor slows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import redis
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from pytest_django.fixtures import Settings

from catalog import cache as forgettable
from catalog.breaker import Breaker
from catalog.models import Product, Variant
from config.celery import app
from search import tasks, versions
from tests import cast

NO_CACHE = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "unix:///nowhere.sock",
    }
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def queue(settings: Settings, empty_cache: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The real queue, emptied; `llen` says how many messages lie in it."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    versions.register()
    fresh = Breaker(rest=60, failures=(redis.RedisError, OSError))
    for module in ("cache", "bell"):
        monkeypatch.setattr(f"catalog.{module}.REDIS", fresh)
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


def test_after_the_worker_has_looked_a_save_wakes_it_again(queue: Any) -> None:
    cast.oak_chair()
    tasks.index_stale()
    cast.blue_mug()
    assert queue.llen("celery") == 2


def test_nobody_is_woken_for_a_save_that_was_rolled_back(queue: Any) -> None:
    try:
        with transaction.atomic():
            cast.oak_chair()
            raise InterruptedError
    except InterruptedError:
        pass
    assert queue.llen("celery") == 0


def new_price(product: Product) -> None:
    variant = product.variants.get(size="42")
    variant.price, variant.stock = "19.90", 7
    variant.save()


def sold_out_size(product: Product) -> None:
    product.variants.get(size="42").delete()


def hidden(product: Product) -> None:
    product.active = False
    product.save()


def deleted(product: Product) -> None:
    product.delete()


@pytest.mark.parametrize("change", [new_price, sold_out_size, hidden, deleted])
def test_what_is_not_encoded_wakes_nobody(queue: Any, change: Callable[[Product], None]) -> None:
    sneaker = cast.red_sneaker()
    tasks.index_stale()
    queue.delete("celery")

    change(sneaker)

    assert queue.llen("celery") == 0


def new_color(product: Product) -> None:
    variant = product.variants.get(size="42")
    variant.color = "green"
    variant.save()


def no_colors(product: Product) -> None:
    for variant in Variant.objects.all():
        variant.delete()


def renamed_brand(product: Product) -> None:
    assert product.brand
    product.brand.name = "Southlight"
    product.brand.save()


def no_category(product: Product) -> None:
    assert product.category
    product.category.delete()


@pytest.mark.parametrize("change", [new_color, no_colors, renamed_brand, no_category])
def test_what_is_encoded_wakes_the_worker(queue: Any, change: Callable[[Product], None]) -> None:
    sneaker = cast.red_sneaker()
    tasks.index_stale()
    queue.delete("celery")

    change(sneaker)

    assert queue.llen("celery") == 1


def test_a_redis_that_is_away_is_asked_once_and_breaks_no_save(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    monkeypatch.setattr(forgettable.logger, "warning", lambda *args, **kwargs: asked.append(args))
    with override_settings(CACHES=NO_CACHE):
        cast.red_sneaker()
        cast.blue_mug()
    assert Product.objects.count() == 2
    assert len(asked) == 1


def test_the_sweep_leaves_a_heartbeat_and_finds_what_nobody_was_woken_for() -> None:
    cast.red_sneaker()
    assert tasks.sweep() == 2
    assert cache.get(tasks.HEARTBEAT) is not None
    Product.objects.update(title="Boot")
    assert tasks.sweep() == 1
