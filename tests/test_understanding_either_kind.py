"""Two kinds of things side by side, of which nothing is both, leave a choice: "canapé lit"."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

NAMED = {
    "Sofas": "furniture/sofas",
    "Beds": "furniture/beds",
    "Chairs": "furniture/chairs",
    "Furniture": "furniture",
    "Women": "women",
    "Gifts": "gifts",
}
SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(Category(name, path) for name, path in NAMED.items()),
        words={"sofa": 9, "bed": 9, "chair": 9},
    )
)


def choices(text: str, language: str = "en") -> list[set[str]]:
    """What has to be met, each with what meets it."""
    found: dict[str, set[str]] = {}
    with translation.override(language):
        for each in interpret(text, SHOP).entities:
            found.setdefault(each.words, set()).update(each.values)
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "language"), [("canapé lit", "fr"), ("canapé-lit", "fr"), ("divano letto", "it")]
)
def test_either_will_do(text: str, language: str) -> None:
    assert choices(text, language) == [{"furniture/sofas", "furniture/beds"}]


def test_of_three_any_will_do() -> None:
    assert choices("canapé lit chaise", "fr") == [
        {"furniture/sofas", "furniture/beds", "furniture/chairs"}
    ]


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("meubles canapés", "fr", 2),  # one lies in the other
        ("chaises femme", "fr", 2),  # a department
    ],
)
def test_what_may_be_both_has_to_be_both(text: str, language: str, kinds: int) -> None:
    assert len(choices(text, language)) == kinds
