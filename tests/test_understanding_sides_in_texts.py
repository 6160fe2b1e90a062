"""How texts may say an amount that no column has."""

from __future__ import annotations

import pytest

from search.understanding.names.amounts_in_texts import forms


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("8 mm", "8 x"),
        ("160 mm", "x 160"),
        ("30cm", "30 x"),
        ("4x40", "4,0 x 40"),
        ("4 x 50 mm", "4.0 x 50 mm"),
        ("5×80", "5.0 x 80"),
        ("50 ml", "5 cl"),
        ("60 l", "60 litre"),
        ("2 litre", "2 liter"),
        ("500 g", "500 gramm"),
    ],
)
def test_it_may_be_one_side_or_written_with_a_decimal(amount: str, said: str) -> None:
    assert said in forms(amount)


@pytest.mark.parametrize("amount", ["8 kg", "8 l", "8 m"])
def test_what_is_no_small_length_is_no_side(amount: str) -> None:
    assert "8 x" not in forms(amount)
