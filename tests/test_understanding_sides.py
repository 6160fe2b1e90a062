"""Sides such as 140x200 are sides of the thing asked for, where the shop states them one by one."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

AMOUNTS = {
    ("width", "140 cm"): ("rugs",),
    ("length", "200 cm"): ("rugs",),
    ("width", "60 cm"): ("rugs", "tables"),
    ("length", "1200 mm"): ("tables",),
    ("height", "75 cm"): ("tables",),
}
SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(Category(each, each.lower()) for each in ("Rugs", "Tables", "Beds")),
        attributes={
            name: tuple(value for other, value in AMOUNTS if other == name)
            for name in ("width", "length", "height")
        },
        amounts=AMOUNTS,
        sizes={"beds": {"140 x 200": 5}},
        words=dict.fromkeys(("rug", "table", "bed"), 9),
    )
)


def sides(text: str) -> list[str]:
    return [each.value for each in interpret(text, SHOP).entities if each.kind == "attribute"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rug 140x200", ["width:140 cm", "length:200 cm"]),
        ("rug 140 x 200 cm", ["width:140 cm", "length:200 cm"]),
        ("rug 200 × 140", ["length:200 cm", "width:140 cm"]),
        ("Teppich 140x200 cm", ["width:140 cm", "length:200 cm"]),
        ("table 120x60", ["length:1200 mm", "width:60 cm"]),
        ("table 1200x600 mm", ["length:1200 mm", "width:60 cm"]),
        ("table 1,2 x 0,6 m", ["length:1200 mm", "width:60 cm"]),
        ("table 120x60x75", ["length:1200 mm", "width:60 cm", "height:75 cm"]),
    ],
)
def test_each_side_is_asked_for(text: str, found: list[str]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize("text", ["table 33x77", "table 140x200", "140x200", "rug 140x500"])
def test_sides_that_nothing_of_the_kind_has_are_none(text: str) -> None:
    assert sides(text) == []


def test_a_size_that_is_sold_so_is_a_size() -> None:
    assert {each.key for each in interpret("bed 140x200", SHOP).entities} == {
        "category:beds",
        "size:140 x 200",
    }


def test_each_has_its_own_words() -> None:
    found = [each for each in interpret("rug 140 x 200", SHOP).entities if each.kind != "category"]
    assert [each.words for each in found] == ["140", "200"]
