"""A title that says on from a noun to another thing is none of the noun: "Milk Chocolate"."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SHOP = {
    "Claw Hammer 16 oz": "Tools",
    "Sledge Hammer": "Tools",
    "Hammer Drill 800 W": "Tools",
    "Hammer Set 3 Pieces": "Tools",
    "Oat Porridge 500 g": "Food",
    "Porridge Bowl blue": "Food",
    "Red Umbrella": "Rain",
    "Umbrella Stand": "Rain",
}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("hammer", {"Claw Hammer 16 oz", "Sledge Hammer", "Hammer Set 3 Pieces"}),
        ("hammer drill", {"Hammer Drill 800 W"}),
        ("porridge", {"Oat Porridge 500 g"}),
        ("umbrellas", {"Red Umbrella"}),
    ],
)
def test_what_is_called_so_alone_is_counted(text: str, titles: set[str]) -> None:
    cast.titled(SHOP)
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles


@pytest.mark.parametrize("text", ["steel hammer", "small umbrella", "porridge set"])
def test_where_more_is_said_of_it_nothing_is_left_out_for_its_title(text: str) -> None:
    cast.titled(SHOP)

    assert not any(each.others for each in understand(Query((Part(text=text),))).entities)
