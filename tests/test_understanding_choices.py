"""An "or" between values of one kind leaves the choice: they are one condition, not several."""

from __future__ import annotations

import pytest

from search.retrieval.conditions.condition import conditions_of
from search.understanding import interpret
from tests.understanding_new_shops import shops

SHOP = shops()["fashion"]


def conditions(text: str) -> list[set[str]]:
    """The values of each condition that the text makes."""
    found = conditions_of(interpret(text, SHOP).entities)
    return [{entity.value for entity in each.entities} for each in found]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("socks black or white", {"Black", "White"}),
        ("a belt in red, black or in green", {"Red", "Black", "Green"}),
        ("socken schwarz oder rot", {"Black", "Red"}),
        ("chaussettes rouges ou vertes", {"Red", "Green"}),
        ("calcetines negro o blanco", {"Black", "White"}),
        ("sokken zwart of rood", {"Black", "Red"}),
        ("skarpety czarne lub czerwone", {"Black", "Red"}),
        ("calze bianco oppure nero", {"Black", "White"}),
        ("backpack leather or linen", {"Leather", "Linen"}),
        ("blouse striped or polka dot", {"Pattern:Striped", "Pattern:Polka Dot"}),
        ("lindqvist or ostrava wallet", {"Lindqvist", "Ostrava"}),
        ("running shoes size 41 or 42", {"41", "42"}),
        ("t-shirt size M or XL", {"M", "XL"}),
    ],
)
def test_values_with_an_or_between_them_are_alternatives(text: str, choice: set[str]) -> None:
    assert choice in conditions(text)
    assert len(conditions(text)) == 2


def test_a_list_of_kinds_that_ends_in_an_or_is_one_choice() -> None:
    kinds = {"footwear/loafers", "footwear/slippers", "apparel/socks"}
    assert conditions("loafers, slippers or socks") == [kinds]
    assert interpret("loafers, slippers or socks", SHOP).intents == ()
    assert interpret("loafers, slippers and socks", SHOP).intents


def test_kinds_with_an_or_between_them_are_alternatives() -> None:
    assert conditions("loafers or slippers") == [{"footwear/loafers", "footwear/slippers"}]


def test_values_of_two_kinds_are_both_asked_for() -> None:
    assert {"Red"} in conditions("socks red or leather")
    assert {"Leather"} in conditions("socks red or leather")


@pytest.mark.parametrize("text", ["black and white socks", "black white socks"])
def test_without_an_or_both_are_asked_for(text: str) -> None:
    assert {"Black"} in conditions(text)
    assert {"White"} in conditions(text)


def test_only_holds_for_every_one_of_the_choice() -> None:
    hard = {each.value: each.hard for each in interpret("only red or green socks", SHOP).entities}
    assert hard["Red"]
    assert hard["Green"]


def test_the_word_between_sizes_leaves_the_text_with_them() -> None:
    assert interpret("size 41 or 42 red running shoes", SHOP).text == "red running shoes"


@pytest.mark.parametrize(
    "text",
    [
        "belt between 20 and 40",
        "belt 40-20 €",
        "ceinture entre 20 et 40 euros",
        "Gürtel 20 bis 40 €",
    ],
)
def test_the_ends_of_a_price_range_are_two_conditions(text: str) -> None:
    assert [each for each in conditions(text) if each <= {"20", "40"}] == [{"20"}, {"40"}]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Ledergürtel", [{"Leather"}, {"accessories/belts"}]),
        ("Leinenjacke", [{"Linen"}, {"apparel/jackets"}]),
    ],
)
def test_what_a_compound_says_are_two_conditions(text: str, both: list[set[str]]) -> None:
    assert conditions(text) == both
