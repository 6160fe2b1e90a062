"""What a thing is for is a department where the shop has the thing in several of them."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

PATHS = """Dogs, Dogs > Beds, Dogs > Walking, Dogs > Walking > Collars, Cats, Cats > Beds,
    Cats > Collars, Laptops, Bags, Bags > Backpacks"""


def shop(language: str = "en", names: str = PATHS) -> Vocabulary:
    paths = [" ".join(path.split()) for path in names.split(",")]
    found = tuple(Category(path, path.lower().replace(" > ", "/")) for path in paths)
    words = {word.lower(): 9 for path in paths for word in path.split() if word != ">"}
    return Vocabulary(CatalogueStats(language=language, categories=found, words=words))


def kinds(text: str, known: Vocabulary) -> set[str]:
    return {each.value for each in interpret(text, known).entities if each.kind == "category"}


@pytest.mark.parametrize(
    ("text", "department"),
    [("bed for dogs", "dogs"), ("beds for a cat", "cats"), ("collar for my cat", "cats")],
)
def test_it_narrows_the_thing(text: str, department: str) -> None:
    assert department in kinds(text, shop())


def test_so_it_does_in_the_language_of_the_shop() -> None:
    german = shop("de", "Hunde, Hunde > Betten, Katzen, Katzen > Betten")
    assert kinds("Bett für Katzen", german) == {"hunde/betten", "katzen/betten", "katzen"}
    assert kinds("Bett für Hunde", german) == {"hunde/betten", "katzen/betten", "hunde"}


def test_where_the_thing_is_not_sold_in_it_the_purpose_is_none() -> None:
    assert kinds("backpack for a laptop", shop()) == {"bags/backpacks"}
    assert "dogs" not in kinds("backpack for dogs", shop())
