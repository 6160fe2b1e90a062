"""For whom something is to be, where the shop has nothing for them."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_new_shops import shops

SHOP = shops()["fashion"]


@pytest.mark.parametrize("text", ["toddler jacket", "Baby Jacke", "veste bébé", "newborn socks"])
def test_people_that_nothing_is_for_are_told_as_they_were_typed(text: str) -> None:
    (asked,) = (each for each in interpret(text, SHOP).entities if each.kind == "gender")
    assert asked.values == ()
    assert asked.label == asked.words


def test_a_title_says_it_in_the_language_of_the_shop() -> None:
    known = Vocabulary(
        CatalogueStats(
            categories=(Category("Tênis", "tenis"),),
            genders=("Masculino", "Unissex"),
            words={"tenis": 9, "infantil": 5},
            language="pt",
        )
    )
    (asked,) = (each for each in interpret("kids tênis", known).entities if each.kind == "gender")

    assert "infantil" in asked.names


def test_people_that_something_is_for_are_told_in_the_shops_words() -> None:
    (asked,) = (each for each in interpret("ladies socks", SHOP).entities if each.kind == "gender")
    assert asked.label == "Women"
