"""An emoji alone is the thing that it shows, where the shop has that as a kind."""

from __future__ import annotations

import pytest

from search.query import Correction
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.parser import SPELLING, intent_spans
from tests.understanding_new_shops import shops

FASHION = shops()["fashion"]
GERMAN = Vocabulary(
    CatalogueStats(
        categories=(Category("Kerzen", "kerzen"), Category("Tassen", "tassen")),
        products={"kerzen": 9, "tassen": 9},
        words={"kerze": 9, "tasse": 9},
        language="de",
    )
)


def kinds(text: str, shop: Vocabulary) -> list[str]:
    found = interpret(text, shop).entities
    return [value for each in found if each.kind == "category" for value in each.values]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("👗", "apparel/dresses"),
        ("👟", "footwear"),
        (" 🧦🧦 ", "apparel/socks"),
        ("🕶\ufe0f", "accessories/sunglasses"),
        ("🎒", "accessories/backpacks"),
    ],
)
def test_it_names_the_kind(text: str, kind: str) -> None:
    assert kinds(text, FASHION) == [kind]


@pytest.mark.parametrize(("text", "kind"), [("🕯️", "kerzen"), ("☕", "tassen"), ("🍵", "tassen")])
def test_it_does_in_a_shop_of_another_language(text: str, kind: str) -> None:
    assert kinds(text, GERMAN) == [kind]


@pytest.mark.parametrize("text", ["🎸", "👗🧦", "🙂", "❤️", ""])
def test_what_the_shop_has_not_or_nobody_sells_is_left_as_it_is(text: str) -> None:
    found = interpret(text, FASHION)
    assert (found.text, found.entities, found.correction) == (text, (), None)
    assert intent_spans(text, FASHION) == [(0, len(text))]


def test_it_is_said_as_a_correction_and_can_be_taken_back() -> None:
    assert interpret("👗", FASHION).correction == Correction("👗", "dresses")
    assert interpret("👗", FASHION, (SPELLING,)).text == "👗"


def test_beside_words_it_decorates() -> None:
    assert interpret("socks 🎒", FASHION).text == "socks 🎒"
