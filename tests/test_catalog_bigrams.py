"""Scripts without spaces are parted the same in Python and Postgres, and found inside stretches."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as some

from catalog.bigrams import asked, bigrams, phrase, terms
from catalog.folding import fold
from tests import cast

SCRIPTS = ["日本語かなカナーを・々", "กเสื้อผ้าำๆ", "ກະເປົາ", "ក្ខាស្បែ", "လက်ကိုင်္အ", "가방여성용"]
LETTERS = "".join([*SCRIPTS, "abtß 5.0-é\x1f、。", "ｶﾊﾞﾝ①㈱", "𠮷"])


def answer(statement: str, *params: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("雨の日の傘", "雨の の日 日の の傘 傘"),
        ("Tシャツ 白", "t tシ シャ ャツ ツ 白"),
        ("2026新款iPhone手机壳", "2026 新款 款 iphone 手机 机壳 壳"),
        ("3人掛けソファ・布", "3 人掛 掛け けソ ソフ ファ ァ ・ 布"),
        ("เสื้อยืด", "เสื้อ อยื ยืด ด"),
        ("กระเป๋า", "กระ ระเป๋า เป๋า"),
        ("ស្បែក", "ស្បែក ក"),
        ("여성용 가방", "여성 성용 용 가방 방"),
        ("Größe 42, crème", "grosse 42, creme"),
    ],
)
def test_a_stretch_becomes_its_bigrams(text: str, parted: str) -> None:
    assert terms(text).split() == parted.split()


@pytest.mark.django_db
@given(some.lists(some.text(LETTERS, max_size=20), min_size=1, max_size=20))
def test_postgres_parts_any_text_as_python_does(texts: list[str]) -> None:
    found = answer("SELECT array_agg(catalog_terms(t) ORDER BY n) FROM"
                   " unnest(%s::text[]) WITH ORDINALITY AS said(t, n)", texts)  # fmt: skip
    assert found == [terms(text) for text in texts]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Café crème bowl, 0.5 l", "Ёлка SX-8x40", "حقيبة יד", "Straße™"])
def test_texts_of_other_scripts_keep_their_very_vectors(text: str) -> None:
    made = cast.product(text, "Kitchen > Cups", description=f"{text} and {text}")
    before = """SELECT words = setweight(to_tsvector('english', catalog_fold(title)), 'A')
                    || setweight(to_tsvector('english', catalog_fold(keywords)), 'B')
                    || setweight(to_tsvector('english', catalog_fold(description)), 'C')
                  FROM catalog_product WHERE id = %s"""
    assert bigrams(fold(text)) == fold(text)
    assert answer(before, made.pk)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "inside", "elsewhere"),
    [
        (
            "雨の日のレインブーツ",
            ["レインブーツ", "ブーツ", "雨", "雨の日"],
            ["ブート", "靴"],
        ),
        ("2026新款女士纯棉连衣裙", ["连衣裙", "纯棉", "裙", "2026新款"], ["衣连", "裤"]),
        ("半袖Tシャツ", ["Tシャツ", "シャツ"], ["Yシャツ"]),
        ("Geige 3/4, 1/2 und 12.5/7", ["3/4", "Geige 3/4", "1/2", "geige"], ["4/3", "3 4", "3/44"]),
        ("卡拉OK麦克风", ["卡拉OK", "卡拉 OK", "麦克风"], ["OK卡拉"]),
        ("등산가방", ["등산 가방", "등산가방", "가방"], ["산방", "산"]),
        ("여성 머그컵", ["컵", "머그컵"], ["머"]),
        ("เสื้อยืดสีขาว", ["เสื้อ", "สีขาว", "เสื้อ ยืด"], ["สื้อ", "ยืดขาว"]),
        ("แก้วน้ำ", ["น้ำ", "แก้ว"], ["แกว", "กา"]),
        ("កាបូបស្បែក", ["ស្បែក", "កាបូប"], ["បែក"]),
    ],
)
def test_a_word_is_found_inside_a_stretch(
    title: str, inside: list[str], elsewhere: list[str]
) -> None:
    found = "SELECT to_tsvector('english', catalog_terms(%s)) @@ to_tsquery('english', %s)"
    assert [word for word in inside if not answer(found, title, phrase(fold(word)))] == []
    assert [word for word in elsewhere if answer(found, title, phrase(fold(word)))] == []


def test_what_is_asked_of_one_sign_is_whatever_begins_so() -> None:
    assert phrase("茶") == "'茶':*"
    assert phrase("茶", "A") == "'茶':*A"
    assert phrase("컵") == "'컵'"  # what ends so, in a language that parts its words
    assert phrase("0.5 l o'neill") == "'0.5' <-> 'l' <-> 'o' <-> 'neill'"
    assert [term.text for term in asked("连衣裙")] == ["连衣", "衣裙"]
    assert phrase("...") == ""
