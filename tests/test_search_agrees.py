"""Total, facets, sort, pages and cursors agree with one another and with a brute-force oracle."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product as combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Filters, Part, Query
from search.retrieval import search
from tests import cast

pytestmark = pytest.mark.django_db

COLORS, SIZES, BRANDS = ("red", "blue", "black"), ("S", "M"), ("Kiln & Co", "Northlight")
CATEGORIES = ("Shoes > Boots", "Shoes > Sandals", "Kitchen > Mugs")

chosen = st.builds(
    Filters,
    category=st.sampled_from(["", "shoes", "shoes/boots", "kitchen"]),
    brand=st.sets(st.sampled_from(BRANDS), max_size=2).map(tuple),
    color=st.sets(st.sampled_from(COLORS), max_size=2).map(tuple),
    size=st.sets(st.sampled_from(SIZES), max_size=1).map(tuple),
    price_max=st.sampled_from([None, Decimal(20), Decimal(45)]),
    in_stock=st.booleans(),
)
texts = st.sampled_from(["", "red", "boots", "blue mugs"])
thorough = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def many(db: None, empty_cache: None, settings: Settings) -> list[Product]:
    """Make 36 products whose variants differ in colour, price and stock."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    made = []
    kinds = combinations(CATEGORIES, BRANDS, COLORS, SIZES)
    for n, (category, brand, color, size) in enumerate(kinds):
        item = cast.product(f"{category.split()[-1]} {n}", category, brand)
        other = COLORS[n % 3]
        for position, variant_color in enumerate(dict.fromkeys([color, other])):
            Variant.objects.create(
                product=item,
                sku=f"{n}-{position}",
                color=variant_color,
                size=size,
                price=n % 7 * 10 + position,
                stock=n % 3,
                position=position,
            )
        made.append(item)
    index_stale()
    return made


def asked(text: str, filters: Filters, **more: object) -> Query:
    parts = (Part(text=text),) if text else ()
    return Query(parts=parts, filters=filters, off=("all",), **more)  # type: ignore[arg-type]


def joined(query: Query) -> tuple[list[int], list[int]]:
    """The products of all its pages: as each leads to the next one, and by their numbers."""
    by_cursor, cursor = [], ""
    while True:
        page = search(replace(query, cursor=cursor))
        by_cursor += [hit.product.pk for hit in page.hits]
        cursor = page.next
        if not cursor:
            break
    pages = (search(replace(query, page=number)) for number in range(1, page.pages + 1))
    return by_cursor, [hit.product.pk for page in pages for hit in page.hits]


def passes(item: Product, filters: Filters) -> bool:
    """The oracle: the meaning of the filters in plain Python."""
    path = item.category.url_path if item.category else ""
    return (
        (not filters.category or f"{path}/".startswith(f"{filters.category}/"))
        and (not filters.brand or (item.brand is not None and item.brand.name in filters.brand))
        and any(
            (not filters.color or v.color in filters.color)
            and (not filters.size or v.size in filters.size)
            and (filters.price_max is None or v.price <= filters.price_max)
            and (not (filters.in_stock or filters.size) or v.available)
            for v in item.variants.all()
        )
    )


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
