"""Years and months are amounts, whoever or whatever is so old, and never prices."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(Category("Puzzles", "puzzles"), Category("Vinegar", "vinegar")),
        attributes={"From": ("24 months", "3 years", "5 years"), "Guarantee": ("10 years",)},
        words=dict.fromkeys(("puzzle", "vinegar"), 9),
    )
)


def asked(text: str, page: str = "en") -> Interpretation:
    with translation.override(page):
        return interpret(text, SHOP)


@pytest.mark.parametrize(
    ("page", "text", "value"),
    [
        ("en", "puzzle 3 years", "From:3 years"),
        ("en", "puzzle for 3 year olds", "From:3 years"),
        ("en", "puzzle 36 months", "From:3 years"),
        ("en", "puzzle for 2 year old", "From:24 months"),
        ("de", "Puzzle 5 Jahre", "From:5 years"),
        ("fr", "puzzle 3 ans", "From:3 years"),
        ("it", "puzzle 5 anni", "From:5 years"),
        ("pl", "puzzle 5 lat", "From:5 years"),
    ],
)
def test_an_age_is_found_in_any_unit_and_language(page: str, text: str, value: str) -> None:
    found = asked(text, page)
    assert value in {each.value for each in found.entities if each.kind == "attribute"}
    assert not found.unknown


@pytest.mark.parametrize("text", ["puzzle under 5 years", "puzzle from 3 to 5 years"])
def test_a_bound_on_it_is_no_price(text: str) -> None:
    assert "price_max" not in {each.kind for each in asked(text).entities}


@pytest.mark.parametrize("text", ["encre", "boite", "porte"])
def test_a_short_word_is_no_mistake_of_a_small_one(text: str) -> None:
    assert asked(f"{text} 50 ml", "fr").correction is None
