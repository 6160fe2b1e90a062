"""Numbers with units, thousands and decimals are read in one form."""

from __future__ import annotations

from decimal import Decimal

import pytest

from search.understanding.words.measures import read_measure
from search.understanding.words.tokens import decimal


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1,200", "1200"), ("1.200,50", "1200.50"), ("0,5", "0.5"), ("12.50", "12.50"), ("80", "80")],
)
def test_commas_and_points_are_read_as_people_write_them(typed: str, value: str) -> None:
    assert decimal(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("500 ml", "0.5 l"),
        ("500ml", "0,5 Liter"),
        ("50 cl", "500 millilitres"),
        ("13 inch", '13"'),
        ("13-inch", "13 Zoll"),
        ("1.2 kg", "1200 g"),
        ("30 cm", "300 mm"),
    ],
)
def test_two_ways_to_write_a_measure_are_the_same(one: str, other: str) -> None:
    assert read_measure(one) is not None
    assert read_measure(one) == read_measure(other)


def test_other_things_than_measures_are_none() -> None:
    assert [read_measure(text) for text in ("42", "XL", "5 boxes", "ml")] == [None] * 4
