"""A noun that says which of a kind is met by the words of a product, and never dropped."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db

BEDS = ("Box bed", "Bunk bed", "Bed of a dog")


@pytest.fixture(autouse=True)
def stocked(shop: cast.Shop) -> None:
    for title in BEDS:
        cast.product(title, "Home > Beds")
    cast.product("Maxi dress", "Clothing > Dresses")
    cast.product("Lace dress", "Clothing > Dresses", description="Made for a wedding.")
    cast.product("Teak seat", "Garden > Chairs")
    cast.product("Beech seat", "Home > Chairs")


def found(text: str, language: str = "en", *off: str) -> SearchResult:
    forget()
    with translation.override(language):
        return search(Query(parts=(Part(text=text),), off=off))


def titles(text: str, language: str = "en") -> set[str]:
    return {hit.product.title for hit in found(text, language).hits}


@pytest.mark.parametrize(
    ("text", "language", "counted"),
    [
        ("dog bed", "en", {"Bed of a dog"}),
        ("bed for dogs", "en", {"Bed of a dog"}),
        ("bed for my dog", "en", {"Bed of a dog"}),
        ("Hundebett", "de", {"Bed of a dog"}),
        ("lit pour chien", "fr", {"Bed of a dog"}),
        ("cama para perros", "es", {"Bed of a dog"}),
        ("letto per cani", "it", {"Bed of a dog"}),
        ("wedding dress", "en", {"Lace dress"}),
        ("robe de mariée", "fr", {"Lace dress"}),
        ("vestido de novia", "es", {"Lace dress"}),
    ],
)
def test_what_says_the_noun_is_counted(text: str, language: str, counted: set[str]) -> None:
    assert titles(text, language) == counted


def test_a_category_says_it_as_well() -> None:
    assert "Beech seat" not in titles("garden chair")


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("garden bed", "en", "In Beds nothing says “garden”."),
        ("bed for cats", "en", "No product has the word “cats”."),
        ("party dress", "en", "No product has the word “party”."),
        ("Gartenbett", "de", "In Betten sagt nichts „Gartenbett“."),
        ("lit de jardin", "fr", "Dans Lits, rien ne dit « jardin »."),
    ],
)
def test_where_nothing_says_it_nothing_is_counted_and_it_is_named(
    text: str, language: str, sentence: str
) -> None:
    result = found(text, language)
    assert result.total == 0
    assert sentence in {notice.sentence for notice in result.notices}
    assert result.partial


@pytest.mark.parametrize("text", ["comfy bed", "bed for winter", "living room bed", "bed for dad"])
def test_what_describes_or_could_be_said_of_any_is_left_to_its_meaning(text: str) -> None:
    assert not found(text).interpretation.modifiers


def test_it_can_be_switched_off() -> None:
    assert found("dog bed", "en", "modifier:dog").total == len(BEDS)


@pytest.mark.parametrize("text", ["bed for a dog with a pillow", "bed for dogs with legs"])
def test_a_small_word_behind_the_noun_is_no_part_of_it(text: str) -> None:
    [modifier] = found(text).interpretation.modifiers
    assert modifier.words in {"dog", "dogs"}


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("cama para la playa", "es", "playa"),
        ("cama para la compra", "es", "la compra"),
        ("cama para el cuarto de baño", "es", "cuarto de baño"),
        ("lit pour la salle de bain", "fr", "salle de bain"),
    ],
)
def test_a_phrase_of_a_dictionary_is_named_whole(text: str, language: str, words: str) -> None:
    [modifier] = found(text, language).interpretation.modifiers
    assert modifier.words == words
