"""/livez answers whatever happens; /readyz says which part is not ready."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from search.indexing import hnsw
from search.indexing.content import KINDS
from search.models import EncoderVersion
from tests import cast


@pytest.fixture(autouse=True)
def stub_encoder(settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"


@pytest.mark.django_db
def test_a_shop_with_everything_in_place_is_ready(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "redis": "ok",
        "encoder": "ok",
        "disk": "ok",
        "index": "ok",
    }


@pytest.mark.django_db
def test_a_waiting_migration_is_not_ready(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="vitrine_search").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "migrations waiting"


@pytest.mark.django_db
def test_a_shop_without_redis_answers_and_somebody_should_look(
    client: Client, settings: Settings
) -> None:
    nobody = {"default": {**dead_cache()}}
    settings.CACHES = nobody
    assert client.get("/search/?q=mug").status_code == 200
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["redis"] == "unreachable"


@pytest.mark.django_db
def test_a_shop_without_an_encoder_is_not_ready(client: Client, settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:Nobody"
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["encoder"] == "unreachable"


@pytest.mark.django_db
def test_a_shop_that_is_not_indexed_yet_says_how_much_is(client: Client) -> None:
    for number in range(3):
        cast.product(f"Mug {number}", "Kitchen")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["index"] == "0 of 3"


@pytest.mark.django_db(transaction=True)
def test_a_large_table_needs_a_vector_index_that_was_not_left_half_built(
    client: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = EncoderVersion.objects.get()
    hnsw.ensure(version)
    monkeypatch.setattr(hnsw, "NEEDED_FROM", 0)
    assert client.get("/readyz").json()["index"] == "ok"

    name = hnsw.name_of(KINDS[0], version)
    with connection.cursor() as cursor:  # what a killed CREATE INDEX CONCURRENTLY leaves
        cursor.execute(
            f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{name}'::regclass"
        )
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["index"] == "no vector index of texts"

    hnsw.drop(version)
    assert client.get("/readyz").json()["index"] == "no vector index of texts and photos"
    monkeypatch.undo()
    assert client.get("/readyz").json()["index"] == "ok"


@pytest.mark.django_db
def test_the_encoder_that_is_looked_at_is_the_live_one(
    client: Client, settings: Settings, shop: cast.Shop
) -> None:
    EncoderVersion.objects.update(name="gone@1", source="/nowhere")
    assert client.get("/readyz").json()["encoder"] == "unreachable"
    EncoderVersion.objects.update(name="stub@1", source="tests.stub_encoder:StubEncoder")
    settings.ENCODER = "tests.stub_encoder:Nobody"
    assert client.get("/readyz").json()["encoder"] == "ok"


def test_the_process_is_alive_without_any_server(client: Client, settings: Settings) -> None:
    settings.CACHES = {"default": dead_cache()}
    assert client.get("/livez").json() == {"status": "ok"}


def dead_cache() -> dict[str, str]:
    backend = caches.settings["default"]["BACKEND"]
    return {"BACKEND": backend, "LOCATION": "unix:///nowhere/redis.sock"}
