"""What a save costs the worker does not grow with the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from catalog.estimates import size
from catalog.models import Product, Variant
from search import indexing, tasks, versions
from search.indexing.coverage import COUNTED_EXACTLY, ROWS_SAMPLED, is_complete, is_nearly_complete
from search.models import CatalogueSummary, EncoderVersion, TextEmbedding
from search.understanding import refresh
from search.understanding.shop_words.catalogue_counts import PART
from tests.many_products import fill

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FEW, MANY = 2_000, 10_000
READ = """
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables
     WHERE relname LIKE 'catalog%' OR relname LIKE 'search%'"""


class Cost(NamedTuple):
    statements: int
    rows: int


@pytest.fixture
def version(settings: Settings, empty_cache: None) -> EncoderVersion:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    version = versions.register()
    fill(version, 1, FEW)
    indexing.mark_stale()
    refresh()
    CatalogueSummary.objects.update(seconds=100)
    cache.set(tasks.TENDED, 1)
    return version


def rows_read() -> int:
    with connection.cursor() as cursor:
        cursor.execute(READ)
        return int(cursor.fetchone()[0])


def fill_more(version: EncoderVersion) -> None:
    fill(version, FEW + 1, MANY)
    refresh()
    CatalogueSummary.objects.update(seconds=100)  # so that publishing rests, as in a large shop


def cost(work: Callable[[], object]) -> Cost:
    before = rows_read()
    with CaptureQueriesContext(connection) as queries:
        work()
    return Cost(len(queries), rows_read() - before)


def changed() -> None:
    product = Product.objects.order_by("-pk").first()
    assert product
    product.title += " again"
    product.save()


def one_save() -> Cost:
    changed()
    found = cost(tasks.index_stale)
    assert not TextEmbedding.objects.stale().exists()
    return found


def test_indexing_one_save_reads_a_handful_of_rows(version: EncoderVersion) -> None:
    fill_more(version)
    changed()
    found = cost(indexing.index_waiting)
    assert found.statements <= 12
    assert found.rows < 30


def test_a_tick_after_one_save_is_the_same_at_any_size(version: EncoderVersion) -> None:
    few = one_save()
    fill_more(version)
    many = one_save()
    assert many.statements == few.statements <= 40
    assert many.rows <= few.rows + PART  # of the counting of words, in one part


def test_a_tick_without_work_is_the_same_at_any_size(version: EncoderVersion) -> None:
    few = cost(tasks.sweep)
    fill_more(version)
    many = cost(tasks.sweep)
    assert many.statements == few.statements <= 6
    assert many.rows < 10


def tended() -> Cost:
    """A tick that looks at what is due every 30 seconds, where another worker builds indexes."""
    cache.set(tasks.MAINTAINED, 1)
    for _again in range(2):  # the first of a catalogue that has grown calibrates
        cache.delete(tasks.TENDED)
        found = cost(tasks.sweep)
    return found


def test_a_tick_that_tends_is_the_same_at_any_size(version: EncoderVersion) -> None:
    few = tended()
    fill_more(version)
    many = tended()
    assert many.statements == few.statements <= 30
    assert few.rows <= ROWS_SAMPLED + 50
    assert many.rows <= few.rows + 10


def test_whether_anything_is_due_is_found_without_counting(version: EncoderVersion) -> None:
    indexing.calibrate_what_has_grown()
    few = cost(indexing.calibrate_what_has_grown)
    fill_more(version)
    indexing.calibrate_what_has_grown()
    many = cost(indexing.calibrate_what_has_grown)
    assert many.statements == few.statements
    assert many.rows <= few.rows + 10


def test_a_large_table_is_estimated_and_a_small_one_counted(version: EncoderVersion) -> None:
    rows = TextEmbedding.objects.filter(encoder=version)
    assert size(rows, COUNTED_EXACTLY) == FEW
    assert size(rows, counted=100) == pytest.approx(FEW, rel=0.1)
    assert cost(lambda: size(rows, counted=100)).rows <= 101


def test_what_is_given_up_is_not_read_again_by_every_tick(version: EncoderVersion) -> None:
    fill_more(version)
    TextEmbedding.objects.update(fingerprint="", attempts=3)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_textembedding")
    assert cost(tasks.sweep).rows < 10


def test_new_prices_and_stock_put_nothing_into_the_queue(version: EncoderVersion) -> None:
    for product in Product.objects.all()[:20]:
        Variant.objects.create(product=product, sku=product.group, price=8)
    assert indexing.index_waiting() == 0
    refresh()

    Variant.objects.update(price=9, stock=1)
    variant = Variant.objects.first()
    assert variant
    variant.price = 7
    variant.save()

    found = cost(indexing.something_waits)
    assert found.statements == 1
    assert found.rows <= 1  # the encoder
    assert not indexing.something_waits()
    assert cost(tasks.sweep).rows < 10


def test_whether_all_is_indexed_is_told_without_counting(version: EncoderVersion) -> None:
    fill(version, FEW + 1, MANY)
    version.refresh_from_db()
    assert cost(lambda: is_complete(version)).rows < 10
    assert is_complete(version)


def test_whether_an_index_is_worth_building_is_told_by_the_queue(version: EncoderVersion) -> None:
    indexing.index_waiting()
    version.refresh_from_db()
    few = cost(lambda: is_nearly_complete(version))
    fill_more(version)
    many = cost(lambda: is_nearly_complete(version))
    assert is_nearly_complete(version)
    assert many.rows <= few.rows + 10


def test_the_catalogue_is_looked_over_in_ranges_and_goes_on_where_it_was_stopped(
    version: EncoderVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.indexing import rows
    from search.indexing.content import TEXTS

    monkeypatch.setattr(rows, "RANGE", 100)
    TextEmbedding.objects.all().delete()
    indexing.check_again()

    version.refresh_from_db()
    assert rows.mark_next(TEXTS, version)
    assert TextEmbedding.objects.count() == 100

    again = EncoderVersion.objects.get(pk=version.pk)  # as another process, after a kill
    while rows.mark_next(TEXTS, again):
        pass
    assert TextEmbedding.objects.count() == FEW


def test_a_new_encoder_is_filled_in_ranges_between_batches(
    version: EncoderVersion, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.indexing import rows

    monkeypatch.setattr(rows, "RANGE", 100)
    settings.ENCODER = "tests.test_index_versions:NewEncoder"
    waiting = [
        TextEmbedding.objects.filter(encoder__name="new@2").number_waiting()
        for _batch in indexing.index_batches()
    ]
    assert max(waiting) == 100
    assert indexing.coverage(EncoderVersion.objects.get(name="new@2")) == (FEW, FEW)
