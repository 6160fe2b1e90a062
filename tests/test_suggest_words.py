"""Suggestions while typing: searches, categories and brands that exist, products with pictures."""

from __future__ import annotations

import pytest

from catalog.models import Product, Variant
from search.suggesting.suggestions import Suggestion, suggest
from tests import cast

pytestmark = pytest.mark.django_db


def texts(text: str, kind: str = "") -> list[str]:
    return [each.text for each in suggest(text) if kind in ("", each.kind)]


def test_a_colour_and_a_category_that_exist_together_are_a_search() -> None:
    cast.red_sneaker()
    assert Suggestion("query", "red sneakers", "/search/?q=red+sneakers") in suggest("red sn")
    assert texts("blue sn", "query") == []


def test_a_category_and_a_brand_lead_to_their_pages() -> None:
    cast.red_sneaker()
    assert Suggestion("category", "Sneakers", "/c/shoes/sneakers/") in suggest("snea")
    assert Suggestion("brand", "Northlight", "/search/?brand=Northlight") in suggest("nor")


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
    assert texts("gift for a runner snea", "query") == ["gift for a runner sneaker"]


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
