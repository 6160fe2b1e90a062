"""Words without spaces are parted by the shop's own names too."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOPS = {
    "ja": ("化粧水", "美容液"),
    "zh": ("精华液", "卸妆膏"),
    "th": ("โทนเนอร์", "เซรั่ม"),
}


def shop(language: str) -> Vocabulary:
    categories = tuple(Category(name, name) for name in SHOPS[language])
    attributes = {"ja": "乾燥肌", "zh": "敏感肌", "th": "ผิวแพ้ง่าย"}
    facts = {"skin": (attributes[language], "other")}
    return Vocabulary(CatalogueStats(categories, attributes=facts, language=language))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "乾燥肌用化粧水", {"化粧水", "skin:乾燥肌"}),
        ("ja", "乾燥肌向けの美容液", {"美容液", "skin:乾燥肌"}),
        ("ja", "美白化粧水", {"化粧水"}),
        ("zh", "敏感肌精华液", {"精华液", "skin:敏感肌"}),
        ("zh", "敏感肌的卸妆膏", {"卸妆膏", "skin:敏感肌"}),
        ("th", "เซรั่มผิวแพ้ง่าย", {"เซรั่ม", "skin:ผิวแพ้ง่าย"}),
    ],
)
def test_a_stretch_is_parted_by_the_names_of_the_shop(
    language: str, text: str, wanted: set[str]
) -> None:
    assert {each.value for each in interpret(text, shop(language)).entities} == wanted


@pytest.mark.parametrize(
    ("language", "text"), [("ja", "化粧品"), ("zh", "卸妆"), ("ja", "水"), ("en", "lotion")]
)
def test_what_only_begins_like_a_name_is_left_whole(language: str, text: str) -> None:
    shops = shop(language if language != "en" else "ja")

    assert interpret(text, shops).entities == ()
