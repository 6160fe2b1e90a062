"""Which words of the text that is left are what conditions stand for, whatever was typed."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(
            Category("Tables", "tables"),
            Category("Chairs", "chairs"),
            Category("Mugs & cups", "mugs-cups"),
        ),
        colors={"Red": 4, "Blue": 3},
    )
)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "red mugs", {"red", "mug"}),
        ("de", "rote Tische", {"red", "table"}),
        ("fr", "quelque chose pour s'asseoir", {"chair"}),
        ("de", "etwas zum Sitzen", {"chair"}),
        ("de", "roter Couchtisch", {"red", "table"}),  # and not "coffee"
        ("es", "algo azul", {"blue"}),
    ],
)
def test_they_are_told_as_the_text_has_them(language: str, text: str, told: set[str]) -> None:
    with override(language):
        found = interpret(text, SHOP)
    assert {word.removesuffix("s") for word in found.told} == told
