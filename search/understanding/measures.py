"""Numbers with units in one form, so that 0.5 l is 500 ml and 13 inch is 13"."""

from __future__ import annotations

import re
from decimal import Decimal

from catalog.folding import fold
from search.understanding.tokens import decimal

PEOPLE = "people"
Measure = tuple[str, Decimal]  # what is measured, and how much of it in the first unit of its row

UNITS: dict[str, dict[str, str]] = {
    "volume": {
        "ml millilitre millilitres milliliter milliliters mililitros mililitri": "1",
        "cl centilitre centiliter": "10",
        "dl deciliter decilitre": "100",
        "l litre litres liter liters litern litro litros litri litr litra litry litrow": "1000",
        "gallon gallons": "3785",
    },
    "weight": {
        "g gram grams gramm gramme grammes gramos grammi gramow": "1",
        "kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos": "1000",
        "oz ounce ounces": "28.35",
        "lb lbs": "453.6",
    },
    "length": {
        "mm millimetre millimetres millimeter millimeters": "1",
        "cm centimetre centimetres centimeter centimeters centimetros": "10",
        "m metre metres meter meters metros metri metr metry metrow": "1000",
        '" ″ inch inches zoll pouce pouces pulgadas pollici polegadas cali': "25.4",
        "ft foot feet": "304.8",
    },
    "storage": {"mb": "0.001", "gb gigabyte gigabytes": "1", "tb terabyte terabytes": "1000"},
    "power": {"w watt watts": "1", "kw kilowatt": "1000"},
    "voltage": {"v volt volts": "1"},
    "charge": {"mah": "1", "ah": "1000"},
    "frequency": {"hz": "1", "khz": "1000", "mhz": "1000000", "ghz": "1000000000"},
    "light": {"lm lumen lumens": "1"},
    "resolution": {"mp megapixel megapixels": "1"},
    # For how many: of what is slept in, sat on or eaten at.
    PEOPLE: {
        """people person persons pers sleeps seats seat seater seaters berth berths
        personen schlafplatze sitzplatze sitze sitzer personnes personne places couchages
        personas persona plazas persone posti pessoas lugares zits osob osoby osobowy osobowa
        kisi kisilik kisiye""": "1"
    },
}
UNIT = {
    word: (dimension, Decimal(factor))
    for dimension, rows in UNITS.items()
    for words, factor in rows.items()
    for word in words.split()
}
WHOLE = re.compile(r'\s*(\d+(?:[.,]\d+)*|\d?\d[⁄/]\d)[\s-]*([^\W\d_]+|["″])\s*')


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


def spellings(amount: str) -> tuple[str, ...]:
    """ "45x45" is "45 x 45" as well, and "5kg" is "5 kg"."""
    apart = re.sub(r"(?<=\d)\s*([^\W\d_]|[x×])", r" \1", re.sub(r"[x×](?=\s*\d)", "x ", amount))
    joined = re.sub(r"\s+", "", amount).replace("×", "x")
    return tuple(dict.fromkeys((amount, " ".join(apart.split()), joined)))
