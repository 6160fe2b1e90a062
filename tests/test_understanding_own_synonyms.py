"""A shop that writes one word for a thing or a material is asked for the others of its language."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.shop_words.catalogue_counts import words_of_title
from search.understanding.shop_words.size_index import size_forms


@pytest.mark.parametrize(
    ("language", "material", "asked"),
    [
        ("ru", "кожа", "кожаная"),
        ("ru", "Шерсть", "шерстяной"),
        ("zh", "真皮", "皮"),
        ("ja", "本革", "レザー"),
        ("ko", "원목", "나무"),
        ("ar", "قطن", "قطنية"),
        ("th", "ผ้าฝ้าย", "ฝ้าย"),
    ],
)
def test_a_material_by_another_word(language: str, material: str, asked: str) -> None:
    stats = CatalogueStats(materials=(material,), language=language)
    [found] = interpret(asked, Vocabulary(stats)).entities
    assert (found.kind, found.value) == ("material", material)


@pytest.mark.parametrize(
    ("language", "category", "asked"),
    [
        ("zh", "行李箱", "拉杆箱"),
        ("zh", "双肩包", "背包"),
        ("ja", "リュック", "バックパック"),
        ("ru", "Сковорода", "сковородка"),
    ],
)
def test_a_thing_by_another_word(language: str, category: str, asked: str) -> None:
    stats = CatalogueStats(categories=(Category(category, "there"),), language=language)
    [found] = interpret(asked, Vocabulary(stats)).entities
    assert (found.kind, found.value) == ("category", "there")


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("山海记 2026新款男士纯棉黑色T恤", "黑色"),
        ("【ハルカゼ】 キャンバスリュック", "リュック"),
        ("รองเท้าผ้าใบหนังผู้ชาย สีดำ", "ผู้ชาย"),
    ],
)
def test_titles_are_parted_as_questions_are(title: str, word: str) -> None:
    assert word in words_of_title(title)


@pytest.mark.parametrize(
    ("cell", "sizes"),
    [
        ("S/M/L", {"s", "m", "l"}),
        ("M、L", {"m", "l"}),
        ("38, 39, 40", {"38", "39", "40"}),
        ("46; 48", {"46", "48"}),
        ("23.0/24.5/25.0", {"23", "24.5", "25"}),
        ("S,M,XL", {"s", "m", "xl"}),
    ],
)
def test_a_cell_that_lists_sizes_is_each_of_them(cell: str, sizes: set[str]) -> None:
    assert sizes <= size_forms(cell)


@pytest.mark.parametrize("cell", ["38,5", "140 x 200", "36, 90 cm", "one, two"])
def test_what_is_one_size_stays_one(cell: str) -> None:
    assert not {"38", "5", "140", "36", "one"} & size_forms(cell)
