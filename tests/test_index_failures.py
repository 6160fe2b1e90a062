"""What cannot be encoded fails alone, with a reason, and is given up after three attempts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import F
from django.utils import timezone
from pytest_django.fixtures import Settings

from catalog.models import Product, ProductImage
from search import indexing
from search.indexing import batches, rows
from search.indexing.content import KINDS
from search.models import ImageEmbedding, TextEmbedding
from tests import cast
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db
TEXTS = KINDS[0]


class PickyEncoder(StubEncoder):
    """Fails for a whole batch if one text in it says "cursed"; knows no number for "nan"."""

    name = "picky@1"

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        if any("cursed" in text for text in texts):
            raise RuntimeError("no word for cursed")
        vectors = super().encode_texts(texts)
        vectors[["nan" in text for text in texts]] = np.nan
        return vectors


@pytest.fixture(autouse=True)
def picky(settings: Settings) -> None:
    settings.ENCODER = "tests.test_index_failures:PickyEncoder"


def let_leases_run_out() -> None:
    for made in (TextEmbedding, ImageEmbedding):
        made.objects.update(leased_until=None)


def damage(photo: ProductImage, content: bytes) -> None:
    Path(default_storage.path(photo.image.name)).write_bytes(content)


def test_a_broken_picture_fails_alone_with_a_kind_reason() -> None:
    cast.blue_mug()
    broken, whole = ProductImage.objects.all()
    damage(broken, b"GIF89a but not really")

    indexing.index_stale()

    failed = ImageEmbedding.objects.quarantined().get()
    assert failed.image == broken
    assert "picture" in failed.reason
    assert ImageEmbedding.objects.get(image=whole).vector is not None
    assert indexing.coverage() == (2, 2)


def test_a_missing_file_is_named() -> None:
    cast.red_sneaker()
    photo = ProductImage.objects.get()
    default_storage.delete(photo.image.name)
    indexing.index_stale()
    assert photo.image.name in ImageEmbedding.objects.get().reason


@pytest.mark.parametrize(("title", "reason"), [("cursed", "no word"), ("nan", "no numbers")])
def test_a_text_that_cannot_be_encoded_does_not_take_its_batch_along(
    title: str, reason: str
) -> None:
    for name in ("Lamp", title, "Table"):
        cast.product(name)

    assert indexing.index_stale() == 2

    row = TextEmbedding.objects.get(product__title=title)
    assert (row.vector, row.attempts) == (None, 1)
    assert reason in row.reason


def test_it_is_given_up_after_three_attempts_and_taken_up_with_new_content() -> None:
    product = cast.product("cursed")
    for attempt in (1, 2, 3):
        assert not TextEmbedding.objects.quarantined().exists()
        indexing.index_stale()
        assert TextEmbedding.objects.get().attempts == attempt
        let_leases_run_out()
    assert TextEmbedding.objects.quarantined().count() == 1

    indexing.index_stale()
    assert TextEmbedding.objects.get().attempts == 3

    product.title = "Blessed"
    product.save()
    assert indexing.index_stale() == 1
    assert not TextEmbedding.objects.stale().exists()


def test_retry_gives_it_three_more_attempts() -> None:
    cast.product("cursed")
    indexing.index_stale()
    TextEmbedding.objects.update(attempts=3, leased_until=None)

    assert TextEmbedding.objects.quarantined().retry() == 1
    indexing.index_stale()

    assert TextEmbedding.objects.get().attempts == 1


def test_rows_of_a_lost_batch_are_attempted_one_by_one() -> None:
    for number in range(5):
        cast.product(f"Lamp {number}")
    indexing.mark_stale()
    TextEmbedding.objects.update(attempts=1)  # as a worker that was killed leaves them
    assert [batch.claimed for batch in indexing.index_batches()] == [1, 1, 1, 1, 1]


def test_a_row_that_others_hold_is_left_alone() -> None:
    cast.product("Lamp")
    indexing.mark_stale()
    TextEmbedding.objects.update(leased_until=timezone.now() + timedelta(seconds=60))
    assert indexing.index_waiting() == 0
    assert indexing.coverage() == (0, 1)


def test_what_changes_while_it_is_encoded_is_not_written() -> None:
    product = cast.product("Lamp")
    versions = [version for version, _encoder in indexing.versions_to_fill()]

    class Changing(StubEncoder):
        def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
            Product.objects.filter(pk=product.pk).update(title="Torch")
            return super().encode_texts(texts)

    indexing.mark_stale()
    claimed = rows.claim(TEXTS, versions[0])
    assert batches.index_batch(TEXTS, claimed, versions[0], Changing()) == 0
    assert TextEmbedding.objects.get().vector is None

    assert indexing.index_stale() == 1
    assert TextEmbedding.objects.filter(fingerprint=F("product__text_fingerprint")).exists()


def test_what_was_never_attempted_comes_before_what_was() -> None:
    for number in range(5):
        cast.product(f"Lamp {number}")
    indexing.mark_stale()
    an_hour_ago = timezone.now() - timedelta(hours=1)
    tried = list(TextEmbedding.objects.values_list("pk", flat=True)[:2])
    TextEmbedding.objects.filter(pk__in=tried).update(attempts=2, leased_until=an_hour_ago)
    assert [batch.claimed for batch in indexing.index_batches()] == [3, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_a_row_that_somebody_holds_for_a_moment_is_written_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast.product("Lamp"), cast.product("Table")
    indexing.mark_stale()
    version, encoder = next(indexing.versions_to_fill())
    claimed = rows.claim(TEXTS, version)
    beside = connection.copy()
    try:
        beside.set_autocommit(False)
        with beside.cursor() as cursor:
            cursor.execute("SELECT 1 FROM search_textembedding LIMIT 1 FOR UPDATE")
        monkeypatch.setattr(rows.time, "sleep", lambda seconds: beside.rollback())
        assert batches.index_batch(TEXTS, claimed, version, encoder) == 2
    finally:
        beside.close()


@pytest.mark.django_db(transaction=True)
def test_a_row_that_a_long_save_holds_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lamp = cast.product("Lamp")
    cast.product("Table")
    indexing.mark_stale()
    version, encoder = next(indexing.versions_to_fill())
    claimed = rows.claim(TEXTS, version)
    monkeypatch.setattr(rows, "PAUSES", ())
    beside = connection.copy()
    try:
        beside.set_autocommit(False)
        with beside.cursor() as cursor:
            cursor.execute("UPDATE catalog_product SET title = 'Torch' WHERE id = %s", [lamp.pk])
        assert batches.index_batch(TEXTS, claimed, version, encoder) == 1
        beside.commit()
    finally:
        beside.close()
    row = TextEmbedding.objects.get(product=lamp)
    assert (row.vector, row.attempts) == (None, 0)
    assert indexing.index_waiting() == 1
