"""A catalogue that is too large to be scored to the last row is searched through its HNSW index."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection

from catalog.models import Product
from search.encoders import get_encoder
from search.models import EncoderVersion
from search.query import Filters, Part, Query
from search.retrieval import search
from search.retrieval.legs import Table, nearest
from tests.test_search_agrees import many  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def large(many: list[Product], settings: LazySettings) -> list[Product]:  # noqa: F811
    settings.WHOLE_ROWS = 0
    return many


def boots(**filters: object) -> Query:
    return Query(parts=(Part(text="red boots"),), filters=Filters(**filters), off=("all",))  # type: ignore[arg-type]


def test_the_total_says_that_it_is_not_exact(large: list[Product]) -> None:
    assert search(boots()).total_is_exact is False


def test_the_best_hit_is_the_same_as_when_every_row_is_scored(
    large: list[Product], settings: LazySettings
) -> None:
    through_index = search(boots()).hits[0].product
    cache.clear()
    settings.WHOLE_ROWS = 50_000
    assert search(boots()).hits[0].product == through_index


def test_a_filter_finds_its_products_however_deep_they_lie(large: list[Product]) -> None:
    found = search(boots(category="kitchen"))
    assert {hit.product.category.path for hit in found.hits + found.less_similar} == {
        "Kitchen > Mugs"
    }


def test_a_small_filtered_set_is_ranked_exactly_whatever_the_planner_likes(
    large: list[Product],
) -> None:
    version = EncoderVersion.objects.get()
    vector = get_encoder().encode_texts(["red boots"])[0]
    within = Product.objects.filter(category__url_path="shoes/boots")
    with connection.execute_wrapper(no_index_scan):
        found = nearest(Table(version, photos=False), vector, within)
    assert set(found.tolist()) == set(within.values_list("pk", flat=True))


def no_index_scan(execute, sql, params, in_bulk, context):  # type: ignore[no-untyped-def]
    if "AS MATERIALIZED" in sql:
        assert "+ 0" in sql, "the exact form must say so"
    return execute(sql, params, in_bulk, context)
