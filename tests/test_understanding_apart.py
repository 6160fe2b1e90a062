"""The last noun of a query is the kind of thing only where it goes with what makes the query rare.

In a shop without categories, where titles alone say what a thing is.
"""

from __future__ import annotations

import pytest

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

PADS = ["Knee pads", "Maxi pads", "Rug pads", "Brake pads", "Game pads", "Mouse pads"]
BOARDS = ["Rising longboard", "Session longboard"]
BOOTS = ["Rain boots", "Hiking boots", "Snow boots", "Riding boots", "Work boots", "Rising boots"]


@pytest.fixture
def shop() -> None:
    for number, title in enumerate([*PADS, *BOARDS, *BOOTS]):
        product = cast.product(title, group=f"g-{number}")
        Variant.objects.create(product=product, sku=f"S-{number}", price=9)
    while index_stale():
        pass
    forget()


def found(text: str) -> SearchResult:
    return search(Query(parts=(Part(text=text),)))


def kinds(text: str) -> list[str]:
    understood = understand(Query(parts=(Part(text=text),)))
    return [each.value for each in understood.entities if each.kind == "category"]


@pytest.mark.parametrize("text", ["longboard pads", "session boots", "mouse boots"])
def test_a_noun_that_never_goes_with_the_rarer_word_is_not_asked_for(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("text", ["longboard pads", "session boots", "mouse boots"])
def test_nor_is_what_stands_beside_it_left_as_a_condition(text: str) -> None:
    assert understand(Query(parts=(Part(text=text),))).modifiers == ()


@pytest.mark.parametrize("text", ["knee pads", "rising boots", "snow boots"])
def test_a_noun_that_goes_with_it_is(text: str) -> None:
    assert kinds(text) == [text.split()[1]]


def test_the_rarer_word_is_counted_and_the_page_says_what_nothing_is() -> None:
    said = found("longboard pads")
    assert {hit.product.title for hit in said.hits} == {*BOARDS}
    assert [notice.sentence for notice in said.notices] == [
        "Nothing called “pads” has the word “longboard”."
    ]
    near = [hit.product.title for hit in (*said.hits, *said.partial, *said.less_similar)]
    assert near[0] in BOARDS
