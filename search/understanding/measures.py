"""Numbers with units in one form, so that 0.5 l is 500 ml and 13 inch is 13"."""

from __future__ import annotations

import re
from decimal import Decimal

from catalog.folding import fold
from search.understanding.tokens import decimal

Measure = tuple[str, Decimal]  # what is measured, and how much of it in the first unit of its row

UNITS: dict[str, dict[str, str]] = {
    "volume": {
        "ml millilitre millilitres milliliter milliliters": "1",
        "cl centilitre centiliter": "10",
        "dl deciliter decilitre": "100",
        "l litre litres liter liters": "1000",
    },
    "weight": {
        "g gram grams gramm gramme grammes": "1",
        "kg kilo kilos kilogram kilograms kilogramm": "1000",
    },
    "length": {
        "mm millimetre millimetres millimeter millimeters": "1",
        "cm centimetre centimetres centimeter centimeters": "10",
        "m metre metres meter meters": "1000",
    },
    "inches": {'" ″ inch inches zoll pouce pouces': "1"},
    "storage": {"gb gigabyte gigabytes": "1", "tb terabyte terabytes": "1000"},
    "power": {"w watt watts": "1", "kw kilowatt": "1000"},
}
UNIT = {
    word: (dimension, Decimal(factor))
    for dimension, rows in UNITS.items()
    for words, factor in rows.items()
    for word in words.split()
}
WHOLE = re.compile(r'\s*(\d+(?:[.,]\d+)*)[\s-]*([^\W\d_]+|["″])\s*')


def measure(amount: Decimal, unit: str) -> Measure | None:
    """`measure(Decimal("0.5"), "l") == ("volume", Decimal(500))`; None for what is no unit."""
    if unit not in UNIT:
        return None
    dimension, factor = UNIT[unit]
    return dimension, (amount * factor).normalize()


def read_measure(text: str) -> Measure | None:
    """The measure that the whole of `text` is, e.g. of a size "500 ml"."""
    match = WHOLE.fullmatch(fold(text))
    amount = decimal(match[1]) if match else None
    return measure(amount, match[2]) if match and amount is not None else None
