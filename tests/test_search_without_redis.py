"""A Redis that is down, or never answers, costs no shopper and no import an answer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from django.conf import LazySettings
from django.test import Client, override_settings
from redis.backoff import NoBackoff
from redis.retry import Retry

import catalog
from catalog import recent
from catalog.breaker import REDIS
from catalog.models import Product
from tests import cast

pytestmark = pytest.mark.django_db
QUERIES = [
    "?q=mug",
    "?q=mug+under+20",
    "?q=mug&price_max=20",
    "?q=mug&sort=price",
    "?price_max=20",
    "?sort=-price",
]


@pytest.fixture(params=["down", "hung"])
def without_redis(
    request: pytest.FixtureRequest,
    shop: cast.Shop,
    tmp_path: Path,
    settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    """The shop, whose cache and counters are gone since it opened."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "r.sock"))
        if request.param == "hung":
            server.listen(64)
        address = f"unix://{tmp_path}/r.sock"
        store = redis.Redis.from_url(address, socket_timeout=0.1, retry=Retry(NoBackoff(), 0))
        monkeypatch.setattr("search.admission.counters.store", store)
        recent.forget()
        with override_settings(
            CACHES={"default": {**settings.CACHES["default"], "LOCATION": address}}
        ):
            yield
    REDIS._asks_again = None  # the next test's Redis is there


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("door", ["/search/", "/api/v1/search/"])
def test_every_search_is_answered(
    without_redis: None, client: Client, door: str, query: str
) -> None:
    assert client.get(f"{door}{query}").status_code == 200


@pytest.mark.parametrize("door", ["/", "/api/v1/suggest/?q=mu"])
def test_so_are_the_other_pages_of_a_shopper(
    without_redis: None, client: Client, door: str
) -> None:
    assert client.get(door).status_code == 200


def test_an_import_is_saved_and_says_so(without_redis: None) -> None:
    row = {"sku": "L-1", "title": "Brass lamp", "price": "30", "currency": "EUR", "stock": 3}
    assert catalog.sync([row], source="shop").created == 1
    assert Product.objects.filter(title="Brass lamp").exists()
