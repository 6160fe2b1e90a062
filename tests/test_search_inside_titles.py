"""Words are found inside titles that put no spaces between them, in a catalogue of any size."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query
from search.retrieval import search
from search.retrieval.retrievers.words import terms_of
from search.suggesting.products import products
from search.understanding import document_frequencies, forget
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]
TITLES = {
    "ja": ["キャンバスリュック", "本革リュック", "綿ワンピース", "麻ワンピース", "鉄フライパン"],
    "zh": ["女士纯棉连衣裙", "法式碎花连衣裙", "男士运动鞋", "女士运动鞋", "陶瓷马克杯"],
    "ko": ["캔버스백팩", "가죽백팩", "린넨원피스", "롱원피스", "머그컵"],
    "th": ["เสื้อยืดสีขาว", "เสื้อยืดลายดอกไม้", "รองเท้าผ้าใบ", "รองเท้าหนังแท้", "ร่มพับกันแดด"],
    "lo": ["ກະເປົາໜັງ", "ກະເປົາຜ້າ", "ເກີບໜັງ", "ເກີບຜ້າ", "ເສື້ອຢືດ"],
}
ASKED = [
    ("ja", "リュック", [0, 1]),
    ("ja", "ワンピース", [2, 3]),
    ("zh", "连衣裙", [0, 1]),
    ("zh", "运动鞋", [2, 3]),
    ("ko", "백팩", [0, 1]),
    ("ko", "원피스", [2, 3]),
    ("th", "เสื้อยืด", [0, 1]),
    ("th", "รองเท้า", [2, 3]),
    ("lo", "ກະເປົາ", [0, 1]),
    ("lo", "ເກີບ", [2, 3]),
]


def make(language: str) -> None:
    for number, title in enumerate(TITLES[language]):
        made = cast.product(title, "店", group=f"p-{number}")
        Variant.objects.create(product=made, sku=f"P-{number}", price=9, stock=1)
    while index_stale():
        pass
    forget()


@pytest.mark.parametrize("whole_rows", [0, 2_000])  # as in a large catalogue, and in a small one
@pytest.mark.parametrize(("language", "text", "found"), ASKED)
def test_it_is_found(
    language: str, text: str, found: list[int], whole_rows: int, settings: Settings
) -> None:
    settings.WHOLE_ROWS = whole_rows
    make(language)
    hits = search(Query(parts=(Part(text=text),))).hits
    titles = {hit.product.title for hit in hits}
    assert titles == {TITLES[language][at] for at in found}


@pytest.mark.parametrize(("language", "text", "found"), ASKED)
def test_it_is_counted_and_suggested(language: str, text: str, found: list[int]) -> None:
    make(language)
    assert document_frequencies([text]) == {text: len(found)}
    assert {each.title for each in products([text], "en")} == {TITLES[language][at] for at in found}


def test_one_sign_is_counted_wherever_a_stretch_has_it() -> None:
    make("zh")
    counted = document_frequencies(["鞋", "连", "衣连", "鞋鞋"])
    assert counted == {"鞋": 2, "连": 2, "衣连": 0, "鞋鞋": 0}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("雨の日のレインブーツ", ["雨の日", "レインブーツ"]),
        ("红色 的 连衣裙", ["红色", "连衣裙"]),
        ("เสื้อยืดสีขาว", ["เสื้อยืด", "สีขาว"]),
        ("Rock o'neill T-shirt 0.5", ["rock", "o'neill", "t-shirt", "0.5"]),
    ],
)
def test_a_text_is_asked_for_by_its_words(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms
