"""Feet in centimetres and prices in ten thousands, as East Asia writes them."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=(
            Category("Shoes", "shoes"),
            Category("Sneakers", "shoes/sneakers"),
            Category("Dresses", "dresses"),
            Category("Chairs", "chairs"),
        ),
        colors={"Red": 4},
        sizes={
            "shoes/sneakers": {str(size): 3 for size in range(36, 47)},
            "dresses": {str(size): 3 for size in range(34, 46, 2)},
        },
    )
)


def said(text: str, kind: str) -> list[tuple[str, ...]]:
    return [each.values for each in interpret(text, SHOP).entities if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("赤い靴 27cm", ("42", "43")),
        ("スニーカー サイズ 25センチ", ("39", "40")),
        ("빨간 신발 265mm", ("42",)),
        ("红色运动鞋 240毫米", ("38", "39")),
        ("red shoes 27 cm", ("42", "43")),
    ],
)
def test_shoes_are_asked_for_by_the_length_of_a_foot(text: str, sizes: tuple[str, ...]) -> None:
    assert said(text, "size") == [sizes]


@pytest.mark.parametrize("text", ["ワンピース 27cm", "red dress 27cm", "shoes 80cm", "27cm"])
def test_no_other_length_is_a_foot(text: str) -> None:
    assert said(text, "size") == []


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("椅子 1万円以下", 10_000),
        ("1.5万円以下の椅子", 15_000),
        ("3만 원 이하 의자", 30_000),
        ("5천원 이하 의자", 5_000),
        ("2万元以下的椅子", 20_000),
        ("3千円以下の椅子", 3_000),
    ],
)
def test_ten_thousands_are_counted(text: str, most: int) -> None:
    found = interpret(text, SHOP).entities
    assert [float(each.value) for each in found if each.kind == "price_max"] == [most]
    assert "chairs" in {each.value for each in found}
