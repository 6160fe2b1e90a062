"""Categories in which products stand beside their main one, by which alone words are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = CatalogueStats(
    categories=tuple(Category(name, name.lower()) for name in ("Tools", "Hammers", "Gloves")),
    attributes={"weight": ("300 g", "500 g")},
    amounts={("weight", each): ("tools",) for each in ("300 g", "500 g")},
    sizes={"tools": {"9": 2, "10": 2}},
    words={"hammer": 4, "glove": 4},
    titled={"hammer": {"tools": 4}, "glove": {"tools": 4}},
)


def found(text: str, shop: CatalogueStats = SHOP) -> set[tuple[str, str]]:
    return {(each.kind, each.value) for each in interpret(text, Vocabulary(shop)).entities}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("hammer", set()),
        ("hammer 500 g", {("attribute", "weight:500 g")}),
        ("gloves size 9", {("size", "9")}),
    ],
)
def test_they_are_asked_for_with_their_amounts_and_sizes(
    text: str, more: set[tuple[str, str]]
) -> None:
    kind = "gloves" if "glove" in text else "hammers"
    assert found(text) == {("category", kind), *more}


def test_titles_deny_a_category_that_is_a_main_one() -> None:
    denied = replace(SHOP, titled={**SHOP.titled, "anvil": {"hammers": 1}})
    assert ("category", "hammers") not in found("hammer", denied)
