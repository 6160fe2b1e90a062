"""A word that German or Dutch joins of two tells the language of a query by itself."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from tests.understanding_new_shops import shops

SHOPS = shops()


@pytest.mark.parametrize(
    ("shop", "text", "kind"),
    [
        ("fashion", "Wanderrucksack", "accessories/backpacks"),
        ("fashion", "Winterjacke", "apparel/jackets"),
        ("fashion", "Sommerkleid", "apparel/dresses"),
        ("fashion", "Kinderjacke", "apparel/jackets"),
        ("fashion", "zomerjurk", "apparel/dresses"),
        ("general", "Kinderbett", "home/beds"),
        ("general", "Kaffeebecher", "kitchenware/mugs"),
    ],
)
def test_an_everyday_word_before_a_thing_is_that_thing(shop: str, text: str, kind: str) -> None:
    found = interpret(text, SHOPS[shop])
    assert kind in [each.value for each in found.entities]
    assert found.unknown == ()


@pytest.mark.parametrize("text", ["tablecloth", "paperback", "seashell", "Xqzrucksack"])
def test_other_words_tell_no_language(text: str) -> None:
    assert interpret(text, SHOPS["fashion"]).languages == ("en",)
