"""One valid HNSW index for each encoder and table, and it is the one that searches use."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django.fixtures import Settings

from search import indexing, tasks, versions
from search.indexing import hnsw
from search.indexing.content import KINDS
from search.models import EncoderVersion
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(settings: Settings, empty_cache: None) -> EncoderVersion:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    cast.red_sneaker()
    indexing.index_stale()
    return EncoderVersion.objects.get()


def states(version: EncoderVersion) -> list[str]:
    return [hnsw.state_of(kind, version).value for kind in KINDS]


def test_the_indexes_are_built_once_everything_is_indexed(version: EncoderVersion) -> None:
    cast.blue_mug()
    indexing.tend()
    assert states(version) == ["missing", "missing"]
    indexing.index_stale()
    indexing.tend()
    assert states(version) == ["valid", "valid"]


def test_a_half_built_index_is_built_anew(version: EncoderVersion) -> None:
    hnsw.ensure(version)
    name = hnsw.name_of(KINDS[0], version)
    with connection.cursor() as cursor:  # what a killed CREATE INDEX CONCURRENTLY leaves
        cursor.execute(
            f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{name}'::regclass"
        )
    assert states(version) == ["invalid", "valid"]
    indexing.tend()
    assert states(version) == ["valid", "valid"]


def test_the_planner_uses_it_for_the_query_of_retrieval(version: EncoderVersion) -> None:
    hnsw.ensure(version)
    nothing = "[" + ",".join(["0.1"] * version.dimensions) + "]"
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off; SET enable_sort = off")
        cursor.execute(
            f"EXPLAIN SELECT id FROM search_textembedding WHERE encoder_id = {version.pk}"
            f" ORDER BY vector::halfvec({version.dimensions}) <=> '{nothing}' LIMIT 10"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute("RESET enable_seqscan; RESET enable_sort")
    assert f"Index Scan using {hnsw.name_of(KINDS[0], version)}" in plan


def test_two_encoders_have_two_indexes(version: EncoderVersion) -> None:
    other = EncoderVersion.objects.create(name="other", source="other", dimensions=8)
    hnsw.ensure(version)
    hnsw.ensure(other)
    assert states(version) == states(other) == ["valid", "valid"]


def test_another_builder_is_not_waited_for(version: EncoderVersion) -> None:
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [hnsw.BUILDER])
        assert hnsw.ensure(version) == []
        with beside.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [hnsw.BUILDER])
    finally:
        beside.close()
    assert len(hnsw.ensure(version)) == 2


def test_an_only_worker_builds_them_and_one_beside_a_maintenance_worker_does_not(
    version: EncoderVersion,
) -> None:
    tasks.maintain()
    hnsw.drop(version)
    cache.delete(tasks.TENDED)
    tasks.sweep()
    assert states(version) == ["missing", "missing"]
    cache.delete_many([tasks.TENDED, tasks.MAINTAINED])
    tasks.sweep()
    assert states(version) == ["valid", "valid"]


def test_searches_are_told_which_indexes_are_there(version: EncoderVersion) -> None:
    assert versions.indexed_tables(version) == frozenset()
    hnsw.ensure(version)
    assert versions.indexed_tables(version) == {"search_textembedding", "search_imageembedding"}


def test_more_rows_get_a_denser_graph(
    version: EncoderVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hnsw, "LARGE", 1)
    hnsw.ensure(version)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_get_indexdef('{hnsw.name_of(KINDS[0], version)}'::regclass)")
        assert "m='24'" in cursor.fetchone()[0]


def test_a_graph_that_was_made_for_far_fewer_rows_is_replaced(
    version: EncoderVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    hnsw.ensure(version)
    assert hnsw.ensure(version) == []
    monkeypatch.setattr(hnsw, "LARGE", 1)
    name = hnsw.name_of(KINDS[0], version)
    with connection.cursor() as cursor:  # as a build that was killed leaves it
        cursor.execute(f"CREATE INDEX {name}_next ON search_textembedding (id)")

    assert len(hnsw.ensure(version)) == 2

    with connection.cursor() as cursor:
        of_version = rf"_hnsw_{version.pk}(_next|_old)?$"
        cursor.execute(
            "SELECT relname, reloptions[1] FROM pg_class WHERE relname ~ %s ORDER BY 1",
            [of_version],
        )
        names = sorted(hnsw.name_of(kind, version) for kind in KINDS)
        assert cursor.fetchall() == [(name, "m=24") for name in names]
    assert states(version) == ["valid", "valid"]
    assert hnsw.ensure(version) == []
