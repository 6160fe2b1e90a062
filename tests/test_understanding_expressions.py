"""Words that mean nothing of the shop together ("green tea") leave the kind that begins in them."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(
            Category(name, name.lower().replace(" ", "-"))
            for name in ("Teapots", "Pots", "Wine glasses", "Glasses", "Juicers", "Mirrors")
        ),
        colors={"Green": 3, "Red": 4, "Orange": 2},
    )
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("green tea pot", {"category:teapots"}),
        ("red wine glass", {"category:wine-glasses"}),
        ("red wine glasses", {"category:wine-glasses"}),
        ("green teapot", {"color:Green", "category:teapots"}),
        ("orange juice", set()),
        ("looking glass", {"category:mirrors"}),
    ],
)
def test_the_colour_is_none_and_the_kind_is_told(text: str, kinds: set[str]) -> None:
    assert {each.key for each in interpret(text, SHOP).entities} == kinds
