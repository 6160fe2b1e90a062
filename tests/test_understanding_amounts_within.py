"""Bounds on amounts and counts that titles alone state: "tv over 50 inch", "over 200 pieces"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.query import Part, Query
from search.retrieval import search
from search.understanding import Vocabulary
from search.understanding.names.modifiers import MODIFIER
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SHOPS = {
    "en": {
        "Farm Puzzle 100 Pieces": "Puzzles",
        "Alps Puzzle 1000 Pieces": "Puzzles",
        "Cat Puzzle 500 Pieces": "Puzzles",
        "Desk Kettle 1.5 l": "Kitchen",
        "Travel Kettle 0.8 l": "Kitchen",
        "Tea Urn 500 Pieces": "Kitchen",
    },
    "nl": {
        "Televisie 43 inch": "Beeld",
        "Televisie 55 inch OLED": "Beeld",
        "Televisie 65 inch": "Beeld",
    },
    "de": {"Puzzle 500 Teile": "Spiele", "Puzzle 1000 Teile": "Spiele", "Puzzle Wald": "Spiele"},
    "pl": {"Klocki 60 elementów": "Klocki", "Klocki 420 elementów": "Klocki"},
}


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("en", "puzzle over 200 pieces", {"1000 pieces", "500 pieces"}),
        ("en", "puzzle under 200 pieces", {"100 pieces"}),
        ("en", "kettle under 1 l", {"0.8 l"}),
        ("en", "kettle larger than 1 litre", {"1.5 l"}),
        ("nl", "televisie groter dan 50 inch", {"55 inch", "65 inch"}),
        ("nl", "televisie kleiner dan 50 inch", {"43 inch"}),
        ("de", "puzzle über 600 teile", {"1000 teile"}),
        ("pl", "klocki powyżej 100 elementów", {"420 elementow"}),
    ],
)
def test_the_amounts_of_titles_that_are_within_are_asked(
    language: str, text: str, amounts: set[str]
) -> None:
    cast.titled(SHOPS[language])
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query(parts=(Part(text=text),)), words)
    bounds = [each for each in found.modifiers if any(map(str.isdigit, each.words))]

    assert {name for each in bounds for name in each.names} == amounts
    assert found.unstated == ()


@pytest.mark.parametrize(
    "text", ["puzzle under 20", "puzzle over 20 euros", "puzzle over 5000 pieces"]
)
def test_a_price_or_what_nothing_has_is_none(text: str) -> None:
    cast.titled(SHOPS["en"])
    found = understand(Query(parts=(Part(text=text),)))

    assert [
        each for each in found.modifiers if each.kind == MODIFIER and "5000" in each.words
    ] == []
    assert all(not any(map(str.isdigit, name)) for m in found.modifiers for name in m.names)


def test_nothing_else_is_counted() -> None:
    cast.titled(SHOPS["en"])
    found = search(Query(parts=(Part(text="puzzle over 200 pieces"),)))

    titles = {hit.product.title for hit in found.hits}
    assert titles == {"Alps Puzzle 1000 Pieces", "Cat Puzzle 500 Pieces"}
