"""With rules at random, what is counted, faceted and paged is what an independent oracle says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Product
from search.models import Rule
from search.query import Filters
from search.retrieval import search
from tests.test_search_agrees import BRANDS, asked, chosen, many, passes

__all__ = ["many"]

pytestmark = pytest.mark.django_db

TEXTS = ("red", "boots", "blue mugs", "")
texts = st.sampled_from(TEXTS)
thorough = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@dataclass(frozen=True)
class Drawn:
    """A rule as it is drawn: products by their place among all, none or a brand as targets."""

    act: str
    products: tuple[int, ...]
    query: str  # "": whatever is asked
    brand: str
    place: int
    priority: int


drawn = st.lists(
    st.builds(
        Drawn,
        act=st.sampled_from(["pin", "hide", "boost", "bury"]),
        products=st.lists(st.integers(0, 35), max_size=4, unique=True).map(tuple),
        query=texts,
        brand=st.sampled_from(["", "", "", *BRANDS]),
        place=st.integers(1, 30),
        priority=st.integers(-1, 1),
    ),
    max_size=4,
)


@contextmanager
def published(rules: list[Drawn], products: list[Product]) -> Iterator[None]:
    """The rules for a while: whatever one example writes is taken back."""
    with transaction.atomic():
        mark = transaction.savepoint()
        for each in rules:
            Rule(
                name=f"{each.act} {each.products}",
                act=each.act,
                when="query" if each.query else "always",
                words=each.query,
                products=[products[n].pk for n in each.products],
                targets=f"brand:{each.brand}" if each.brand and each.act != "pin" else "",
                place=each.place,
                priority=each.priority,
            ).publish()
        try:
            yield
        finally:
            transaction.savepoint_rollback(mark)


def acting(rules: list[Drawn], act: str, text: str) -> list[Drawn]:
    return [each for each in rules if each.act == act and each.query in ("", text)]


def expected(
    rules: list[Drawn], products: list[Product], text: str, filters: Filters, organic: set[int]
) -> set[int]:
    """The oracle: who is in the list, from who is relevant without any rule."""
    hidden, pinned = set(), set()
    for each in acting(rules, "hide", text):
        hidden |= {products[n].pk for n in each.products}
        hidden |= {p.pk for p in products if each.brand and p.brand and p.brand.name == each.brand}
    for each in acting(rules, "pin", text):
        pinned |= {products[n].pk for n in each.products}
    wanted = organic | (pinned if text else set())
    return {p.pk for p in products if p.pk in wanted - hidden and passes(p, filters)}


@thorough
@given(text=texts, filters=chosen, rules=drawn)
def test_the_list_is_what_the_oracle_says(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn]
) -> None:
    organic = {hit.product.pk for hit in search(asked(text, Filters(), page_size=100)).hits}
    with published(rules, many):
        found = search(asked(text, filters, page_size=100))
    shown = [hit.product.pk for hit in found.hits]
    assert len(shown) == len(set(shown))
    assert set(shown) == expected(rules, many, text, filters, organic)
    assert found.total == len(shown)
    others = {hit.product.pk for hit in [*found.partial, *found.less_similar]}
    assert others.isdisjoint(shown)


@thorough
@given(text=texts, filters=chosen, rules=drawn)
def test_a_click_on_a_facet_still_gives_its_number(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn]
) -> None:
    with published(rules, many):
        for facet in search(asked(text, filters)).facets:
            for value in facet.values:
                picked = value.value if facet.name == "category" else (value.value,)
                narrowed = filters.but(**{facet.name: picked})
                assert search(asked(text, narrowed)).total == value.count, (facet.name, value)


@thorough
@given(text=texts, filters=chosen, rules=drawn, size=st.integers(1, 20))
def test_pages_joined_are_still_the_whole_list(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn], size: int
) -> None:
    with published(rules, many):
        whole = search(asked(text, filters, page_size=100))
        by_cursor, cursor = [], ""
        while True:
            page = search(asked(text, filters, page_size=size, cursor=cursor))
            by_cursor += [hit.product.pk for hit in page.hits]
            cursor = page.next
            if not cursor:
                break
        by_number = [
            hit.product.pk
            for number in range(1, page.pages + 1)
            for hit in search(asked(text, filters, page_size=size, page=number)).hits
        ]
    assert by_cursor == by_number == [hit.product.pk for hit in whole.hits]


@thorough
@given(text=texts, filters=chosen, rules=drawn)
def test_pins_stand_where_the_rule_of_the_highest_priority_puts_them(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn]
) -> None:
    pinning = sorted(acting(rules, "pin", text), key=lambda each: -each.priority)
    with published(rules, many):
        found = [hit.product.pk for hit in search(asked(text, filters, page_size=100)).hits]
    if pinning and pinning[0].products and len(found) >= pinning[0].place:
        first = many[pinning[0].products[0]].pk
        if first in found:
            others = sum(len(each.products) for each in pinning)
            assert found.index(first) <= pinning[0].place - 1
            assert found.index(first) >= pinning[0].place - 1 - others
