"""Total, facets, sort, pages and cursors agree with one another and with a brute-force oracle."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Product
from search.query import Filters, Part, Query
from search.retrieval import search
from tests.combined_products import chosen, joined, passes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

texts = st.sampled_from(["", "red", "boots", "blue mugs"])
thorough = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def asked(text: str, filters: Filters, **more: object) -> Query:
    parts = (Part(text=text),) if text else ()
    return Query(parts=parts, filters=filters, off=("all",), **more)  # type: ignore[arg-type]


@thorough
@given(text=texts, filters=chosen)
def test_filters_choose_exactly_the_relevant_products_that_pass_them(
    many: list[Product], text: str, filters: Filters
) -> None:
    relevant = {hit.product.pk for hit in search(asked(text, Filters(), page_size=100)).hits}
    items = Product.objects.prefetch_related("variants").select_related("category", "brand")
    expected = {item.pk for item in items if item.pk in relevant and passes(item, filters)}
    found = search(asked(text, filters, page_size=100))
    assert {hit.product.pk for hit in found.hits} == expected
    assert found.total == len(expected)


@thorough
@given(text=texts, filters=chosen)
def test_a_click_on_a_facet_gives_the_number_that_it_promised(
    many: list[Product], text: str, filters: Filters
) -> None:
    for facet in search(asked(text, filters)).facets:
        for value in facet.values:
            picked = value.value if facet.name == "category" else (value.value,)
            narrowed = filters.but(**{facet.name: picked})
            assert search(asked(text, narrowed)).total == value.count, (facet.name, value)


@thorough
@given(
    text=texts,
    filters=chosen,
    size=st.integers(1, 20),
    sort=st.sampled_from(["relevance", "price", "-price", "newest"]),
)
def test_pages_joined_are_the_whole_list_without_repeats(
    many: list[Product], text: str, filters: Filters, size: int, sort: str
) -> None:
    whole = [hit.product.pk for hit in search(asked(text, filters, page_size=100, sort=sort)).hits]
    by_cursor, by_number = joined(asked(text, filters, page_size=size, sort=sort))
    assert by_cursor == by_number == whole


@thorough
@given(text=texts, filters=chosen, sort=st.sampled_from(["price", "-price", "newest"]))
def test_a_sort_orders_the_same_relevant_products(
    many: list[Product], text: str, filters: Filters, sort: str
) -> None:
    best_first = search(asked(text, filters, page_size=100)).hits
    sorted_hits = search(asked(text, filters, page_size=100, sort=sort)).hits
    assert {h.product.pk for h in sorted_hits} == {h.product.pk for h in best_first}
    if sort != "newest":
        prices = [hit.variant.price for hit in sorted_hits if hit.variant]
        assert prices == sorted(prices, reverse=sort == "-price")


@thorough
@given(text=texts.filter(bool), filters=chosen)
def test_what_is_less_similar_is_never_counted(
    many: list[Product], text: str, filters: Filters
) -> None:
    found = search(asked(text, filters, page_size=100))
    shown = {hit.product.pk for hit in found.hits}
    assert shown.isdisjoint(hit.product.pk for hit in found.less_similar)
