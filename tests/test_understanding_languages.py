"""Queries in German and French are understood by a shop whose catalogue is English."""

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
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


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("Kissen Samt", "Velvet"),
        ("Samtkissen", "Velvet"),
        ("coussin en velours", "Velvet"),
        ("cojín de terciopelo", "Velvet"),
        ("cuscino di velluto", "Velvet"),
        ("Stehlampe aus Messing", "Brass"),
        ("lampadaire en laiton", "Brass"),
        ("Tasche aus Segeltuch", "Canvas"),
        ("sac en toile", "Canvas"),
        ("Tisch aus Nussbaum", "Walnut"),
        ("table en noyer", "Walnut"),
        ("tafel van marmer", "Marble"),
    ],
)
def test_what_things_are_made_of_is_understood_in_every_language(text: str, material: str) -> None:
    names = ["Cushions", "Floor lamps", "Bags", "Tables"]
    stats = CatalogueStats(
        categories=tuple(Category(name, name.lower()) for name in names),
        materials=("Velvet", "Brass", "Canvas", "Walnut", "Marble"),
    )
    found = interpret(text, Vocabulary(stats)).entities
    assert material in {each.value for each in found if each.kind == "material"}


def test_a_kind_of_thing_has_several_words_in_a_language() -> None:
    names = ["Boots", "Rain boots"]
    stats = CatalogueStats(categories=tuple(Category(name, name.lower()) for name in names))
    for text in ("Regenstiefel", "Gummistiefel", "bottes de pluie", "bottes en caoutchouc"):
        [entity] = interpret(text, Vocabulary(stats)).entities
        assert entity.value == "rain boots", text
