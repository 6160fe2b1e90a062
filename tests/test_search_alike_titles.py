"""A large family of alike titles takes over no other question, and its own members are found."""

from __future__ import annotations

import pytest

from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db

FINISHES = ("brass", "nylon", "zinc plated", "black oxide")


@pytest.fixture
def bolts(shop: cast.Shop) -> None:
    for thread in (3, 4, 6, 8, 10):
        for length in (10, 20, 40):
            for finish in FINISHES:
                cast.product(f"Hex bolt M{thread} x {length} mm {finish}", "Hardware > Bolts")
    forget()


def found(text: str) -> SearchResult:
    return search(Query(parts=(Part(text=text),)))


@pytest.mark.parametrize("text", ["e-reader", "20W", "100x50", "5G", "usb-c", "A4 paper"])
def test_what_is_no_bolt_counts_none(bolts: None, text: str) -> None:
    assert not any("bolt" in hit.product.title for hit in found(text).hits)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("bolt m8 x 40 brass", "Hex bolt M8 x 40 mm brass"),
        ("hex bolt m8 x 40 mm brass", "Hex bolt M8 x 40 mm brass"),
        ("nylon hex bolt m3 10 mm", "Hex bolt M3 x 10 mm nylon"),
    ],
)
def test_one_of_them_stands_first_and_nothing_is_excused(
    bolts: None, text: str, title: str
) -> None:
    result = found(text)
    assert result.hits[0].product.title == title
    assert [each for each in result.notices if each.kind == "faint"] == []
