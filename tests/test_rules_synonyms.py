"""Synonyms of the shop: both ways, one way, and of several words."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from tests import cast
from tests.asked import titles
from tests.shop_rules import rule

pytestmark = pytest.mark.django_db


def test_words_that_mean_the_same_find_the_same_in_both_directions(shop: cast.Shop) -> None:
    cast.product("Zorg of clay", "Kitchen > Jars")
    rule("synonym", synonyms="zorg, stoneware")
    assert {"Zorg of clay", "Stoneware mug"} <= titles("zorg") & titles("stoneware")


def test_one_way_the_words_find_the_others_and_not_the_other_way_round(shop: cast.Shop) -> None:
    cast.product("Zorg of clay", "Kitchen > Jars")
    rule("synonym", synonyms="zorg", also="mugs")
    assert "Stoneware mug" in titles("zorg")
    assert "Zorg of clay" not in titles("mugs")


@pytest.mark.parametrize("typed", ["sunday best", "a sunday best", "Sunday-Best"])
def test_several_words_stand_for_a_category(shop: cast.Shop, typed: str) -> None:
    assert titles(typed) == set()
    rule("synonym", synonyms="sunday best", also="sneakers")
    assert titles(typed) == {"Canvas sneaker"}


def test_several_words_stand_for_words_that_are_no_name_of_the_shop(shop: cast.Shop) -> None:
    rule("synonym", synonyms="dog days", also="canvas sneaker, anything else")
    found = search(Query(parts=(Part(text="dog days"),)))
    assert dict(found.interpretation.synonyms) == dict.fromkeys(
        ("dog", "days"), ("canvas sneaker",)
    )


def test_a_withdrawn_synonym_is_forgotten(shop: cast.Shop) -> None:
    made = rule("synonym", synonyms="zorg", also="mugs")
    assert titles("zorg") == {"Stoneware mug"}
    made.withdraw()
    assert titles("zorg") == set()


@pytest.mark.parametrize("typed", ["zorg", "a blue Zorg", "my sunday best"])
def test_a_synonym_says_that_it_acted(shop: cast.Shop, typed: str) -> None:
    rule("synonym", synonyms="zorg, sunday best", also="mugs", name="What a zorg is")
    assert search(Query(parts=(Part(text=typed),))).rules == ("What a zorg is",)
    assert search(Query(parts=(Part(text="best mugs on sunday"),))).rules == ()
