"""Of a kind that the shop has only a wider category for, what titles call so counts."""

from __future__ import annotations

import pytest

from tests import cast
from tests.asked import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Straight jeans in navy": "Clothing > Trousers",
    "Cargo trousers in olive": "Clothing > Trousers",
    "Joggers with drawstring": "Clothing > Trousers",
    "Pleated skirt": "Clothing > Skirts",
    "Smartwatch with heart rate": "Watches",
    "Steel watch with date": "Watches",
    "Velvet pouf": "Seats > Stools",
    "Oak bar stool": "Seats > Stools",
    "Sneaker in white mesh": "Footwear > Sneakers",
    "Low shoe for running": "Footwear > Sneakers",
    "Frying pan 24 cm": "Pans",
    "Saute pan with lid": "Pans",
    "Stovetop kettle": "Kettles",
    "Electric kettle 1.7 l": "Kettles",
    "Cube shelf": "Shelves",
    "Bookcase in ash": "Shelves",
    "Bookshelf speaker": "Speakers",
    "Bookshelf speaker with stand": "Speakers",
    "Jacket to wear with jeans": "Clothing > Jackets",
}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("jeans", {"Straight jeans in navy"}),
        ("sweatpants", {"Joggers with drawstring"}),
        ("pantalon de jogging", {"Joggers with drawstring"}),
        ("Jogginghose", {"Joggers with drawstring"}),
        ("smartwatches", {"Smartwatch with heart rate"}),
        ("footstool", {"Velvet pouf"}),
        ("skillet", {"Frying pan 24 cm"}),
        ("electric kettle", {"Electric kettle 1.7 l"}),
        ("Bücherregal", {"Bookcase in ash"}),
    ],
)
def test_those_that_titles_call_so_are_the_narrower(text: str, meant: set[str]) -> None:
    assert titles(text) == meant


@pytest.mark.parametrize(
    ("text", "category"),
    [("wok", "Pans"), ("chinos", "Clothing > Trousers"), ("sneaker", "Footwear > Sneakers")],
)
def test_where_no_title_says_so_or_the_category_does_all_of_it_are_meant(
    text: str, category: str
) -> None:
    assert titles(text) == {title for title, within in SOLD.items() if within == category}
