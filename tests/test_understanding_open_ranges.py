"""Values that are open ranges, ranges without a unit, and queries for them."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str = "en", **attributes: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(
        CatalogueStats(
            categories=(Category("Games", "games"), Category("Ladders", "ladders")),
            attributes={name.replace("_", " "): values for name, values in attributes.items()},
            words=dict.fromkeys(("game", "ladder"), 9),
            language=language,
        )
    )


ENGLISH = shop(
    Age_range=("0m+", "18m+", "3+", "6+", "8+", "6-10", "12-36 months", "14+", "4-99"),
    Number_of_players=("2", "2-4", "3-5 players", "2-8"),
    Playing_time=("15 mins", "30-60 mins", "60+ mins"),
    Number_of_pieces=("100", "1000"),
    Load=("up to 100 kg", "from 120 kg"),
)
OTHERS = {
    "de": shop("de", Alter=("ab 3 Jahren", "ab 8 Jahre", "0-12 Monate"), Last=("bis 150 kg",)),
    "fr": shop("fr", Âge=("dès 3 ans", "à partir de 8 ans", "10 ans et +")),
    "nl": shop("nl", Leeftijd=("vanaf 2 jaar", "8-12 jaar")),
    "pl": shop("pl", Wiek=("od 3 lat", "8+")),
    "es": shop("es", Edad=("+3 años", "a partir de 8 años")),
}


def values(text: str, known: Vocabulary = ENGLISH) -> set[str]:
    found = interpret(text, known).entities
    chosen = (each for each in found if each.kind == "attribute")
    return {value.partition(":")[2] for each in chosen for value in each.values}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("game for 7 year olds", {"3+", "6+", "6-10", "4-99"}),
        ("game for a 2 year old", {"0m+", "18m+", "12-36 months"}),
        ("game 18 months", {"0m+", "18m+", "12-36 months"}),
        ("games ages 6+", {"6+", "6-10"}),
        ("games from 6 years", {"6+", "6-10"}),
        ("games from 8 years", {"8+"}),
        ("games ages 7+", {"3+", "6+", "6-10", "4-99"}),
        ("games ages 6-10", {"6-10"}),
        ("games age 16", {"8+", "14+", "4-99"}),
        ("game for 5 players", {"3-5 players", "2-8"}),
        ("game 2 players", {"2", "2-4", "2-8"}),
        ("game 2-4 players", {"2-4"}),
        ("game 3-4 players", {"2-4", "3-5 players", "2-8"}),
        ("games under 20 minutes", {"15 mins"}),
        ("games 45 minutes", {"30-60 mins"}),
        ("games 90 mins", {"60+ mins"}),
        ("1000 piece game", {"1000"}),
        ("games under 200 pieces", {"100"}),
        ("ladder 80 kg", {"up to 100 kg"}),
        ("ladder 150 kg", {"from 120 kg"}),
    ],
)
def test_an_open_range_holds_what_lies_in_it(text: str, expected: set[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "game 5 jahre", {"ab 3 Jahren"}),
        ("de", "game ab 8 jahren", {"ab 8 Jahre"}),
        ("de", "game alter 4", {"ab 3 Jahren"}),
        ("de", "ladder 120 kg", {"bis 150 kg"}),
        ("fr", "game dès 8 ans", {"à partir de 8 ans"}),
        ("fr", "game 12 ans", {"à partir de 8 ans", "10 ans et +"}),
        ("nl", "game 3 jaar", {"vanaf 2 jaar"}),
        ("nl", "game 10 jaar", {"8-12 jaar"}),
        ("pl", "game od 8 lat", {"8+"}),
        ("es", "game 4 años", {"+3 años"}),
    ],
)
def test_in_other_languages(language: str, text: str, expected: set[str]) -> None:
    assert values(text, OTHERS[language]) == expected


@pytest.mark.parametrize("text", ["2-4 doors", "lamp 2-4 players", "3 - 5 spieler", "6+", "+"])
def test_a_range_of_what_nobody_counts_breaks_nothing(text: str) -> None:
    interpret(text, ENGLISH)


@pytest.mark.parametrize("text", ["ladders 7 litre", "ladders 7 lt", "ladders 7ltr"])
def test_litres_are_abbreviated_in_many_ways(text: str) -> None:
    assert values(text, shop("tr", Hacim=("7 lt", "5 lt"))) == {"7 lt"}


def test_texts_are_asked_for_no_number_alone() -> None:
    [age] = [each for each in interpret("game 2 year", ENGLISH).entities if each.value != "games"]

    assert "Age range:0m+" in age.values
    assert "12-36 months" in age.names
    assert all(any(map(str.isalpha, name)) for name in age.names)
