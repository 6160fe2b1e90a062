"""With replicas, shoppers read from one of them; whoever just wrote reads from the primary."""

from pathlib import Path
from queue import Queue

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from catalog.models import Product
from config.databases import from_environment
from config.replicas import ReplicaMiddleware, ReplicaRouter, reading
from search.models import PhotoQuery
from search.understanding.shop_words import vocabulary_cache
from tests.understanding_shop import shop


@pytest.fixture
def reads() -> ReplicaMiddleware:
    """The middleware around a view that says where each model would be read."""
    router = ReplicaRouter()

    def view(request: HttpRequest) -> HttpResponse:
        request.resolver_match = resolve(request.path)
        middleware.process_view(request)
        models = (Product, PhotoQuery, User)
        return HttpResponse(" ".join(str(router.db_for_read(model)) for model in models))

    middleware = ReplicaMiddleware(view)
    middleware.replicas = ["replica0"]
    return middleware


def test_a_search_reads_products_from_the_replica(reads: ReplicaMiddleware) -> None:
    response = reads(RequestFactory().get("/search/"))
    assert response.content == b"replica0 None None"


def test_admin_reads_from_the_primary(reads: ReplicaMiddleware) -> None:
    response = reads(RequestFactory().get("/admin/catalog/product/"))
    assert response.content == b"None None None"


@pytest.mark.parametrize("path", ["/search/photo/", "/search/click/", "/api/v1/products/A-1/"])
def test_what_is_posted_to_be_kept_reads_from_the_primary(
    reads: ReplicaMiddleware, path: str
) -> None:
    assert reads(RequestFactory().post(path)).content == b"None None None"


@pytest.mark.parametrize("path", ["search/", "passages/", "describe/"])
def test_what_is_posted_because_it_is_long_or_a_photo_reads_from_the_replica(
    reads: ReplicaMiddleware, path: str
) -> None:
    response = reads(RequestFactory().post(f"/api/v1/{path}"))
    assert response.content == b"replica0 None None"


def test_who_writes_with_a_key_reads_what_they_wrote(reads: ReplicaMiddleware) -> None:
    path = "/api/v1/products/A-1/"
    assert reads(RequestFactory().get(path)).content == b"replica0 None None"
    theirs = RequestFactory().get(path, headers={"Authorization": "Bearer vitrine_key"})
    assert reads(theirs).content == b"None None None"


def test_the_vocabulary_is_read_where_its_request_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a thread of its own, beside the request."""
    asked: Queue[str | None] = Queue()
    monkeypatch.setattr(vocabulary_cache, "current", lambda alone: asked.put(reading.get()))
    monkeypatch.setattr(vocabulary_cache, "kept", vocabulary_cache.Kept(vocabulary=shop()))
    token = reading.set("replica0")
    try:
        vocabulary_cache.vocabulary()
        assert asked.get(timeout=60) == "replica0"
    finally:
        reading.reset(token)


def test_every_address_makes_a_replica(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@primary/shop")
    addresses = "postgres://me@one/shop, postgres://me@two/shop"
    monkeypatch.setenv("DATABASE_REPLICA_URLS", addresses)
    databases = from_environment(tmp_path, "web")
    hosts = {name: database["HOST"] for name, database in databases.items()}
    assert hosts == {"default": "primary", "replica0": "one", "replica1": "two"}


def test_nothing_is_migrated_on_a_replica() -> None:
    assert not ReplicaRouter().allow_migrate("replica0", "catalog")
    assert ReplicaRouter().allow_migrate("default", "catalog")
