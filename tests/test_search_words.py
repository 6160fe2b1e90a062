"""Words find products, by what they say and by what they mean."""

import pytest

from catalog.models import Variant
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def titles(query: Query) -> list[str]:
    return [hit.product.title for hit in search(query).hits]


def words(text: str, **asked: object) -> Query:
    return Query(parts=(Part(text=text),), **asked)  # type: ignore[arg-type]


def test_a_word_of_the_title_finds_the_product(shop: cast.Shop) -> None:
    assert titles(words("mug")) == ["Stoneware mug"]


def test_a_colour_finds_what_is_that_colour(shop: cast.Shop) -> None:
    assert titles(words("red sneaker"))[0] == "Canvas sneaker"


def test_a_product_without_a_photo_is_found_by_its_words(shop: cast.Shop) -> None:
    assert titles(words("oak chair"))[0] == "Oak chair"


def test_who_names_a_size_gets_what_is_in_stock_in_it(shop: cast.Shop) -> None:
    assert titles(words("sneaker size 41")) == ["Canvas sneaker"]
    assert titles(words("sneaker size 42")) == []


def test_a_thin_result_offers_a_way_out_with_its_true_count(shop: cast.Shop) -> None:
    found = search(words("sneaker size 42"))
    ways = {way.name: way.count for way in found.relaxations}
    assert ways == {"size": 1}


def test_a_whole_article_number_finds_its_product_even_when_that_size_is_sold_out(
    shop: cast.Shop,
) -> None:
    assert titles(words("SNEAKER-RED-42"))[0] == "Canvas sneaker"


def test_only_what_is_not_wanted_shows_everything_else(shop: cast.Shop) -> None:
    assert set(titles(words("-red"))) == {"Stoneware mug", "Oak chair"}


def test_anything_but_one_thing_leaves_what_shares_only_half_of_it(shop: cast.Shop) -> None:
    blue_sneaker = cast.product("Mesh sneaker", "Shoes > Sneakers")
    Variant.objects.create(product=blue_sneaker, sku="SNEAKER-BLUE", color="blue", price=50)
    forget()
    found = set(titles(words("anything but blue sneakers")))
    assert found == {"Canvas sneaker", "Stoneware mug", "Oak chair"}
