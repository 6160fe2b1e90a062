"""Deleting an encoder only begins it: a worker removes indexes and rows, and locks nobody out."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from search import indexing, tasks, versions
from search.indexing import deletion, hnsw
from search.indexing.content import KINDS
from search.models import EncoderVersion, ImageEmbedding
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def old(settings: Settings, empty_cache: None) -> EncoderVersion:
    """A retired version with rows and indexes, beside the live one."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    cast.red_sneaker(), cast.blue_mug()
    indexing.index_stale()
    indexing.tend()
    settings.ENCODER = "tests.test_index_versions:NewEncoder"
    indexing.index_stale()
    indexing.tend()
    indexing.promote(EncoderVersion.objects.get(name="new@2"))
    return EncoderVersion.objects.get(name="stub@1")


def rows_of(version: EncoderVersion) -> int:
    return sum(kind.rows.objects.filter(encoder=version).count() for kind in KINDS)


def test_admin_only_begins_it(old: EncoderVersion) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    client.post(f"/admin/vitrine_search/encoderversion/{old.pk}/delete/", {"post": "yes"})
    old.refresh_from_db()
    assert old.state == versions.State.LEAVING
    assert rows_of(old) == 5

    tasks.maintain()

    assert not EncoderVersion.objects.filter(pk=old.pk).exists()
    assert rows_of(old) == 0
    assert {hnsw.state_of(kind, old).value for kind in KINDS} == {"missing"}


def test_the_live_one_and_its_rows_stay(old: EncoderVersion) -> None:
    live = EncoderVersion.objects.get(name="new@2")
    assert indexing.delete_soon([old, live]) == 1
    tasks.maintain()
    assert list(EncoderVersion.objects.all()) == [live]
    assert rows_of(live) == 5
    assert {hnsw.state_of(kind, live).value for kind in KINDS} == {"valid"}


def test_one_that_leaves_is_neither_filled_nor_gone_back_to(old: EncoderVersion) -> None:
    indexing.delete_soon([old])
    indexing.fill(old)
    with pytest.raises(indexing.NotReady):
        indexing.roll_back()
    cast.oak_chair()
    assert rows_of(old) == 5


def test_it_is_deleted_batch_by_batch(old: EncoderVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deletion, "ROWS_A_STATEMENT", 2)
    assert deletion.delete_some(ImageEmbedding.objects.filter(encoder=old)) == 2
    assert rows_of(old) == 3
    indexing.delete_soon([old])
    tasks.maintain()
    assert rows_of(old) == 0


def test_an_index_whose_encoder_is_gone_is_removed(old: EncoderVersion) -> None:
    with connection.cursor() as cursor:  # past Django, by somebody's own SQL
        cursor.execute("DELETE FROM search_textembedding WHERE encoder_id = %s", [old.pk])
        cursor.execute("DELETE FROM search_imageembedding WHERE encoder_id = %s", [old.pk])
        cursor.execute("DELETE FROM search_encoderversion WHERE id = %s", [old.pk])
    tasks.maintain()
    assert {hnsw.state_of(kind, old).value for kind in KINDS} == {"missing"}
