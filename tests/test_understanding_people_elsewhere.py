"""What is made for people stands in other departments than theirs, too, and its title says so."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Rubber boots for children": "Boots",
    "Hiking boots": "Boots",
    "Chelsea boots": "Boots",
    "Junior backpack": "Backpacks",
    "Trekking backpack": "Backpacks",
    "Pyjamas with stars": "Kids",
    "Rocket jumper": "Kids",
}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("boots for kids", {"Rubber boots for children"}),
        ("kids backpack", {"Junior backpack"}),
        ("botas para niños", {"Rubber boots for children"}),
        ("Kinder Rucksack", {"Junior backpack"}),
        ("kids", {"Pyjamas with stars", "Rocket jumper"}),
        ("boots", {"Rubber boots for children", "Hiking boots", "Chelsea boots"}),
    ],
)
def test_a_title_says_for_whom_a_thing_of_another_department_is(
    text: str, titles: set[str]
) -> None:
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles
