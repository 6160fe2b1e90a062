"""Sizes and numbers beside what titles alone call a kind of thing."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Garden hose green": "Watering",
    "Garden hose black": "Watering",
    "Washing line": "Laundry",
    "Paper lamp 90 cm": "Light",
    "Paper lamp 150 cm": "Light",
    "Wall clock 150": "Decoration",
    "Bike chain 8 speed": "Bikes > Chains",
    "Bike chain 11 speed": "Bikes > Chains",
    "Chain oil 11 ml": "Bikes > Care",
    "Sketch pad 40 sheets": "Paper > Pads",
    "Sketch pad 80 sheets": "Paper > Pads",
    "Banjo 4 strings": "Music",
    "Banjo 5 strings": "Music",
    "Violin 3/4 with case": "Bowed > Violins",
    "Violin 4/4 with case": "Bowed > Violins",
    "Sugarpaste white 1kg": "Baking > Icing",
    "Royal icing mix 1kg": "Baking > Icing",
    "Spelt flour 1kg": "Baking > Flour",
    "Oven tray 40 cm": "Oven trays",
    "Muffin tray 6-hole": "Muffin trays",
    "Muffin tray 12-hole": "Muffin trays",
}
SIZES = {"Garden hose green": "15 m", "Garden hose black": "30 m", "Washing line": "30 m"}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD, SIZES)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("garden hose 30 m", {"Garden hose black"}),
        ("garden hose over 20 m", {"Garden hose black"}),
        ("hose 15m", {"Garden hose green"}),
        ("lamp 150", {"Paper lamp 150 cm"}),
        ("manguera 30 m", {"Garden hose black"}),
        ("lámpara 90", {"Paper lamp 90 cm"}),
        ("chain 11 speed", {"Bike chain 11 speed"}),
        ("8 speed chain", {"Bike chain 8 speed"}),
        ("banjo 5 strings", {"Banjo 5 strings"}),
        ("banjo with 4 strings", {"Banjo 4 strings"}),
        ("sketch pad 80 sheets", {"Sketch pad 80 sheets"}),
        ("violin 3/4", {"Violin 3/4 with case"}),
        ("12 hole tray", {"Muffin tray 12-hole"}),
        ("sugarpaste 1kg", {"Sugarpaste white 1kg"}),
        ("1 kg sugarpaste", {"Sugarpaste white 1kg"}),
    ],
)
def test_what_some_are_sold_in_is_asked_of_all(text: str, titles: set[str]) -> None:
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles


@pytest.mark.parametrize("text", ["lamp 140", "garden hose", "chain 7 speed"])
def test_a_number_that_none_is_called_narrows_nothing(text: str) -> None:
    assert len(search(Query(parts=(Part(text=text),))).hits) == 2
