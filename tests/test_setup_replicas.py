"""With replicas, shoppers read from one of them; whoever just wrote reads from the primary."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from catalog.models import Product
from config.databases import from_environment
from config.replicas import ReplicaMiddleware, ReplicaRouter
from search.models import PhotoQuery


@pytest.fixture
def reads() -> ReplicaMiddleware:
    """The middleware around a view that says where each model would be read."""
    router = ReplicaRouter()

    def view(request: HttpRequest) -> HttpResponse:
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


def test_a_post_reads_from_the_primary(reads: ReplicaMiddleware) -> None:
    response = reads(RequestFactory().post("/search/"))
    assert response.content == b"None None None"


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
