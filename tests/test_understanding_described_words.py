"""A quality of a part tells a kind apart, which alone it does not."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Notebook big squares": "Paper > Notebooks",
    "Notebook small squares": "Paper > Notebooks",
    "Notebook small plain": "Paper > Notebooks",
    "Backpack wide straps": "Bags > Backpacks",
    "Backpack narrow straps": "Bags > Backpacks",
    "Backpack roll-top": "Bags > Backpacks",
}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("notebook big squares", {"Notebook big squares"}),
        ("small squares notebook", {"Notebook small squares"}),
        ("backpack wide straps", {"Backpack wide straps"}),
        ("backpacks with straps", {"Backpack wide straps", "Backpack narrow straps"}),
        ("notebook long squares", {"Notebook big squares", "Notebook small squares"}),
    ],
)
def test_titles_that_have_the_two_together_are_meant(text: str, titles: set[str]) -> None:
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles
