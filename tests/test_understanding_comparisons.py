"""Things longer, wider, lighter ... than an amount, in the languages of shops."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(name: str, **attributes: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(
        CatalogueStats(
            categories=(Category(name, name.lower()),),
            products={name.lower(): 9},
            attributes=attributes,
        )
    )


def values(text: str, known: Vocabulary) -> list[str]:
    found = interpret(text, known).entities
    return [value for each in found if each.kind == "attribute" for value in each.values]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hose longer than 20 m", "Hose"),
        ("Schlauch länger als 20 m", "Schlauch"),
        ("tuyau plus long que 20 m", "Tuyau"),
        ("manguera más larga de 20 m", "Manguera"),
        ("tubo più lungo di 20 m", "Tubo"),
        ("mangueira mais comprida do que 20 m", "Mangueira"),
        ("slang langer dan 20 m", "Slang"),
        ("wąż dłuższy niż 20 m", "Wąż"),
        ("шланг длиннее 20 м", "Шланг"),
    ],
)
def test_what_is_longer_is_not_of_that_length(text: str, name: str) -> None:
    known = shop(name, Length=("10 m", "20 m", "30 m", "50 m"))

    assert values(text, known)[:2] == ["Length:30 m", "Length:50 m"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("table wider than 1 m", ["Width:120 cm", "Width:180 cm"]),
        ("table narrower than 120 cm", ["Width:80 cm"]),
        ("table lower than 60 cm", ["Height:45 cm"]),
        ("table higher than 60 cm", ["Height:75 cm"]),
        ("table moins large que 1 m", ["Width:80 cm"]),
        ("long table 120 cm", ["Width:120 cm"]),
        ("table lighter than 9 kg", ["Weight:8 kg"]),
    ],
)
def test_the_adjective_says_which_measure(text: str, found: list[str]) -> None:
    known = shop(
        "Table",
        Width=("80 cm", "120 cm", "180 cm"),
        Height=("45 cm", "75 cm"),
        Weight=("8 kg", "20 kg"),
    )

    assert values(text, known) == found


def test_words_of_comparison_keep_their_own_sense() -> None:
    known = shop("Robes", Coupe=("longue", "courte"))

    assert values("robe longue", known) == ["Coupe:longue"]


@pytest.mark.parametrize("text", ["hose longer than 20 m", "a green hose shorter than 20 m"])
def test_the_thing_that_is_compared_is_still_asked_for(text: str) -> None:
    found = interpret(text, shop("Hose", Length=("10 m", "30 m"))).entities
    assert "hose" in [each.value for each in found if each.kind == "category"]


@pytest.mark.parametrize(
    "text", ["hose longer than 50 m", "Schlauch länger als 50 m", "hose over 60 m", "hose > 60 m"]
)
def test_what_nothing_is_longer_than_chooses_nothing(text: str) -> None:
    known = shop("Hose", Length=("10 m", "50 m"))
    assert values(text, known) == []
    assert interpret(text, known).unstated
