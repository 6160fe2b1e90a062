"""For how many a thing is, in one word, in an inflected numeral or by a bare one behind "for"."""

from __future__ import annotations

import pytest

from search.query import Entity
from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(Category("Tents", "tents"), Category("Sofas", "sofas")),
        attributes={"sleeps": ("2", "3", "4"), "seats": ("2", "3")},
        amounts={("sleeps", n): ("tents",) for n in "234"}
        | {("seats", n): ("sofas",) for n in "23"},
        words={"tent": 9, "sofa": 9, "red": 9, "for": 9},
    )
)


def amounts(text: str) -> list[Entity]:
    return [each for each in interpret(text, SHOP).entities if each.kind == "attribute"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tent for four", "sleeps:4"),
        ("Zelt für zwei", "sleeps:2"),
        ("dreisitziges Sofa", "seats:3"),
        ("tweezits bank", "seats:2"),
        ("tenda per quattro", "sleeps:4"),
        ("barraca para duas pessoas", "sleeps:2"),
        ("namiot dla dwóch osób", "sleeps:2"),
        ("namiot czteroosobowy", "sleeps:4"),
        ("палатка для двоих", "sleeps:2"),
        ("трёхместный диван", "seats:3"),
        ("خيمة لشخصين", "sleeps:2"),
        ("双人帐篷", "sleeps:2"),
        ("三人沙发", "seats:3"),
        ("二人用テント", "sleeps:2"),
    ],
)
def test_it_is_an_amount_of_what_is_asked_for(text: str, value: str) -> None:
    [entity] = amounts(text)
    assert entity.values == (value,)


@pytest.mark.parametrize("text", ["tent for two dogs", "two red sofas", "sofa for one evening"])
def test_a_number_that_counts_something_else_is_none(text: str) -> None:
    assert amounts(text) == []
