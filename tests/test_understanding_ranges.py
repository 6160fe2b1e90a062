"""A value that is a range holds every amount in it."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(Category("Drops", "drops"), Category("Seats", "seats")),
        attributes={
            "Animal": ("up to 10 kg", "10-20 kg", "20-40 kg"),
            "Child": ("40 bis 105 cm", "6 mois à 3 ans", "3 - 12 years"),
            "Mains": ("100–240 V (auto)",),
            "Model": ("10-20", "20-10 kg"),
        },
        words=dict.fromkeys(("drop", "seat"), 9),
    )
)


def values(text: str) -> list[str]:
    found = interpret(text, SHOP).entities
    return [value for each in found if each.kind == "attribute" for value in each.values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drops 15 kg", ["Animal:10-20 kg"]),
        ("drops for 30 kg", ["Animal:20-40 kg"]),
        ("drops 20 kg", ["Animal:10-20 kg", "Animal:20-40 kg"]),
        ("drops 10-20 kg", ["Animal:10-20 kg"]),
        ("drops over 25 kg", ["Animal:20-40 kg"]),
        ("seat 80 cm", ["Child:40 bis 105 cm"]),
        ("seat 0.9 m", ["Child:40 bis 105 cm"]),
        ("seat 12 months", ["Child:6 mois à 3 ans"]),
        ("seat 5 years", ["Child:3 - 12 years"]),
        ("seat 230 v", ["Mains:100–240 V (auto)"]),
        ("drops 50 kg", []),
    ],
)
def test_it_is_met_by_what_lies_in_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected
