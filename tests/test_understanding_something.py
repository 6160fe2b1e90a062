""" "Something for the sofa" is no sofa: the thing it is for is ruled out, and can be taken back."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from tests.understanding_new_shops import shops

SHOPS = shops()


def categories(shop: str, text: str) -> tuple[list[str], list[str]]:
    """What is asked for, and what is ruled out."""
    found = interpret(text, SHOPS[shop]).entities
    asked = [each.value for each in found if each.kind == "category"]
    return asked, [each.value for each in found if each.kind == "not"]


@pytest.mark.parametrize(
    ("shop", "text", "place"),
    [
        ("fashion", "something warm for my slippers", "footwear/slippers"),
        ("fashion", "anything to put inside a backpack", "accessories/backpacks"),
        ("fashion", "something for the wallet under 20", "accessories/wallets"),
        ("fashion", "etwas Schönes für den Rucksack", "accessories/backpacks"),
        ("fashion", "quelque chose pour mon sac à dos", "accessories/backpacks"),
        ("fashion", "algo para la mochila", "accessories/backpacks"),
        ("fashion", "qualcosa per lo zaino", "accessories/backpacks"),
        ("fashion", "iets voor de rugzak", "accessories/backpacks"),
        ("general", "something soft for the sofa", "home/sofas"),
        ("general", "something to hang above the bed", "home/beds"),
    ],
)
def test_what_something_is_for_is_not_what_is_asked_for(shop: str, text: str, place: str) -> None:
    assert categories(shop, text) == ([], [f"category:{place}"])


def test_the_words_stay_in_the_text() -> None:
    text = "something soft for the sofa"
    assert interpret(text, SHOPS["general"]).text == text


def test_it_can_be_taken_back() -> None:
    off = ["not:category:home/sofas"]
    assert not interpret("something soft for the sofa", SHOPS["general"], off).entities


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("a wallet or something", "accessories/wallets"),
        ("something like a wallet for the backpack", "accessories/wallets"),
    ],
)
def test_a_kind_that_something_is_told_by_is_asked_for(text: str, asked: str) -> None:
    assert categories("fashion", text) == ([asked], [])


def test_a_department_holds_what_is_looked_for() -> None:
    assert "category:office" not in categories("general", "something for the office")[1]
