"""What stands behind a "by" is who made it, or else where it stands."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(Category("Books", "books"), Category("Sofas", "sofas")),
        brands=("Norrsund",),
        attributes={"Author": ("Maud Ellery", "J. P. Carrow"), "Room": ("window",)},
        words=dict.fromkeys(("book", "sofa", "lamp"), 9),
    )
)


def keys(text: str) -> set[str]:
    return {each.key for each in interpret(text, SHOP).entities}


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("books by Maud Ellery", "attribute:Author:Maud Ellery"),
        ("book by j. p. carrow", "attribute:Author:J. P. Carrow"),
        ("sofa by Norrsund", "brand:Norrsund"),
    ],
)
def test_who_made_it_is_asked_for(text: str, maker: str) -> None:
    assert maker in keys(text)


@pytest.mark.parametrize("text", ["lamp by the window", "book by my sofa", "book by sofas"])
def test_a_place_is_not(text: str) -> None:
    assert not keys(text) & {"attribute:Room:window", "category:sofas"}
