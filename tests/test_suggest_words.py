"""Suggestions while typing: searches, categories and brands that exist, products with pictures."""

from __future__ import annotations

import pytest
from django.utils import translation

from catalog.models import Product, Translation, Variant
from search.suggesting.offered import offered
from search.suggesting.suggestions import Suggestion, suggest
from search.understanding import CatalogueStats, Category, Vocabulary
from tests import cast

pytestmark = pytest.mark.django_db


def texts(text: str, kind: str = "") -> list[str]:
    return [each.text for each in suggest(text) if kind in ("", each.kind)]


def test_a_colour_and_a_category_that_exist_together_are_a_search() -> None:
    cast.red_sneaker()
    searched = Suggestion("query", "red sneakers", "/search/?q=red+sneakers", "", ((0, 3), (4, 6)))
    assert searched in suggest("red sn")
    assert texts("blue sn", "query") == []


def test_a_category_and_a_brand_lead_to_their_pages() -> None:
    cast.red_sneaker()
    begun = ((0, 4),)
    assert Suggestion("category", "Sneakers", "/c/shoes/sneakers/", "", begun) in suggest("snea")
    assert Suggestion("brand", "Northlight", "/search/?brand=Northlight", "", begun) in suggest(
        "nort"
    )


def test_a_product_comes_with_its_first_picture() -> None:
    sneaker = cast.red_sneaker()
    found = [each for each in suggest("canv") if each.kind == "product"]
    fingerprint = sneaker.images.get().fingerprint
    assert found == [
        Suggestion(
            "product",
            "Canvas sneaker",
            f"/p/{sneaker.pk}/canvas-sneaker/",
            f"/pictures/{fingerprint}/200.webp",
            ((0, 4),),
        )
    ]


def test_a_product_without_a_picture_is_suggested_too() -> None:
    cast.product("Walnut stool")
    assert [each.image for each in suggest("waln")] == [""]


def test_every_word_but_the_last_may_be_in_any_place() -> None:
    cast.product("Tall walnut stool")
    assert texts("stool wal") == ["Tall walnut stool"]


def test_the_last_word_of_any_other_search_is_brought_to_an_end() -> None:
    cast.red_sneaker()
    Product.objects.update(description="A gift for a runner.")
    assert texts("gift for a runner snea", "query") == ["gift for a runner sneaker"]


def test_a_search_that_finds_nothing_is_not_suggested() -> None:
    cast.red_sneaker()
    boots = cast.product("Leather boot", "Shoes > Boots", material="leather")
    Variant.objects.create(product=boots, sku="BOOT", color="black")
    assert texts("leather boo", "query") == ["leather boot"]
    assert texts("leather snea", "query") == []
    assert texts("a present for a surfer boo", "query") == []


def test_a_colour_in_the_page_s_language_is_offered_with_what_there_is_in_it() -> None:
    cast.red_sneaker()
    with translation.override("de"):
        assert texts("rote", "query") == ["rote sneaker", "rote turnschuhe"]
        assert texts("blaue", "query") == []


def test_accents_and_case_do_not_matter() -> None:
    cast.product("Crème brûlée dish")
    assert texts("CREME bru") == ["Crème brûlée dish"]


def test_a_typing_mistake_in_the_beginning_of_a_word_is_forgiven() -> None:
    cast.red_sneaker()
    assert "Sneakers" in texts("snaek")
    assert "Canvas sneaker" in texts("cnavas sne", "product")


def test_a_sku_finds_its_product() -> None:
    mug = cast.product("Mug")
    Variant.objects.create(product=mug, sku="MG-7731")
    assert texts("MG-77") == ["Mug"]


def test_a_product_that_is_not_sold_is_not_suggested() -> None:
    cast.product("Walnut stool")
    Product.objects.update(active=False)
    assert suggest("waln") == []


@pytest.mark.parametrize("text", ["", " ", "'", "&", "a & !b:*", "\\", "%", "zzzzz"])
def test_nothing_sensible_suggests_nothing(text: str) -> None:
    cast.red_sneaker()
    assert suggest(text) == []


def test_no_more_than_asked_for() -> None:
    for number in range(12):
        cast.product(f"Walnut stool {number}")
    assert len(suggest("walnut")) == 8
    assert len(suggest("walnut", limit=3)) == 3
    assert suggest("walnut", limit=0) == []


def test_the_typed_part_is_marked() -> None:
    cast.product("Crème brûlée dish for Straßenfest")
    [found] = suggest("brul")
    assert [found.text[start:end] for start, end in found.marks] == ["brûl"]
    [found] = suggest("strassenf dish")
    assert [found.text[start:end] for start, end in found.marks] == ["dish", "Straßenf"]


def test_something_is_suggested_from_two_letters_on() -> None:
    cast.product("Walnut stool")
    assert texts("wa") == ["Walnut stool"]


def test_titles_that_begin_as_typed_come_before_newer_ones_that_only_have_the_word() -> None:
    cast.product("Walnut stool")
    for number in range(60):
        cast.product(f"Small stool of walnut {number}")
    assert texts("walnut", "product")[0] == "Walnut stool"


@pytest.mark.parametrize(
    ("language", "typed", "whole"),
    [
        ("de", "turnsch", "turnschuhe"),
        ("de", "rote turns", "rote turnschuhe"),
        ("fr", "bask", "baskets"),
        ("en", "snea", "red sneakers"),
    ],
)
def test_searches_are_suggested_in_the_language_of_the_page(
    language: str, typed: str, whole: str
) -> None:
    cast.red_sneaker()
    with translation.override(language):
        assert whole in texts(typed, "query")


def test_places_have_the_names_of_the_page() -> None:
    cast.red_sneaker()
    with translation.override("de"):
        assert Suggestion(
            "category", "Turnschuhe", "/c/shoes/sneakers/", marks=((0, 7),)
        ) in suggest("turnsch")


def test_products_are_found_by_their_titles_in_the_language_of_the_page() -> None:
    pot = cast.product("Iron teapot")
    Translation.objects.create(product=pot, language="de", title="Teekanne aus Gusseisen")
    Translation.objects.create(product=pot, language="fr", title="Théière en fonte")
    for language, typed in (("de", "teek"), ("de", "gusseisen te"), ("fr", "thei"), ("fr", "fon")):
        with translation.override(language):
            assert [each.url for each in suggest(typed)] == [pot.get_absolute_url()]
    with translation.override("de"):
        assert texts("teek") == ["Teekanne aus Gusseisen"]
        assert texts("teapo") == ["Iron teapot"]


def test_a_search_stands_once_though_two_categories_are_called_alike() -> None:
    for title, path in (("Chino", "Men > Pants"), ("Legging", "Women > Pants")):
        pants = cast.product(title, path)
        Variant.objects.create(product=pants, sku=title, color="blue", price=9, stock=3)
    found = texts("blue", "query")
    assert found.count("blue pants") == 1
    assert len(texts("pan", "category")) == 2


@pytest.mark.parametrize(("language", "own"), [("nl", True), ("fr", False), ("en", True)])
def test_a_shop_without_pages_in_its_language_is_suggested_in_it(language: str, own: bool) -> None:
    shop = CatalogueStats(
        categories=(Category("Helmen", "helmen"),),
        products={"helmen": 3},
        combinations={("zwart", "helmen"): 2},
        language=language,
    )
    texts = {each.text for each in offered(Vocabulary(shop), "en")}
    assert "Helmen" in texts
    assert ("zwart helmen" in texts) == own
