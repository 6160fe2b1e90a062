"""A name of two words in the order of the shop's language, whatever order it is asked in."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str, *names: str) -> Vocabulary:
    words = dict.fromkeys((word.lower() for name in names for word in name.split()), 9)
    found = tuple(Category(name, name.lower().replace(" ", "-")) for name in names)
    return Vocabulary(CatalogueStats(language=language, categories=found, words=words))


WINE = shop("it", "Vino rosso", "Vino bianco", "Cavatappi")
FURNITURE = shop("fr", "Table basse", "Chaise pliante", "Lampe")
ENGLISH = shop("en", "Red wine", "White wine", "Garden tables")
FOOTWEAR = shop("en", "Boots", "Rubber boots", "Wool socks")
RAIN = shop("en", "Boots", "Rain boots")  # which a synonym calls rubber boots


@pytest.mark.parametrize(
    ("known", "page", "text", "category"),
    [
        (WINE, "en", "white wine under 12 euros", "vino-bianco"),
        (WINE, "en", "organic red wine", "vino-rosso"),
        (WINE, "es", "vino blanco", "vino-bianco"),
        (WINE, "fr", "vin rouge 75 cl", "vino-rosso"),
        (FURNITURE, "en", "folding chair", "chaise-pliante"),
        (ENGLISH, "it", "vino rosso", "red-wine"),
        (ENGLISH, "fr", "vin blanc", "white-wine"),
        (ENGLISH, "en", "red wine", "red-wine"),
        (ENGLISH, "es", "mesa de jardín", "garden-tables"),
        (FOOTWEAR, "es", "botas de goma rojas", "rubber-boots"),
        (FOOTWEAR, "it", "calze di lana", "wool-socks"),
        (FOOTWEAR, "pt", "meias de lã", "wool-socks"),
        (RAIN, "es", "botas de goma", "rain-boots"),
        (RAIN, "es", "botas de cuero", "boots"),
    ],
)
def test_the_category_is_asked_for(known: Vocabulary, page: str, text: str, category: str) -> None:
    with translation.override(page):
        found = interpret(text, known).entities
    assert [each.value for each in found if each.kind == "category"] == [category]


def test_what_the_shop_calls_nothing_stays_an_expression() -> None:
    known = shop("en", "Glasses", "Tables")
    assert not interpret("red wine", known).entities
