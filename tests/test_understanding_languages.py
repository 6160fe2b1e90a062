"""Queries in German and French are understood by a shop whose catalogue is English."""

from search.understanding import interpret
from tests.understanding_shop import shop

SHOP = shop()


def test_names_are_given_to_the_encoder_in_the_words_of_the_shop() -> None:
    assert interpret("rotes kleid unter 80", SHOP).text == "red dresses"
    assert interpret("chaussures cuir", SHOP).text == "shoes leather"


def test_words_that_the_shops_language_knows_stay_as_typed() -> None:
    assert interpret("crimson couch", SHOP).text == "crimson couch"


def test_the_price_of_a_french_query_is_read() -> None:
    entities = interpret("robe rouge moins de 60 €", SHOP).entities
    assert [entity.key for entity in entities] == [
        "category:clothing/dresses",
        "color:Red",
        "price_max:60",
    ]
