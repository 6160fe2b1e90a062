"""Numbers with units, in one form: 0.5 l is 500 ml, 1 TB is 1,000 GB.

The first unit of each row is its base, in which numbers are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS: dict[str, dict[str, str]] = {
    "volume": {"ml": "1", "cl": "10", "dl": "100", "l": "1000", "fl oz": "29.5735"},
    "weight": {
        "g": "1",
        "mg": "0.001",
        "kg": "1000",
        "t": "1000000",
        "oz": "28.3495",
        "lb": "453.592",
    },
    "length": {"mm": "1", "cm": "10", "m": "1000", "km": "1000000"},
    "inches": {'"': "1", "ft": "12"},
    "area": {"cm²": "1", "m²": "10000"},
    "storage": {"gb": "1", "mb": "0.001", "tb": "1000"},
    "power": {"w": "1", "kw": "1000", "hp": "745.7"},
    "energy": {"wh": "1", "kwh": "1000"},
    "charge": {"mah": "1", "ah": "1000"},
    "voltage": {"v": "1", "mv": "0.001", "kv": "1000"},
    "current": {"ma": "1", "a": "1000"},
    "frequency": {"hz": "1", "khz": "1000", "mhz": "1000000", "ghz": "1000000000"},
    "time": {"s": "1", "min": "60", "h": "3600", "d": "86400"},
    "light": {"lm": "1"},
    "colour temperature": {"k": "1"},
    "loudness": {"db": "1"},
    "pressure": {"bar": "1", "psi": "0.0689476"},
    "pixels": {"mp": "1"},
    "weave": {"den": "1"},
    "cloth weight": {"gsm": "1", "g/m²": "1"},
    "percent": {"%": "1"},
    "temperature": {"°c": "1"},
    "angle": {"°": "1"},
}
SPELT: dict[str, str] = {
    spelling: unit
    for unit, spellings in {
        "ml": "millilitre millilitres milliliter milliliters",
        "cl": "centilitre centilitres centiliter centiliters zentiliter",
        "l": "litre litres liter liters lt ltr litros litro litri",
        "g": "gram grams gramm gramme grammes gr gramos grammi",
        "kg": "kilo kilos kilogram kilograms kilogramm kilogrammes kgs",
        "lb": "lbs pound pounds",
        "oz": "ounce ounces",
        "mm": "millimetre millimetres millimeter millimeters",
        "cm": "centimetre centimetres centimeter centimeters zentimeter",
        "m": "metre metres meter meters mtr",
        '"': "″ ” '' in inch inches zoll pouce pouces pulgadas pollici",
        "ft": "feet foot",
        "m²": "m2 sqm qm",
        "cm²": "cm2",
        "g/m²": "g/m2",
        "gb": "gigabyte gigabytes gib go",
        "mb": "megabyte megabytes mo",
        "tb": "terabyte terabytes to",
        "w": "watt watts",
        "kw": "kilowatt kilowatts",
        "hp": "ps",
        "v": "volt volts",
        "a": "amp amps ampere amperes",
        "min": "mins minute minutes minuten minuti minutos",
        "h": "hr hrs hour hours stunde stunden std heures heure",
        "d": "day days tage tag jours",
        "s": "sec secs second seconds sekunden",
        "lm": "lumen lumens",
        "k": "kelvin",
        "den": "denier",
        "%": "percent prozent",
        "°": "degrees grad",
        "mp": "megapixel megapixels",
    }.items()
    for spelling in spellings.split()
}
FACTORS = {
    unit: (dimension, Decimal(factor))
    for dimension, row in UNITS.items()
    for unit, factor in row.items()
}
NUMBER = r"[-+]?\d{1,12}(?:[.,]\d{1,6})?"
WHOLE = re.compile(rf"({NUMBER})\s*-?\s*([^\W\d_]*[²%°]?[^\W\d_]*(?:/[^\W\d_]+²?2?)?|[\"″”]|'')\.?")
UNITS_SHOWN = {
    "gb": "GB", "mb": "MB", "tb": "TB", "w": "W", "kw": "kW", "wh": "Wh", "kwh": "kWh",
    "mah": "mAh", "ah": "Ah", "v": "V", "mv": "mV", "kv": "kV", "a": "A", "ma": "mA", "k": "K",
    "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "db": "dB", "mp": "MP", "°c": "°C",
}  # fmt: skip

WITHOUT_A_SPACE = ("%", "°", '"')  # written without a space after the number


@dataclass(frozen=True)
class Measure:
    """An amount in a unit of `FACTORS`; the unit is empty for a bare number."""

    amount: Decimal
    unit: str = ""

    @property
    def dimension(self) -> str:
        """What is measured, "" for a bare number."""
        return FACTORS[self.unit][0] if self.unit else ""

    @property
    def base(self) -> Decimal:
        """The amount in the first unit of its dimension: 0.5 l is 500."""
        return (self.amount * FACTORS[self.unit][1]).normalize() if self.unit else self.amount

    def __str__(self) -> str:
        number = f"{self.amount.normalize():f}"
        if not self.unit:
            return number
        space = "" if self.unit in WITHOUT_A_SPACE else " "
        return f"{number}{space}{UNITS_SHOWN.get(self.unit, self.unit)}"


def unit_of(name: str) -> str | None:
    """The unit of a spelling ("Litres" is "l", "" is ""); None where it is none."""
    folded = name.strip().lower()
    folded = SPELT.get(folded, folded)
    return folded if not folded or folded in FACTORS else None


def measure(text: str, unit: str = "") -> Measure | None:
    """The measure that the whole text is; a bare number is in `unit`. None where it is none.

    "1,5 l" and "1.5 l" are the same; a number of more than 12 figures is no amount but a number
    of something.
    """
    match = WHOLE.fullmatch(text.strip())
    own = unit_of(match[2]) if match else None
    if not match or own is None:
        return None
    return Measure(Decimal(match[1].replace(",", ".")), own or unit)
