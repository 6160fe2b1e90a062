"""Sums as people write them in any script: in signs and words, around, in bands, with a label."""

from __future__ import annotations

from decimal import Decimal

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.words.tokens import decimal, tokens

SHOP = Vocabulary(
    CatalogueStats(
        categories=(
            Category("Chairs", "chairs"),
            Category("Sneakers", "sneakers"),
            Category("Bags", "bags"),
            Category("Dresses", "dresses"),
        ),
        colors={"Red": 4},
        materials=("Leather",),
        sizes={"sneakers": {str(size): 3 for size in range(36, 47)}},
    )
)


def read(text: str) -> dict[str, str]:
    found = interpret(text, SHOP).entities
    kinds = {"price_min", "price_max", "size", "not"}
    return {each.kind: each.value for each in found if each.kind in kinds}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五百", 500),
        ("一百二十", 120),
        ("三千五百", 3_500),
        ("两万", 20_000),
        ("二十万", 200_000),
        ("一千零五", 1_005),
        ("십만", 100_000),
        ("오만", 50_000),
        ("이천오백", 2_500),
        ("십이만", 120_000),
        ("1.5万", 15_000),
    ],
)
def test_a_sum_in_signs_is_a_number(text: str, value: int) -> None:
    assert decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("五百元以下的椅子", {"price_max": "500"}),
        ("椅子五百元以下", {"price_max": "500"}),
        ("一百到二百元的椅子", {"price_min": "100", "price_max": "200"}),
        ("五千円以下の椅子", {"price_max": "5000"}),
        ("십만원 이하 의자", {"price_max": "100000"}),
        ("오만 원 이하 의자", {"price_max": "50000"}),
        ("5만원대 가방", {"price_min": "50000", "price_max": "59999"}),
        ("10만원대 가방", {"price_min": "100000", "price_max": "199999"}),
        ("1万円台の椅子", {"price_min": "10000", "price_max": "19999"}),
        ("5만~10만원 가방", {"price_min": "50000", "price_max": "100000"}),
        ("100~200元的椅子", {"price_min": "100", "price_max": "200"}),
        ("1万円〜2万円の椅子", {"price_min": "10000", "price_max": "20000"}),
        ("两百块左右的椅子", {"price_min": "160", "price_max": "240"}),
        ("预算300的椅子", {"price_max": "300"}),
        ("予算1万円の椅子", {"price_max": "10000"}),
        ("стул до 500 р", {"price_max": "500"}),
        ("до 500 р.", {"price_max": "500"}),
        ("стул до пятисот рублей", {"price_max": "500"}),
        ("цена до 100 стул", {"price_max": "100"}),
        ("เก้าอี้ราคา 100-200", {"price_min": "100", "price_max": "200"}),
        ("chair price under 50", {"price_max": "50"}),
        ("Stuhl Preis 50 bis 100", {"price_min": "50", "price_max": "100"}),
        ("chaise budget de 80", {"price_max": "80"}),
        ("krzesło poniżej stu euro", {"price_max": "100"}),
        ("stoel onder vijfhonderd euro", {"price_max": "500"}),
        ("chair around 100 euros", {"price_min": "80", "price_max": "120"}),
        ("Stuhl um die 100 Euro", {"price_min": "80", "price_max": "120"}),
    ],
)
def test_what_a_thing_may_cost(text: str, prices: dict[str, str]) -> None:
    found = interpret(text, SHOP)
    assert read(text) == prices
    assert found.unknown == ()
    assert not any(letter.isdigit() for letter in found.text)


@pytest.mark.parametrize(
    "text",
    ["一人用の椅子", "공원 의자", "대학원 의자", "十字 bag", "red ~ dress", "万能包"],
)
def test_what_is_no_sum(text: str) -> None:
    assert not {"price_min", "price_max"} & read(text).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Sneaker Größe 39 bis 80 €",
        "ténis tamanho 39 até 80 euros",
        "zapatillas talla 39 hasta 80",
        "sneakers maat 39 tot 80 euro",
        "buty sportowe rozmiar 39 do 80",
        "кроссовки размер 39 до 80",
        "кроссовки р. 39 до 80 евро",
        "sneakers size 39 to 80 euros",
    ],
)
def test_a_size_and_what_it_may_cost_are_no_range(text: str) -> None:
    assert read(text) == {"size": "39", "price_max": "80"}


@pytest.mark.parametrize("text", ["Sneaker Größe 39 bis 41", "sneakers size 39 to 41"])
def test_two_sizes_are_one(text: str) -> None:
    assert "price_max" not in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "不要皮革的包",
        "不要“皮革”的包",
        "不含皮革的包",
        "革じゃないバッグ",
        "革なしのバッグ",
        "「革」じゃないバッグ",
        "가죽 아닌 가방",
        "가죽이 아닌 가방",
        "กระเป๋าที่ไม่ใช่หนัง",
        "сумка не из кожи",
        "حقيبة ليست من الجلد",
    ],
)
def test_what_must_not_be_is_read_in_scripts_without_spaces(text: str) -> None:
    assert read(text) == {"not": "material:Leather"}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("“红茶”", "红茶"),
        ("买“红茶”杯子", "红茶"),
        ("「紅茶」", "紅茶"),
        ("『紅茶』のカップ", "紅茶"),
        ("чашка «чёрный чай»", "чёрный чай"),
    ],
)
def test_what_is_quoted_is_a_phrase(text: str, phrase: str) -> None:
    assert interpret(text, SHOP).phrases == (phrase,)


def test_what_is_not_known_is_parted_from_the_particle_behind_it() -> None:
    assert [each.text for each in tokens("不含麸质的面包")] == ["不含", "麸质", "的", "面包"]
