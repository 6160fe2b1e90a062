"""Words of another language that a list of English has as well, and those that it says itself."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

KINDS = ("Rugs", "Mugs", "Armchairs", "Hats", "Coats", "Bags", "Shelves", "Speakers", "Shoes")
SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(Category(name, name.lower()) for name in KINDS),
        colors={"Green": 4},
        words={"bookshelf": 3, "speaker": 3, "shelf": 4},
        titled={
            "bookshelf": {"speakers": 3},
            "speaker": {"speakers": 3},
            "shelf": {"shelves": 4},
        },
        products={"speakers": 3, "shelves": 4},
    )
)


def kinds(text: str) -> list[str]:
    found = interpret(text, SHOP).entities
    return [each.value for each in found if each.kind == "category"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tapis", "rugs"),
        ("tasse", "mugs"),
        ("fauteuil", "armchairs"),
        ("muts", "hats"),
        ("jas", "coats"),
        ("tasse à café", "mugs"),
    ],
)
def test_a_word_is_of_the_language_that_says_it_often(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", ["rock", "boot", "mantel", "brief"])
def test_an_english_word_is_no_other_languages(text: str) -> None:
    """Skirt, boat, coat and letter, in German and Dutch."""
    assert interpret(text, SHOP).languages == ("en",)


def test_of_languages_alike_the_one_is_meant_that_has_more_of_the_words() -> None:
    assert interpret("ver películas en la cama", SHOP).languages == ("en", "es")


@pytest.mark.parametrize("text", ["tas voor de boodschappen", "boodschappen"])
def test_what_a_dictionary_has_is_no_compound_of_another_thing(text: str) -> None:
    assert "shelves" not in kinds(text)


@pytest.mark.parametrize(
    "text", ["bookshelf", "étagère à livres", "estantería para libros", "estante para livros"]
)
def test_a_word_that_titles_have_beside_their_noun_alone_still_names_its_kind(text: str) -> None:
    """Of "bookshelf speakers" none is a shelf, and no bookshelf is a speaker."""
    assert kinds(text) == ["shelves"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("su birikintileri için ayakkabı", "puddle"),
        ("market alışverişi için çanta", "grocery"),
        ("buty na kałuże", "puddle"),
        ("shoes for puddles", "puddle"),
    ],
)
def test_what_a_thing_is_for_may_stand_before_it(text: str, noun: str) -> None:
    assert noun in {each.value for each in interpret(text, SHOP).modifiers}
