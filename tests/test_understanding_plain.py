"""What is plain has no pattern: the shop's own word for it, or nothing that states one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

PATTERNED = ("checked", "floral", "striped")
WORDS = dict.fromkeys(("dress", "shirt", "table"), 9)
SHOP = CatalogueStats(
    categories=(Category("Dresses", "dresses"), Category("Shirts", "shirts")),
    attributes={"Pattern": PATTERNED},
    words=WORDS,
)
SAID = [
    "plain dress", "solid colour dress", "dress single color", "einfarbiges Kleid", "Kleid uni",
    "robe unie", "vestido liso", "abito tinta unita", "effen jurk", "gładka sukienka",
]  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_what_states_a_pattern_is_left_out_where_the_shop_has_no_word_for_none(text: str) -> None:
    [no] = [each for each in interpret(text, Vocabulary(SHOP)).entities if each.kind == "not"]
    assert set(no.values) == {f"attribute:Pattern:{each}" for each in PATTERNED}


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("word", ["Solid", "plain"])
def test_the_shops_own_word_is_asked_for_where_it_has_one(text: str, word: str) -> None:
    shop = Vocabulary(replace(SHOP, attributes={"Pattern": (*PATTERNED, word)}))
    found = interpret(text, shop).entities
    assert f"attribute:Pattern:{word}" in {each.key for each in found}
    assert not [each for each in found if each.kind == "not"]


@pytest.mark.parametrize("text", ["plain dress", "robe unie"])
def test_a_shop_of_which_nothing_states_a_pattern_asks_for_none(text: str) -> None:
    found = interpret(text, Vocabulary(replace(SHOP, attributes={}))).entities
    assert {each.kind for each in found} == {"category"}


def test_what_is_solid_has_a_pattern() -> None:
    assert not interpret("solid oak table", Vocabulary(SHOP)).excluded


@pytest.mark.parametrize(("name", "word"), [("Ruling", "Plain"), ("Edge", "plain")])
def test_without_patterns_it_is_what_another_attribute_calls_so(name: str, word: str) -> None:
    shop = Vocabulary(replace(SHOP, attributes={name: ("Lined", word)}))
    found = {each.key for each in interpret("plain shirt", shop).entities}
    assert found == {"category:shirts", f"attribute:{name}:{word}"}
    assert "attribute" not in {each.kind for each in interpret("uni shirt", shop).entities}
