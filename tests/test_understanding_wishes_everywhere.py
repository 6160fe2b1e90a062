"""What English may ask of order, offers and patterns is asked in the other scripts as well."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(Category("Dresses", "dresses"), Category("Shoes", "shoes")),
        attributes={"pattern": ("striped",)},
    )
)


def read(text: str) -> set[tuple[str, str]]:
    found = interpret(text, SHOP).entities
    return {(each.kind, each.value) for each in found if each.kind != "category"}


@pytest.mark.parametrize(
    ("english", "texts"),
    [
        ("cheapest dress", "最便宜的连衣裙, 一番安いワンピース, 가장 싼 원피스"),
        ("cheapest dress", "ชุดเดรสถูกที่สุด, самое дешёвое платье, أرخص فستان"),
        ("most expensive dress", "最贵的连衣裙, 一番高いワンピース, 가장 비싼 원피스"),
        ("most expensive dress", "ชุดเดรสแพงที่สุด, самое дорогое платье"),
        ("newest shoes", "最新的鞋子, 最新の靴, 최신 신발, самая новая обувь, รองเท้าใหม่ล่าสุด"),
        ("most popular shoes", "最畅销的鞋子, 人気の靴, 인기 있는 신발, самая популярная обувь"),
        ("shoes on sale", "打折的鞋子, セール中の靴, 할인 신발"),
        ("shoes on sale", "обувь со скидкой, รองเท้าลดราคา, أحذية بخصم"),
        ("plain dress", "纯色连衣裙, 無地のワンピース, 단색 원피스, однотонное платье, فستان سادة"),
    ],
)
def test_every_script_says_it(english: str, texts: str) -> None:
    asked = read(english)
    assert asked
    for text in texts.split(", "):
        assert read(text) == asked, text


@pytest.mark.parametrize("text", ["绿茶", "緑茶", "녹차", "ชาเขียว", "зелёный чай", "شاي أخضر"])
def test_green_tea_is_no_colour(text: str) -> None:
    known = Vocabulary(CatalogueStats(colors={"Green": 4}, words={"tea": 4, "green": 4}))
    assert [each.kind for each in interpret(text, known).entities if each.kind == "color"] == []


@pytest.mark.parametrize(
    ("text", "unsold"),
    [
        ("brauner Ledergürtel", ("Ledergürtel",)),
        ("houten kast", ("kast",)),
        ("brown leather belt", ("belt",)),
        ("Lederschuhe", ()),
        ("kolsuz elbise", ()),
    ],
)
def test_what_the_end_of_a_compound_says_may_be_what_the_shop_lacks(
    text: str, unsold: tuple[str, ...]
) -> None:
    assert interpret(text, SHOP).unsold == unsold


def test_a_word_of_a_dictionary_is_no_without() -> None:
    """ "Kablosuz" (Turkish) is wireless: no condition that nothing has a cable."""
    known = Vocabulary(
        CatalogueStats(
            categories=(Category("Headphones", "headphones"),),
            attributes={"connection": ("cable",)},
        )
    )
    assert {each.kind for each in interpret("kablosuz kulaklık", known).entities} == {"category"}
