"""With rules at random, what is counted, faceted and paged is what an independent oracle says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from catalog.models import Category, Product
from search.models import Rule
from search.query import Filters, Part, Query
from search.retrieval import search
from tests.combined_products import BRANDS, chosen, joined, passes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

UNDERSTOOD = {
    "red": {"color:red"},
    "boots": {"category:shoes/boots"},
    "blue mugs": {"color:blue", "category:kitchen/mugs"},
    "": set[str](),
}
texts = st.sampled_from(list(UNDERSTOOD))
offs = st.sampled_from([("all",), ()])  # words as typed, or understood as chips
thorough = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking costs minutes of searches
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def asked(text: str, filters: Filters, off: tuple[str, ...], **more: Any) -> Query:
    parts = (Part(text=text),) if text else ()
    return Query(parts=parts, filters=filters, off=off, **more)


@dataclass(frozen=True)
class Drawn:
    """A rule as it is drawn: products by their place among all, none or a brand as targets."""

    act: str
    products: tuple[int, ...]
    query: str  # "": whatever is asked
    where: str  # "": whatever is chosen; else the filter or category that has to be
    brand: str
    place: int
    priority: int


drawn = st.lists(
    st.builds(
        Drawn,
        act=st.sampled_from(["pin", "hide", "boost", "bury"]),
        products=st.lists(st.integers(0, 35), max_size=4, unique=True).map(tuple),
        query=texts,
        where=st.sampled_from(["", "", "color:red", "brand:Northlight", "category:shoes/boots"]),
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
            Rule.objects.create(
                name=f"{each.act} {each.products}",
                act=each.act,
                **condition(each),
                products=[products[n].pk for n in each.products],
                targets=f"brand:{each.brand}" if each.brand and each.act != "pin" else "",
                place=each.place,
                priority=each.priority,
            ).publish()
        try:
            yield
        finally:
            transaction.savepoint_rollback(mark)


def condition(rule: Drawn) -> dict[str, Any]:
    """When it acts: by what is chosen, else by the query, else always."""
    kind, _colon, value = rule.where.partition(":")
    if kind == "category":
        return {"when": "category", "category": Category.objects.get(url_path=value)}
    if kind:
        return {"when": "filter", "filter": rule.where}
    return {"when": "query", "words": rule.query} if rule.query else {"when": "always"}


def chosen_in(text: str, filters: Filters, off: tuple[str, ...]) -> set[str]:
    """The oracle's reading of what is chosen, by a click or else in words."""
    said = UNDERSTOOD[text] if not off else set()
    said = {each for each in said if not getattr(filters, each.partition(":")[0])}
    clicked = {f"color:{value}" for value in filters.color}
    clicked |= {f"brand:{value}" for value in filters.brand}
    return said | clicked | ({f"category:{filters.category}"} if filters.category else set())


def acting(
    rules: list[Drawn], act: str, text: str, filters: Filters, off: tuple[str, ...]
) -> list[Drawn]:
    there = chosen_in(text, filters, off)
    return [
        each
        for each in rules
        if each.act == act and (each.where in there if each.where else each.query in ("", text))
    ]


def expected(
    rules: list[Drawn],
    products: list[Product],
    text: str,
    filters: Filters,
    off: tuple[str, ...],
    organic: set[int],
) -> set[int]:
    """The oracle: who is in the list, from who is relevant without any rule."""
    hidden, pinned = set(), set()
    for each in acting(rules, "hide", text, filters, off):
        hidden |= {products[n].pk for n in each.products}
        hidden |= {p.pk for p in products if each.brand and p.brand and p.brand.name == each.brand}
    for each in acting(rules, "pin", text, filters, off):
        pinned |= {products[n].pk for n in each.products}
    wanted = organic | (pinned if text else set())
    return {p.pk for p in products if p.pk in wanted - hidden and passes(p, filters)}


@thorough
@given(text=texts, filters=chosen, rules=drawn, off=offs)
def test_the_list_is_what_the_oracle_says(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn], off: tuple[str, ...]
) -> None:
    organic = {hit.product.pk for hit in search(asked(text, filters, off, page_size=100)).hits}
    with published(rules, many):
        found = search(asked(text, filters, off, page_size=100))
    shown = [hit.product.pk for hit in found.hits]
    assert len(shown) == len(set(shown))
    assert set(shown) == expected(rules, many, text, filters, off, organic)
    assert found.total == len(shown)
    others = {hit.product.pk for hit in [*found.partial, *found.less_similar]}
    assert others.isdisjoint(shown)


@thorough
@given(text=texts, filters=chosen, rules=drawn, off=offs)
def test_a_click_on_a_facet_still_gives_its_number(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn], off: tuple[str, ...]
) -> None:
    with published(rules, many):
        for facet in search(asked(text, filters, off)).facets:
            for value in facet.values:
                picked = value.value if facet.name == "category" else (value.value,)
                narrowed = filters.but(**{facet.name: picked})
                assert search(asked(text, narrowed, off)).total == value.count, (facet.name, value)


@thorough
@given(text=texts, filters=chosen, rules=drawn, off=offs, size=st.integers(1, 20))
def test_pages_joined_are_still_the_whole_list(
    many: list[Product],
    text: str,
    filters: Filters,
    rules: list[Drawn],
    off: tuple[str, ...],
    size: int,
) -> None:
    with published(rules, many):
        whole = search(asked(text, filters, off, page_size=100))
        by_cursor, by_number = joined(asked(text, filters, off, page_size=size))
    assert by_cursor == by_number == [hit.product.pk for hit in whole.hits]


@thorough
@given(text=texts, filters=chosen, rules=drawn, off=offs)
def test_pins_stand_where_the_rule_of_the_highest_priority_puts_them(
    many: list[Product], text: str, filters: Filters, rules: list[Drawn], off: tuple[str, ...]
) -> None:
    pinning = sorted(acting(rules, "pin", text, filters, off), key=lambda each: -each.priority)
    with published(rules, many):
        found = [hit.product.pk for hit in search(asked(text, filters, off, page_size=100)).hits]
    if pinning and pinning[0].products and len(found) >= pinning[0].place:
        first = many[pinning[0].products[0]].pk
        if first in found:
            others = sum(len(each.products) for each in pinning)
            assert found.index(first) <= pinning[0].place - 1
            assert found.index(first) >= pinning[0].place - 1 - others
