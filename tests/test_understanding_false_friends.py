"""What other languages say that is easily taken for something else."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_new_shops import shops

FASHION = shops()["fashion"]


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("黒くない靴", "Black"),
        ("赤くない靴", "Red"),
        ("白くないシャツ", "White"),
        ("黒ではない靴", "Black"),
        ("검은색이 아닌 신발", "Black"),
        ("빨강이 아닌 셔츠", "Red"),
        ("흰색이 아닌 신발", "White"),
    ],
)
def test_a_colour_that_is_not_wanted(text: str, color: str) -> None:
    found = {each.key for each in interpret(text, FASHION).entities}

    assert f"not:color:{color}" in found
    assert f"color:{color}" not in found


def test_what_is_not_dear_is_cheap() -> None:
    assert "price_max" in {each.kind for each in interpret("高くない靴", FASHION).entities}


def test_of_words_with_one_base_form_the_one_spelt_alike_is_meant() -> None:
    stats = CatalogueStats(
        categories=(Category("Plates", "plates"),),
        colors={"Silver": 9, "Blue": 9},
        products={"plates": 9},
        total=18,
    )
    shop = Vocabulary(stats)
    with override("es"):
        for text, key in (("platos", "category:plates"), ("plateados", "color:Silver")):
            assert [each.key for each in interpret(text, shop).entities] == [key]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [("vasos", "es", "category:glasses"), ("vasos", "pt", "category:vases")],
)
def test_a_word_of_the_pages_language_is_none_of_another(
    text: str, language: str, key: str
) -> None:
    stats = CatalogueStats(
        categories=(Category("Glasses", "glasses"), Category("Vases", "vases")),
        products={"glasses": 9, "vases": 9},
        total=18,
    )
    with override(language):
        assert [each.key for each in interpret(text, Vocabulary(stats)).entities] == [key]


@pytest.mark.parametrize(("text", "language"), [("pelota de tenis", "es"), ("bola de tênis", "pt")])
def test_tennis_is_no_pair_of_sneakers_behind_of(text: str, language: str) -> None:
    stats = CatalogueStats(
        categories=(Category("Sneakers", "sneakers"), Category("Balls", "balls")),
        products={"sneakers": 9, "balls": 9},
        attributes={"sport": ("tennis",)},
        total=18,
    )
    with override(language):
        found = {each.key for each in interpret(text, Vocabulary(stats)).entities}
    assert "attribute:sport:tennis" in found
    assert "category:sneakers" not in found
