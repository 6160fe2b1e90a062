"""Short codes are values of an attribute, and neither they nor an elided letter are things."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

PAPER = Vocabulary(
    CatalogueStats(
        categories=(Category("Notebooks", "notebooks"), Category("Bulbs", "bulbs")),
        attributes={"Paper": ("A4", "A5"), "Socket": ("E27", "E14"), "Grade": ("B", "C")},
        colors={"Black": 9},
        words=dict.fromkeys(("notebook", "bulb", "a4", "a5", "b"), 9),
    )
)
OIL = Vocabulary(
    CatalogueStats(language="it", words=dict.fromkeys(("olio", "d", "l", "oliva", "barbera"), 9))
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a5 notebook", "Paper:A5"),
        ("black notebook A4", "Paper:A4"),
        ("bulb e27", "Socket:E27"),
        ("E14 bulb black", "Socket:E14"),
    ],
)
def test_letters_with_digits_are_a_value(text: str, code: str) -> None:
    found = interpret(text, PAPER).entities
    assert [each.value for each in found if each.kind == "attribute"] == [code]
    [thing] = [each for each in found if each.kind == "category"]
    assert thing.values


@pytest.mark.parametrize("text", ["notebook b", "c bulb"])
def test_a_lone_letter_is_none(text: str) -> None:
    assert "attribute" not in {each.kind for each in interpret(text, PAPER).entities}


@pytest.mark.parametrize("text", ["olio d'oliva", "l'olio", "barbera d'asti"])
def test_what_an_elision_leaves_is_no_thing(text: str) -> None:
    assert {each.value for each in interpret(text, OIL).entities} <= {"olio", "barbera"}


@pytest.mark.parametrize("text", ["ibuprofen 400 mg", "ibuprofen 400mg black", "serum 2 ml"])
def test_a_unit_is_no_thing(text: str) -> None:
    shop = CatalogueStats(words=dict.fromkeys(("ibuprofen", "serum", "mg", "ml"), 9))
    found = interpret(text, Vocabulary(shop)).entities
    assert {each.value for each in found if each.kind == "category"} <= {"ibuprofen", "serum"}
