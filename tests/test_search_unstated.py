"""An amount that no product states is said to choose nothing; one that a text has is looked for."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def found(text: str) -> SearchResult:
    forget()
    return search(Query(parts=(Part(text=text),)))


def unstated(text: str) -> list[str]:
    return [each.words for each in found(text).notices if each.kind == "unstated"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("oak chair 45x45", "45x45"),
        ("chair 45 x 45 cm", "45 x 45 cm"),
        ("chair for 6 people", "6 people"),
        ("chair up to 120 kg", "up to 120 kg"),
        ("mug 300 ml", "300 ml"),
        ("mug with 0.3 litres", "0.3 litres"),
        ("mug at least 900 lumen", "at least 900 lumen"),
    ],
)
def test_what_nothing_states_is_said_and_empties_nothing(
    shop: cast.Shop, text: str, amount: str
) -> None:
    assert unstated(text) == [amount]
    assert found(text).total == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("shelf 40x80", "Shelf 40 x 80"),
        ("shelf 40 x 80", "Shelf 40x80"),
        ("can 5l", "Can of 5 l"),
        ("rope 20 m", "Rope 20m"),
        ("pen 0.5 mm", "Pen 0.5 mm"),
        ("pen 0,5mm", "Pen 0.5 mm"),
        ("wine 75 cl", "Wine 0,75 l"),
        ("wine 0.375 l", "Wine 37,5 cl"),
        ("paper 160 gsm", "Paper 160gsm"),
    ],
)
def test_what_a_title_says_is_not_said_to_be_missing(
    shop: cast.Shop, text: str, title: str
) -> None:
    cast.product(title)
    assert unstated(text) == []
    assert found(text).hits[0].product.title == title


def test_a_number_in_words_is_none_that_texts_say(shop: cast.Shop) -> None:
    cast.product("Six sided chair", "Furniture > Chairs")
    result = found("chair for six")
    assert result.interpretation.modifiers == ()
    assert unstated("chair for six") == []


def test_an_amount_that_texts_say_is_asked_of_them(shop: cast.Shop) -> None:
    for title in ("Ink black 50 ml", "Ink blue 50ml", "Ink red 30 ml", "Ink green"):
        cast.product(title, "Office > Ink")
    cast.product("Glue 50 ml", "Office > Glue")
    result = found("ink 50 ml")
    assert {hit.product.title for hit in result.hits} == {"Ink black 50 ml", "Ink blue 50ml"}
    assert result.total == 2
    [chip] = result.interpretation.modifiers
    forget()
    freed = search(Query(parts=(Part(text="ink 50 ml"),), off=(chip.key,)))
    assert freed.total == 4


@pytest.mark.parametrize("text", ["sneaker size 41", "mug under 20", "set of 3 mugs", "mug 2024"])
def test_a_size_a_price_and_a_count_are_no_such_amounts(shop: cast.Shop, text: str) -> None:
    assert unstated(text) == []


def test_the_sentence_is_in_the_language_of_the_page(shop: cast.Shop) -> None:
    with translation.override("de"):
        [notice] = found("Stuhl für 6 Personen").notices
        assert "„6 Personen“" in notice.sentence


@pytest.mark.parametrize("text", ["tablet 64 gb", "tablet 64GB"])
def test_a_title_says_an_amount_where_no_column_does(shop: cast.Shop, text: str) -> None:
    cast.product("Slate", "Electronics > Tablets", attributes={"Storage": "64 GB"})
    cast.product("Small tablet 64 GB", "Electronics > Tablets")
    cast.product("Small tablet 32 GB", "Electronics > Tablets")
    assert {hit.product.title for hit in found(text).hits} == {"Slate", "Small tablet 64 GB"}


@pytest.mark.parametrize("text", ["lure 18 g", "lure 18g", "lure 0.018 kg"])
def test_what_titles_say_is_asked_of_them_where_a_column_weighs_parcels(
    shop: cast.Shop, text: str
) -> None:
    for weight in ("18 g", "7g", "28 g"):
        cast.product(f"Lure {weight}", "Tackle > Lures", attributes={"Weight": "0.5 kg"})
    result = found(text)
    assert [hit.product.title for hit in result.hits] == ["Lure 18 g"]
    assert not [each for each in result.notices if each.kind == "amount"]


def test_what_titles_of_other_kinds_say_is_still_said_to_be_missing(shop: cast.Shop) -> None:
    cast.product("Spoon 18 g", "Tackle > Spoons")
    cast.product("Lure silver", "Tackle > Lures", attributes={"Weight": "0.5 kg"})
    result = found("lure 18 g")
    assert result.total == 1
    assert [each.words for each in result.notices if each.kind == "amount"] == ["18 g"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("hook size 6", ["Hook Gr. 6", "Hook size 6"]),
        ("Hook Größe 6", ["Hook Gr. 6", "Hook size 6"]),
        ("hook gr 10", ["Hook gr 10"]),
        ("apron size L", ["Apron size L"]),
    ],
)
def test_a_size_that_only_titles_say_is_asked_of_them(
    shop: cast.Shop, text: str, titles: list[str]
) -> None:
    for title in ("Hook Gr. 6", "Hook size 6", "Hook gr 10", "Hook US 6"):
        cast.product(title, "Tackle > Hooks")
    for size in ("S", "M", "L"):
        cast.product(f"Apron size {size}", "Kitchen > Aprons")
    with translation.override("de"):
        assert sorted(hit.product.title for hit in found(text).hits) == titles


def test_a_size_that_nothing_says_is_said_to_choose_nothing(shop: cast.Shop) -> None:
    assert unstated("chair size 6") == ["size 6"]
    assert found("chair size 6").total == 1
