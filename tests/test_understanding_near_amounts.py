"""An amount that the shop has only nearly: what was typed is told beside what there is."""

from __future__ import annotations

import pytest

from search.query import Entity
from search.understanding import interpret
from tests.understanding_new_shops import shops

SHOP = shops()["hardware"]


def amount(text: str) -> Entity:
    (found,) = (each for each in interpret(text, SHOP).entities if each.kind == "attribute")
    return found


@pytest.mark.parametrize(
    ("text", "typed", "there"),
    [
        ("watering can 1.5 l", "1.5 l", "1.4 l"),
        ("Gießkanne 1,5 Liter watering can", "1,5 Liter", "1.4 l"),
        ("light bulb 95 W", "95 W", "100 W"),
        ("hose 16 m", "16 m", "15 m"),
    ],
)
def test_what_was_typed_is_told_beside_the_nearest(text: str, typed: str, there: str) -> None:
    assert amount(text).label.endswith(f": {typed} ≈ {there}")
    assert amount(text).value.endswith(f":{there}")


@pytest.mark.parametrize(
    ("text", "label"), [("light bulb 60 watt", "Power: 60 W"), ("hose 350 cm", "Length: 3.5 m")]
)
def test_the_same_amount_is_told_as_the_shop_spells_it(text: str, label: str) -> None:
    assert amount(text).label == label


def test_what_is_only_near_is_not_excluded() -> None:
    assert not any(
        "1.4 l" in str(each.values) for each in interpret("watering can not 1.5 l", SHOP).entities
    )
