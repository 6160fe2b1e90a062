"""What a thing is where no category says it is what titles call it, and no accessory of it."""

from __future__ import annotations

import pytest
from django.utils import translation
from pytest_django.fixtures import Settings

from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def titles(text: str) -> set[str]:
    forget()
    return {hit.product.title for hit in search(Query(parts=(Part(text=text),))).hits}


@pytest.fixture
def climbing(shop: cast.Shop) -> None:
    for title in ("Gravity climbing rope", "Summit climbing harness", "Climbing helmet", "Ice axe"):
        cast.product(title, "Sports > Climbing")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("climbing rope", {"Gravity climbing rope"}),
        ("rope", {"Gravity climbing rope"}),
        ("helmets for climbing", {"Climbing helmet"}),
        ("climbing axe", {"Ice axe"}),
    ],
)
def test_a_wide_category_counts_what_is_called_so(
    climbing: None, text: str, counted: set[str]
) -> None:
    assert titles(text) == counted


@pytest.mark.parametrize(
    ("text", "accessory"),
    [
        ("sneaker", "Sneaker cleaner"),
        ("sneakers", "Sneaker laces"),
        ("mug", "Oak mug rack"),
        ("chair", "Chair covers in linen"),
    ],
)
def test_what_belongs_to_a_thing_is_none(shop: cast.Shop, text: str, accessory: str) -> None:
    cast.product(accessory)
    found = titles(text)
    assert found
    assert accessory not in found


def test_a_word_of_another_language_stands_for_it_there_alone(shop: cast.Shop) -> None:
    cast.product("Jack Daniel's flask", "Kitchen > Flasks")
    cast.product("Rain jacket", "Clothes > Outdoor")
    assert titles("jacket") == {"Rain jacket"}


def test_titles_say_the_kind_where_not_every_product_is_scored(
    climbing: None, settings: Settings
) -> None:
    settings.WHOLE_ROWS = 0
    assert titles("climbing rope") == {"Gravity climbing rope"}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "coffee table"), ("en", "coffee tables"), ("de", "Couchtisch")]
)
def test_all_that_titles_call_so_are_counted_though_few_are_scored(
    shop: cast.Shop,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    text: str,
) -> None:
    settings.WHOLE_ROWS = 0
    monkeypatch.setattr("search.retrieval.state.CANDIDATES", 2)
    for wood in ("oak", "ash", "pine", "beech", "walnut", "birch"):
        cast.product(f"Coffee table in {wood}", "Furniture > Tables")
        cast.product(f"Side table in {wood}", "Furniture > Tables")
    with translation.override(language):
        assert {title[:6] for title in titles(text)} == {"Coffee"}
        assert search(Query(parts=(Part(text=text),))).total == 6
