"""Chips: which are conditions, which are preferences, and how they are switched off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import Entity, Interpretation
from search.understanding import interpret
from tests.understanding_shop import shop

SHOP = shop()
QUERY = "blue leather sneakers size 42 under 80 in stock without laces"


def entities(text: str, *off: str) -> dict[str, Entity]:
    return {entity.key: entity for entity in interpret(text, SHOP, off).entities}


def test_size_price_stock_and_negation_are_conditions_and_the_rest_preferences() -> None:
    hard = {key for key, entity in entities(QUERY).items() if entity.hard}
    assert hard == {"size:42", "price_max:80", "in_stock:1", "not:laces"}
    assert entities(QUERY).keys() - hard == {
        "color:Blue",
        "material:Leather",
        "category:shoes/sneakers",
    }


def test_only_makes_a_condition_of_a_preference() -> None:
    found = entities("only leather boots")
    assert found["material:Leather"].hard
    assert not found["category:shoes/boots"].hard
    assert entities("sofa in grey only")["color:Grey"].hard


def test_cheap_is_a_preference() -> None:
    assert not entities("cheap sneakers")["price_max:59"].hard


def test_a_size_of_one_of_several_products_is_no_condition() -> None:
    assert entities("dress size 2")["size:2"].hard
    assert not entities("dress size 2 and shoes")["size:2"].hard


def test_a_chip_says_which_words_it_was_read_from() -> None:
    found = entities("couch in Navy Blue for less than 300 euros")
    assert {entity.words for entity in found.values()} == {
        "couch",
        "Navy Blue",
        "less than 300 euros",
    }


def test_a_demand_that_is_switched_off_takes_its_words_with_it() -> None:
    read = interpret("sneakers size 42 under 80", SHOP, ["price_max:80"])
    assert [entity.key for entity in read.entities] == ["category:shoes/sneakers", "size:42"]
    assert read.text == "sneakers"


def test_a_negation_that_is_switched_off_excludes_nothing() -> None:
    read = interpret("sneakers without laces", SHOP, ["not:laces"])
    assert read.excluded == ()
    assert read.text == "sneakers"


def test_a_colour_that_is_switched_off_is_searched_as_a_word() -> None:
    read = interpret("blue vase", SHOP, ["color:Blue"])
    assert [entity.key for entity in read.entities] == ["category:light-living/vases"]
    assert read.text == "blue vase"


def test_everything_off_searches_for_the_words_as_typed() -> None:
    assert interpret(" blak dress under 80 ", SHOP, ["all"]) == Interpretation(
        "blak dress under 80", languages=("en",)
    )


def test_an_attribute_may_follow_in() -> None:
    assert "attribute:Pattern:striped" in entities("a dress in stripes")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("warm feet in bed", []),
        ("carry my laptop", []),
        ("rug above the kitchen table", ["category:light-living/rugs"]),
        ("sofa cover", []),
    ],
)
def test_where_and_what_for_is_not_what_is_asked_for(text: str, asked: list[str]) -> None:
    assert list(entities(text)) == asked


def test_a_price_is_written_as_the_shop_writes_prices() -> None:
    assert entities("lamp under 80")["price_max:80"].label == "up to €80.00"


def test_a_category_of_two_departments_gives_two_chips() -> None:
    from search.understanding import CatalogueStats, Category, Vocabulary

    paths = [("Men > Boots", "men/boots"), ("Women > Boots", "women/boots")]
    both = Vocabulary(CatalogueStats(categories=tuple(Category(*path) for path in paths)))
    keys = [entity.key for entity in interpret("boots", both).entities]
    assert keys == ["category:men/boots", "category:women/boots"]


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read(text: str) -> None:
    read = interpret(text, SHOP)
    assert interpret(text, SHOP, [entity.key for entity in read.entities]).entities == ()


@given(
    st.lists(st.sampled_from([*QUERY.split(), "-", '"', "and", "not", "between", "<", "€", "M"]))
)
def test_words_in_any_order_are_read(words: list[str]) -> None:
    read = interpret(" ".join(words), SHOP)
    assert len({entity.key for entity in read.entities}) == len(read.entities)


def test_a_pattern_is_excluded_by_its_everyday_name() -> None:
    assert interpret("dress without flowers", SHOP).excluded == ("floral",)


def test_what_a_thing_is_for_is_not_its_pattern() -> None:
    assert set(entities("vase for flowers")) == {"category:light-living/vases"}


def test_words_that_only_point_at_the_photo_are_not_searched() -> None:
    read = interpret("the same without laces, please", SHOP)
    assert read.text == ""
    assert read.excluded == ("laces",)
