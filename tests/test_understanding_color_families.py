"""A colour is all of the shop's names that are it, in every spelling and compound."""

from __future__ import annotations

import pytest

from search.query import Entity
from search.understanding import CatalogueStats, Vocabulary, interpret

NAMES = """Dark Green, Green, Gray, Blue/White, Navy Blue, Light Pink, Matte black, Off White,
    Space Grey, Red & Yellow, Himmelblau, Multicolor"""


def color(text: str, names: str = NAMES) -> Entity:
    stats = CatalogueStats(colors={name.strip(): 5 for name in names.split(",") if name.strip()})
    [found] = [e for e in interpret(text, Vocabulary(stats)).entities if e.kind == "color"]
    return found


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("green", {"Green", "Dark Green"}),
        ("dark green", {"Dark Green"}),
        ("grey", {"Gray", "Space Grey"}),
        ("gray", {"Gray", "Space Grey"}),
        ("blue", {"Blue/White", "Navy Blue"}),
        ("navy", {"Navy Blue"}),
        ("white", {"Blue/White", "Off White"}),
        ("pink", {"Light Pink"}),
        ("black", {"Matte black"}),
        ("red", {"Red & Yellow"}),
        ("multicoloured", {"Multicolor"}),
        ("grün", {"Green", "Dark Green"}),
        ("schwarze", {"Matte black"}),
        ("rojos", {"Red & Yellow"}),
    ],
)
def test_a_colour_has_all_the_names_that_are_it(asked: str, values: set[str]) -> None:
    assert set(color(f"{asked} jacke" if asked == "schwarze" else asked).values) == values


def test_a_colour_is_one_where_no_product_has_it() -> None:
    found = color("orange", "Red")
    assert (found.value, found.values) == ("orange", ())
    assert color("purple mug", "").value == "purple"


def test_nothing_stands_in_for_a_colour_that_everybody_tells_apart() -> None:
    for asked in ("red", "green", "brown", "white"):
        assert color(asked, "Burgundy, Olive, Tan, Cream").values == ()


def test_a_finer_name_may_be_filed_under_a_coarser_one_with_less_confidence() -> None:
    found = color("crimson", "Red, Blue")
    assert (found.values, found.confidence) == (("Red",), 0.5)
    assert color("light green", "Green, Dark Green").values == ("Green",)


def test_a_text_says_it_in_the_languages_that_are_spoken() -> None:
    assert {"grey", "gray"} <= set(color("grey").names)
    assert "rote" in color("rote Schuhe", "Red").names
    assert "rot" not in color("red shoes", "Red").names


def test_german_compounds_are_their_colour_in_a_german_shop() -> None:
    stats = CatalogueStats(colors={"Himmelblau": 3, "Moosgrün": 2}, language="de")
    [entity] = interpret("blau", Vocabulary(stats)).entities
    assert entity.values == ("Himmelblau",)


@pytest.mark.parametrize(
    ("typed", "own"), [("petrol", "Teal"), ("crimson", "Red"), ("azure", "Blue")]
)
def test_a_coarser_name_that_stands_in_is_said_by_titles_as_well(typed: str, own: str) -> None:
    found = color(typed, "Teal, Red, Blue")
    assert found.values == (own,)
    assert {typed, own.lower()} <= {*found.names}
