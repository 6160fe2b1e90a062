"""Chinese, Japanese and Thai put no spaces between words, Koreans where they like."""

from __future__ import annotations

import pytest

from search.query import Interpretation
from search.understanding import interpret
from search.understanding.words.segmentation import segments
from search.understanding.words.tokens import tokens, words_of
from tests.understanding_new_shops import shops

SHOPS = shops()


def asked(text: str) -> Interpretation:
    return interpret(text, SHOPS["fashion"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("红色连衣裙", ("红色", "连衣裙")),
        ("紅色洋裝", ("紅色", "洋裝")),
        ("木のテーブル", ("木", "の", "テーブル")),
        ("ชุดเดรสสีแดง", ("ชุดเดรส", "สีแดง")),
        ("빨간원피스", ("빨간", "원피스")),
        ("가방을", ("가방", "을")),
        ("iPhone手机壳", ("iPhone", "手机壳")),
        ("XL码", ("XL", "码")),
        ("T恤", ("T恤",)),
    ],
)
def test_a_stretch_is_parted_into_the_words_that_are_known(
    text: str, words: tuple[str, ...]
) -> None:
    assert segments(text) == words


@pytest.mark.parametrize(
    "text", ["dress", "Straße", "canapé", "кожаный", "西兰花", "김밥천국", "株式会社"]
)
def test_what_is_not_known_stays_whole(text: str) -> None:
    assert segments(text) == (text,)


@pytest.mark.parametrize("text", ["เสื้อยืด", "كُوب", "cafe\u0301"])
def test_a_sign_above_a_letter_parts_no_word(text: str) -> None:
    assert len(words_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("300から800円の傘", ["300", "から", "800", "円", "の", "傘"]),
        ("内存32GB平板", ["内存", "32", "gb", "平板"]),
        ("型番A100", ["型番a100"]),
        ("ไซส์38", ["ไซส์", "38"]),
    ],
)
def test_a_number_behind_such_letters_is_one_by_itself(text: str, read: list[str]) -> None:
    assert [each.text for each in tokens(text)] == read


def test_a_word_knows_where_it_stands_in_the_text() -> None:
    text = "想买 红色连衣裙!"
    assert [text[each.start : each.end] for each in tokens(text)] == ["想买", "红色", "连衣裙"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("読書ランプ", "reading lamp"),
        ("阅读灯", "reading lamp"),
        ("閱讀燈", "reading lamp"),
        ("โคมไฟอ่านหนังสือ", "reading lamp"),
        ("茶杯", "tea cup"),
        ("木のテーブル", "wood table"),
        ("黑色皮鞋", "black leather shoes"),
    ],
)
def test_words_without_spaces_are_given_in_english(text: str, english: str) -> None:
    found = asked(text)
    assert found.original == text
    assert found.text.lower().replace("footwear", "shoes") == english


@pytest.mark.parametrize(
    "text",
    [
        "红色连衣裙",
        "紅色連衣裙",
        "赤いワンピース",
        "빨간 원피스",
        "빨간원피스",
        "ชุดเดรสสีแดง",
        "красное платье",
        "فستان أحمر",
    ],
)
def test_a_red_dress_is_one_in_every_language(text: str) -> None:
    keys = {each.key for each in asked(text).entities}
    assert keys >= {"color:Red", "category:apparel/dresses"}


@pytest.mark.parametrize(
    "text",
    [
        "50元以下的鞋",
        "50ユーロ以下の靴",
        "обувь до 50 евро",
        "50유로 이하 신발",
        "أحذية أقل من 50 يورو",
    ],
)
def test_a_price_is_one_in_every_language(text: str) -> None:
    keys = {each.key for each in asked(text).entities}
    assert keys >= {"price_max:50", "category:footwear"}


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("платье до 3 тыс", "3000"),
        ("платье до 3тыс рублей", "3000"),
        ("платье до 2,5 тысяч рублей", "2500"),
        ("туфли до 4 тысячи", "4000"),
        ("5万円以下の靴", "50000"),
        ("3만 원 이하 신발", "30000"),
    ],
)
def test_a_price_is_told_in_thousands(text: str, most: str) -> None:
    assert f"price_max:{most}" in {each.key for each in asked(text).entities}
