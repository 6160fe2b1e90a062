"""Waist and length of trousers are found however shop and shopper spell them."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

KINDS = (Category("Jeans", "jeans"), Category("Pillows", "pillows"))


def sizes(text: str, *shops: str) -> list[str]:
    stats = CatalogueStats(categories=KINDS, sizes={"jeans": dict.fromkeys(shops, 3)})
    found = interpret(text, Vocabulary(stats)).entities
    return [value for each in found if each.kind == "size" for value in each.values]


@pytest.mark.parametrize("spelt", ["W32/L34", "32/34", "W32 L34", "32x34", "32W x 34L"])
@pytest.mark.parametrize("asked", ["jeans W32 L34", "w32/l34 jeans", "W32L34 jeans"])
def test_waist_and_length_are_one_size(asked: str, spelt: str) -> None:
    assert sizes(asked, spelt, "W30/L32") == [spelt]


@pytest.mark.parametrize("asked", ["W32 jeans", "jeans w32"])
def test_a_waist_alone_is_any_length(asked: str) -> None:
    assert set(sizes(asked, "W32/L34", "W32/L30", "W34/L34")) == {"W32/L34", "W32/L30"}


@pytest.mark.parametrize("spelt", ["32", "W32", "32W"])
def test_a_shop_may_say_no_length(spelt: str) -> None:
    assert sizes("W32 jeans", spelt, "34") == [spelt]


def test_another_waist_is_none_of_these() -> None:
    assert sizes("W36 jeans", "32", "34") == []


def test_a_bare_number_is_no_waist_of_several_lengths() -> None:
    assert sizes("set of 32 jeans patches", "W32/L34") == []
