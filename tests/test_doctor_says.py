"""`manage.py doctor` names what is wrong in a sentence, says what to do, and exits with 1."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings
from django.utils import timezone
from pytest_django.fixtures import Settings

from search import checks, indexing
from search.indexing import hnsw, pgvector
from search.indexing.content import KINDS
from search.models import EncoderVersion, TextEmbedding
from search.tasks import HEARTBEAT
from tests import cast
from tests.stub_encoder import StubEncoder
from tests.test_index_wakes import NO_CACHE

pytestmark = pytest.mark.django_db(transaction=True)


class TorchServed(StubEncoder):
    name = "slow@1"
    serving = "torch"
    serving_note = "its export failed"


@pytest.fixture(autouse=True)
def healthy(settings: Settings, empty_cache: None) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    cast.red_sneaker()
    indexing.index_stale()
    indexing.tend()
    cache.set(HEARTBEAT, timezone.now(), timeout=None)


def doctor() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("doctor", stdout=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_a_healthy_shop_has_nothing_wrong() -> None:
    code, said = doctor()
    assert code == 0, said
    assert "All 2 texts and photos are indexed." in said
    assert "✗" not in said


def no_worker(settings: Settings) -> None:
    cache.delete(HEARTBEAT)


def encoder_away(settings: Settings) -> None:
    settings.ENCODER = "/no/such/folder"


def encoder_in_torch(settings: Settings) -> None:
    settings.ENCODER = "tests.test_doctor_says:TorchServed"


def index_invalid(settings: Settings) -> None:
    name = hnsw.name_of(KINDS[0], EncoderVersion.objects.get())
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{name}'::regclass"
        )


def index_missing(settings: Settings) -> None:
    hnsw.drop(EncoderVersion.objects.get())


def row_quarantined(settings: Settings) -> None:
    TextEmbedding.objects.update(fingerprint="", attempts=3, error="It is cursed.")


def row_that_killed_its_worker(settings: Settings) -> None:
    TextEmbedding.objects.update(fingerprint="", attempts=3)


@pytest.mark.parametrize(
    ("fault", "sentence", "remedy"),
    [
        (no_worker, "No worker has been seen", "make run"),
        (encoder_away, "The encoder cannot be loaded", "Set ENCODER"),
        (encoder_in_torch, "served by torch, which is slow: its export failed", "ONNX"),
        (index_invalid, "vector index of the texts is invalid", "manage.py index"),
        (index_missing, "vector index of the photos is missing", "manage.py index"),
        (row_quarantined, "1 texts cannot be indexed: It is cursed.", "Retry"),
        (row_that_killed_its_worker, "The worker stopped 3 times", "Retry"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_fault_is_named_with_its_remedy(
    fault: Callable[[Settings], None],
    sentence: str,
    remedy: str,
    settings: Settings,
) -> None:
    fault(settings)
    code, said = doctor()
    assert code == 1
    complaint = said[said.index(sentence) :]
    assert remedy in complaint.splitlines()[1]


def test_a_redis_that_is_away_is_named() -> None:
    with override_settings(CACHES=NO_CACHE):
        code, said = doctor()
    assert code == 1
    assert "Redis cannot be reached" in said
    assert "REDIS_URL" in said


def test_missing_migrations_are_named() -> None:
    newest = MigrationRecorder.Migration.objects.filter(app="vitrine_search").latest("name")
    newest.delete()
    try:
        code, said = doctor()
    finally:
        MigrationRecorder(connection).record_applied("vitrine_search", newest.name)
    assert code == 1
    assert f"vitrine_search.{newest.name}" in said
    assert "manage.py migrate" in said


def test_what_waits_is_a_fault_only_without_a_worker() -> None:
    cast.oak_chair()
    code, said = doctor()
    assert (code, "1 of 3 texts and photos wait for the worker." in said) == (0, True)
    cache.delete(HEARTBEAT)
    code, said = doctor()
    assert (code, "wait, and no worker is there" in said) == (1, True)


def test_a_database_that_is_away_does_not_keep_it_from_looking_at_the_rest() -> None:
    connection.close()
    right = connection.settings_dict["HOST"]
    connection.settings_dict["HOST"] = "/nowhere"
    try:
        code, said = doctor()
    finally:
        connection.settings_dict["HOST"] = right
    assert code == 1
    assert "The database cannot be reached" in said
    assert "DATABASE_URL" in said
    assert "Redis answers." in said


def test_an_old_pgvector_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pgvector, "OLDEST", (99, 0))
    code, said = doctor()
    assert code == 1
    assert "is too old" in said


def test_a_postgres_without_pgvector_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pgvector, "EXTENSION", "vector_that_is_not_there")
    code, said = doctor()
    assert code == 1
    assert "This Postgres has no pgvector." in said


def test_an_encoder_setting_that_leads_nowhere_stops_django(
    settings: Settings, tmp_path: Path
) -> None:
    settings.ENCODER = str(tmp_path / "gone")
    assert [found.id for found in checks.encoder_can_be_found()] == ["search.E001"]
    settings.ENCODER = "no.such.module:Encoder"
    assert [found.id for found in checks.encoder_can_be_found()] == ["search.E002"]


def test_a_vector_index_that_is_being_built_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hnsw, "state_of", lambda kind, version: hnsw.IndexState.INVALID)
    monkeypatch.setattr(hnsw, "building", lambda kind, version: 40)
    code, said = doctor()
    assert code == 0, said
    assert "The vector index of the photos is being built: 40 %." in said


def test_a_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, media: Path) -> None:
    media.mkdir(exist_ok=True)
    monkeypatch.setattr("os.access", lambda place, mode: Path(place) != media)
    code, said = doctor()
    assert "✗ Nothing can be written to the folder of photos and imports." in said
    assert code == 1
