"""/livez answers whatever happens; /readyz says which part is not ready."""

import pytest
from django.core.cache import caches
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


@pytest.fixture(autouse=True)
def stub_encoder(settings: pytest.FixtureRequest) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_shop_with_everything_in_place_is_ready(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "redis": "ok",
        "encoder": "ok",
    }


@pytest.mark.django_db
def test_a_waiting_migration_is_not_ready(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="search").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "migrations waiting"


@pytest.mark.django_db
def test_a_shop_without_redis_is_not_ready(client: Client, settings: pytest.FixtureRequest) -> None:
    nobody = {"default": {**dead_cache()}}
    settings.CACHES = nobody  # type: ignore[attr-defined]
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["redis"] == "unreachable"
    assert response.json()["database"] == "ok"


@pytest.mark.django_db
def test_a_shop_without_an_encoder_is_not_ready(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.ENCODER = "tests.stub_encoder:Nobody"  # type: ignore[attr-defined]
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["encoder"] == "unreachable"


def test_the_process_is_alive_without_any_server(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.CACHES = {"default": dead_cache()}  # type: ignore[attr-defined]
    assert client.get("/livez").json() == {"status": "ok"}


def dead_cache() -> dict[str, str]:
    backend = caches.settings["default"]["BACKEND"]
    return {"BACKEND": backend, "LOCATION": "unix:///nowhere/redis.sock"}
