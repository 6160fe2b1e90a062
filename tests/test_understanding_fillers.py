"""Words around a wish, its praise and whom it is for are no demands that a product could lack."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from tests.understanding_shop import shop

SHOP = shop()


@pytest.mark.parametrize(
    "text",
    [
        "all mugs", "every mug you have", "I would like a mug, please", "hello, a mug",
        "a beautiful mug", "good quality mug", "lovely mug for my sister", "mug for grandpa",
        "a mug, preferably red", "red mug, ideally", "a mug for someone",
        "Tasse, am liebsten rot", "alle Tassen", "möglichst rote Tasse", "tous les mugs",
        "une tasse, de préférence rouge", "tasse mais pas rouge", "taza, preferiblemente roja",
        "taza pero no roja", "tazza, possibilmente rossa", "tercihen kırmızı kupa",
    ],
)  # fmt: skip
def test_they_count_against_nothing(text: str) -> None:
    found = interpret(text, SHOP)
    assert found.unknown == ()
    assert "category" in {each.kind for each in found.entities}


@pytest.mark.parametrize("text", ["a beautiful zorbel", "all zorbels", "zorbel for my sister"])
def test_what_they_stand_around_still_does(text: str) -> None:
    [word] = interpret(text, SHOP).unknown
    assert word.startswith("zorbel")
