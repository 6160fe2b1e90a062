"""A large family of alike titles takes over no other question, and its own members are found."""

from __future__ import annotations

import numpy as np
import pytest

from search.indexing import index_stale
from search.query import Part, Query, SearchResult
from search.ranking.calibration import standardise
from search.retrieval import search
from search.retrieval.embeddings.background import besides
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


def test_what_most_of_the_shop_is_called_counts_all_of_it(shop: cast.Shop) -> None:
    for number in range(120):
        cast.product(f"Widget type {number}", f"Parts > Sub {number}")
    index_stale()
    forget()
    for text in ("widget", "widgets", "widget type"):
        assert found(text).total == 120, text
    assert not any("Widget" in hit.product.title for hit in found("teapot").hits)


@pytest.mark.parametrize("family", [0.3, 0.5, 0.9])
def test_a_family_is_no_background_of_itself(family: float) -> None:
    drawn = np.random.default_rng(0)
    near, far = drawn.normal(0.3, 0.02, int(1000 * family)), drawn.normal(0.05, 0.02, 1000)
    behind = np.concatenate([near, far[len(near) :]])

    [of_family, of_others] = standardise(np.array([0.3, 0.05]), besides(behind, family), 512)

    assert of_family > 4
    assert abs(of_others) < 1


@pytest.mark.parametrize(("products", "family"), [(50, 0.1), (8, 0.9)])
def test_a_few_products_leave_the_background_as_it_is(products: int, family: float) -> None:
    behind = np.linspace(0, 1, products)

    assert besides(behind, family) is behind
