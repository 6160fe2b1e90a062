"""Numbers with units are compared in one unit, however they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.measures import measure
from catalog.ranges import bounds


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("16GB", 16), ("16 gb", 16), ("1 TB", 1000), ("0,5 l", 500), ("1.7 Liter", 1700),
        ("13 Zoll", 13), ('13"', 13), ("13.3 inch", "13.3"), ("60 watts", 60), ("2 kW", 2000),
        ("8 cm", 80), ("1,25 kg", 1250), ("50 %", 50), ("90°", 90), ("75", 75), ("-5", -5),
        ("180 g/m²", 180), ("5000mAh", 5000), ("2.4 GHz", 2400000000), ("30 min", 1800),
    ],
)  # fmt: skip
def test_amounts_are_read_whole(text: str, base: object) -> None:
    found = measure(text)

    assert found is not None
    assert found.base == Decimal(str(base))


@pytest.mark.parametrize(
    "text", ["", "GB", "16 apples", "E27", "10-12 cm", "10x12 cm", "1234567890123"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert measure(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [("16gb", "16 GB"), ("1,50 Liter", "1.5 l"), ("13 zoll", '13"'), ("50%", "50%"), ("75", "75")],
)
def test_amounts_are_written_one_way(text: str, shown: str) -> None:
    assert str(measure(text)) == shown


@pytest.mark.parametrize(
    ("text", "unit", "ends"),
    [
        ("16 GB..", "", (16, None)),
        ("..2 l", "", (None, 2000)),
        ("1..2 l", "", (1000, 2000)),
        ("1 l..2", "", (1000, 2000)),
        ("500 ml..2 l", "", (500, 2000)),
        ("16..", "gb", (16, None)),
        ("1..2", "tb", (1000, 2000)),
        ("5", "", None),
        ("..", "", None),
        ("a..b", "", None),
    ],
)
def test_a_range_has_one_or_two_ends(text: str, unit: str, ends: object) -> None:
    assert bounds(text, unit) == ends
