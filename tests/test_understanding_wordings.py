"""Equivalent wordings are one query: joined and parted words, numbers, languages, scripts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation

from search.query import Interpretation
from search.understanding import CatalogueStats, Vocabulary, alternatives, interpret
from search.understanding.words.tokens import words_of
from tests.understanding_new_shops import fashion, shops, words

SHOPS = shops()
TITLES = Vocabulary(
    CatalogueStats(
        words=words("wi fi spider man k thriss o neill damenschuhe filz schuh smartwatch t shirt")
    )
)


def said(shop: str, text: str) -> tuple[object, ...]:
    found: Interpretation = interpret(text, SHOPS[shop])
    return found.text, tuple((each.key, each.values) for each in found.entities)


@pytest.mark.parametrize(
    ("shop", "wordings"),
    [
        ("fashion", ["t-shirt", "tshirt", "t shirt", "T-Shirts", "tshirts", "T‑shirt"]),
        ("fashion", ["jacket", "jackets", "JACKETS", "Ｊａｃｋｅｔ", "jac\u00adket"]),
        ("fashion", ["gray socks", "GRAY SOCKS", "gray sock"]),
        ("electronics", ["smartphone", "smart phone", "smart-phone", "smartphones"]),
        ("electronics", ["K'Lar laptop", "K’Lar laptop", "k'lar laptops"]),
        ("hardware", ["light bulb", "lightbulb", "light-bulbs"]),
    ],
)
def test_equivalent_wordings_say_the_same(shop: str, wordings: list[str]) -> None:
    texts = {said(shop, text)[1] for text in wordings}
    assert len(texts) == 1
    assert any(texts)


def test_what_titles_write_apart_is_found_written_together_and_the_other_way_round() -> None:
    for typed, title in (
        ("wifi", "wi fi"),
        ("spiderman", "spider man"),
        ("kthriss", "k thriss"),
        ("oneill", "o neill"),
    ):
        assert alternatives(typed, TITLES) == {typed: (title,)}
        assert not interpret(typed, TITLES).gibberish
        assert interpret(typed, TITLES).unknown == ()
    assert alternatives("smart watch", TITLES) == {
        "smart": ("smartwatch",),
        "watch": ("smartwatch",),
    }


def test_a_german_compound_is_found_by_its_end() -> None:
    assert "damenschuhe" in alternatives("Schuhe", TITLES, ("de",))["schuhe"]
    assert "schuhe" not in alternatives("Schuhe", TITLES, ("en",))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Lederkissen", ["material:Leder", "category:wohnen/kissen"]),
        ("Holzregale", ["material:Holz", "category:wohnen/regale"]),
        ("Filzhausschuhe", ["material:Filz", "category:schuhe/hausschuhe"]),
        ("Kinderlampe", ["category:wohnen/lampen"]),
        ("Kissen", ["category:wohnen/kissen"]),
        ("Schinken", []),
    ],
)
def test_a_german_compound_is_parted_where_the_shop_knows_its_end(
    text: str, keys: list[str]
) -> None:
    assert [each.key for each in interpret(text, SHOPS["haushalt"]).entities] == keys


def test_a_foreign_word_acts_only_in_its_language() -> None:
    for text in ("robe", "red robe", "sans", "rock", "pull", "gilet jacket"):
        assert "en" in interpret(text, SHOPS["fashion"]).languages
        assert "category:apparel/dresses" not in {
            each.key for each in interpret(text, SHOPS["fashion"]).entities
        }
    with translation.override("fr"):
        [entity] = interpret("robe", SHOPS["fashion"]).entities
    assert entity.key == "category:apparel/dresses"
    assert interpret("robe rouge", SHOPS["fashion"]).languages == ("en", "fr")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("zapatos rojos talla 40", "es"),
        ("scarpe rosse taglia 40", "it"),
        ("rode schoenen maat 40", "nl"),
        ("czerwone buty rozmiar 40", "pl"),
        ("sapatos vermelhos tamanho 40", "pt"),
        ("kırmızı ayakkabı 40 numara", "tr"),
        ("rote Schuhe Größe 40", "de"),
        ("chaussures rouges taille 40", "fr"),
    ],
)
def test_each_language_finds_colour_kind_and_size(text: str, language: str) -> None:
    found = interpret(text, SHOPS["fashion"])
    assert {each.key for each in found.entities} == {"color:Red", "category:footwear", "size:40"}
    assert found.languages == ("en", language)
    assert found.correction is None


@pytest.mark.parametrize(
    "text",
    ["taza de té", "gif for mom", "zapatillas blancas", "mesa redonda", "koszula lniana",
     "stolik kawowy", "röda skor", "赤い靴", "красные туфли", "حقيبة جلد", "chaise longue"],
)  # fmt: skip
def test_words_of_other_languages_and_scripts_stay(text: str) -> None:
    for shop in SHOPS.values():
        assert interpret(text, shop).correction is None


def test_the_shops_word_is_searched_in_the_number_that_titles_have() -> None:
    assert interpret("tshirts", SHOPS["fashion"]).text == "t-shirt"
    plural = replace(fashion(), words={"jackets": 9, "jacket": 1})
    assert interpret("red jacket", Vocabulary(plural)).text == "red jackets"


def test_attribute_values_are_found_in_any_letter_case() -> None:
    stats = CatalogueStats(attributes={"socket": ("E27", "e27", "GU10")})
    [entity] = interpret("bulb with e27", Vocabulary(stats)).entities
    assert entity.values == ("socket:E27", "socket:e27")


@pytest.mark.parametrize(
    ("language", "titled", "text"),
    [("pl", "wiertla", "wiertło"), ("es", "violin", "violines"), ("ru", "ботинки", "ботинок")],
)
def test_titles_in_another_language_than_english_have_a_word_in_other_forms(
    language: str, titled: str, text: str
) -> None:
    shop = Vocabulary(CatalogueStats(words={titled: 3}, language=language))
    assert alternatives(text, shop, (language,)) == {words_of(text)[0]: (titled,)}


def test_english_titles_need_none() -> None:
    assert alternatives("hammers", Vocabulary(CatalogueStats(words={"hammer": 3}))) == {}
