"""What a dictionary has a word for is no "without"; what it rules out is known in English."""

from __future__ import annotations

import pytest

from catalog.models import Product
from search.query import Part, Query
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.identifiers import segments
from search.understanding.understand import understand
from search.understanding.words.glossary import glossary

SHOP = Vocabulary(
    CatalogueStats(
        categories=(
            Category("Earbuds", "earbuds"),
            Category("Dresses", "dresses"),
            Category("Vases", "vases"),
        ),
        colors={"Brown": 4, "Green": 3},
        attributes={"Sleeves": ("long", "short", "none"), "Pattern": ("floral", "striped")},
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "écouteurs sans fil, marron",
        "auriculares sin cables marrón",
        "auricolari senza fili marroni",
        "auriculares sem fios, castanho",
    ],
)
def test_what_is_without_a_wire_is_wireless_and_its_colour_is_wanted(text: str) -> None:
    found = interpret(text, SHOP)
    assert "wireless" in found.text
    assert found.unjudged == ()
    assert "color" in {each.kind for each in found.entities}
    assert "not" not in {each.kind for each in found.entities}


@pytest.mark.parametrize("text", ["платье без рукавов", "소매 없는 원피스", "فستان بدون أكمام"])
def test_without_sleeves_leaves_out_long_and_short_ones(text: str) -> None:
    [unwanted] = [each for each in interpret(text, SHOP).entities if each.kind == "not"]
    assert {*unwanted.values} == {"attribute:Sleeves:long", "attribute:Sleeves:short"}


@pytest.mark.parametrize(
    "text",
    [
        "algo para poner flores",
        "что-нибудь, куда поставить цветы",
        "花を生けるもの",
        "插花用的东西",
        "꽃을 꽂을 것",
    ],
)
def test_something_for_flowers_is_a_vase_and_not_floral(text: str) -> None:
    kinds = {(each.kind, each.value) for each in interpret(text, SHOP).entities}
    assert kinds == {("category", "vases")}


@pytest.mark.parametrize("text", ["algo con flores", "qualcosa con fiori"])
def test_something_with_flowers_is_floral(text: str) -> None:
    assert [each.kind for each in interpret(text, SHOP).entities] == ["attribute"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["chaqueta sin capucha", "giacca senza cappuccio", "Jacke ohne Kapuze"]
)
def test_what_must_not_be_is_looked_for_in_english(text: str) -> None:
    Product.objects.create(group="1", title="Rain jacket with a hood")
    found = understand(Query((Part(text=text),)))
    assert found.excluded == ("hood",)
    assert found.unjudged == ()


@pytest.mark.parametrize(
    "text", ["12ユーロ以下のマグカップ", "12欧元以下的马克杯", "12유로이하머그컵"]
)
def test_a_price_among_signs_is_no_part_of_an_article_number(text: str) -> None:
    assert segments(text) == ""
    assert segments("ab-12") == "AB 12"


@pytest.mark.parametrize(
    ("language", "typed", "english"),
    [
        ("es", "alta", "high"),
        ("es", "altas", "high"),
        ("it", "bicchieri", "tumblers"),
        ("it", "alta", "high"),
        ("fr", "plissée", "pleated"),
        ("fr", "plissées", "pleated"),
        ("pt", "altas", "high"),
        ("pl", "lampek", "lamp"),
    ],
)
def test_a_word_is_known_in_the_forms_that_stemmers_tell_apart(
    language: str, typed: str, english: str
) -> None:
    known = glossary(language)
    assert known is not None
    assert (known.look_up([typed]) or known.look_up([typed.replace("é", "e")])) == english


def test_a_phrase_of_the_dictionary_is_the_thing_that_it_names() -> None:
    shop = Vocabulary(
        CatalogueStats(
            categories=(
                Category("Rugs", "rugs"),
                Category("Yoga mats", "yoga-mats"),
                Category("Tables", "tables"),
                Category("Plates", "plates"),
            ),
            colors={"Silver": 2, "White": 3},
        )
    )
    named = {
        "tapetes de ioga": [("category", "yoga-mats")],
        "mesa de caballetes": [("category", "tables")],
        "pratos brancos": [("category", "plates"), ("color", "White")],
    }
    for text, kinds in named.items():
        found = interpret(text, shop).entities
        assert [(each.kind, each.value) for each in found] == kinds, text


@pytest.mark.parametrize(
    "text", ["sneakers onder de 60", "zapatos por debajo de los 60", "sapatos abaixo dos 60"]
)
def test_an_article_may_stand_before_a_price(text: str) -> None:
    found = interpret(text, SHOP).entities
    assert [each.value for each in found if each.kind == "price_max"] == ["60"]
