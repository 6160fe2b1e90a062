"""A kind that its products do not name in their titles: wines, games, books."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str, name: str, products: int, **titled: dict[str, int]) -> Vocabulary:
    """A category of that many products, whose titles have "xyzzy", beside others."""
    kind, *_others = places = (name.lower(), "other")
    titles = {**titled, "xyzzy": {kind: products}}
    return Vocabulary(
        CatalogueStats(
            categories=tuple(Category(each.title(), each) for each in places),
            words={word: sum(at.values()) for word, at in titles.items()},
            titled=titles,
            products={kind: products, "other": 20},
            total=products + 20,
            language=language,
        )
    )


@pytest.mark.parametrize(
    ("known", "text", "kinds"),
    [
        (shop("en", "Games", 30, game={"other": 4}), "games", ["games"]),  # "Game controller"
        (shop("fr", "Livres", 30, livre={"other": 3}), "livre", ["livres"]),  # "Support pour livre"
        (shop("es", "Vinos", 30, vino={"other": 5}), "vino", ["vinos"]),
        # More titles of other things than it has products: it is those that are meant.
        (shop("en", "Games", 3, game={"other": 4}), "games", []),
        # Where some of its own say so, titles tell as ever.
        (shop("en", "Games", 30, game={"other": 9, "games": 1}), "games", []),
    ],
)
def test_the_very_name_of_a_large_category_needs_no_title(
    known: Vocabulary, text: str, kinds: list[str]
) -> None:
    found = [each for each in interpret(text, known).entities if each.values]
    assert [each.value for each in found] == kinds
