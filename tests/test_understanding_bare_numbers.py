"""Numbers without a unit count what an attribute is called; a year needs not even its name."""

from __future__ import annotations

import pytest

from search.query import Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(Category("Books", "books"), Category("Games", "games")),
        attributes={
            "Pages": ("96", "192", "320"),
            "Players": ("2", "4"),
            "Box weight": ("3", "5"),
            "Edition": ("1998", "2019", "2021"),
            "Box": ("1,5 l (magnum)", "0,75 l"),
        },
        words=dict.fromkeys(("book", "game", "atlas"), 9),
    )
)


def asked(text: str) -> Interpretation:
    return interpret(text, SHOP)


def values(text: str) -> set[str]:
    found = asked(text).entities
    return {value for each in found if each.kind == "attribute" for value in each.values}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("book 192 pages", {"Pages:192"}),
        ("book with 192 pages", {"Pages:192"}),
        ("book pages 192", {"Pages:192"}),
        ("game weight 3", {"Box weight:3"}),
        ("book under 200 pages", {"Pages:96", "Pages:192"}),
        ("book at least 192 pages", {"Pages:192", "Pages:320"}),
        ("game 4 players", {"Players:4"}),
        ("book 2019", {"Edition:2019"}),
        ("2021 atlas", {"Edition:2021"}),
        ("edition 1998 book", {"Edition:1998"}),
        ("book 1.5 l", {"Box:1,5 l (magnum)"}),
        ("book 75 cl", {"Box:0,75 l"}),
    ],
)
def test_a_number_beside_the_name_of_an_attribute(text: str, expected: set[str]) -> None:
    assert values(text) == expected
    assert "price_max" not in {each.kind for each in asked(text).entities}


@pytest.mark.parametrize("text", ["book 192", "game 4", "book 2014", "book under 2019"])
def test_a_number_alone_tells_nothing(text: str) -> None:
    assert values(text) == set()


@pytest.mark.parametrize("text", ["book under 2019", "book 2019 €", "book under 192"])
def test_a_bound_and_a_sum_stay_prices(text: str) -> None:
    assert {each.kind for each in asked(text).entities} == {"category", "price_max"}


def test_what_is_of_another_year_is_not_near_it() -> None:
    assert values("book 97 pages") == set()
    assert "Nearest" in asked("book 97 pages").notices[0].sentence


def test_a_year_can_be_left_out() -> None:
    [left_out] = [each for each in asked("book not 2019").entities if each.kind == "not"]
    assert left_out.values == ("attribute:Edition:2019",)


def test_a_text_says_a_number_with_its_name_and_a_year_alone() -> None:
    [pages] = [each for each in asked("book 192 pages").entities if each.kind == "attribute"]
    [year] = [each for each in asked("book 2019").entities if each.kind == "attribute"]
    assert pages.names == ("192 pages", "pages 192")
    assert year.names == ("2019",)
