"""Numbers with units in one form, so that 0.5 l is 500 ml and 13 inch is 13"."""

from __future__ import annotations

import re
from decimal import Decimal

from catalog.folding import fold
from search.understanding.words.tokens import decimal
from search.understanding.words.units import UNIT

Measure = tuple[str, Decimal]  # what is measured, and how much of it in the first unit of its row

# As attributes are written, and nobody asks: a "3d puzzle" takes no three days.
SHORT = {"d": "day"}
DECIMAL_MARK = re.compile(r"(?<=\d)[.,](?=\d)")
LONG_NAME = 4  # letters of a unit's name; shorter ones are its signs
MOST_DECIMALS, MOST_OF_A_UNIT = 2, 10_000  # as amounts are written
WHOLE = re.compile(r'\s*(\d+(?:[.,]\d+)*|\d?\d[⁄/]\d)[\s%-]*([^\W\d_]+|["″])\.?\s*')


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
    return measure(amount, SHORT.get(match[2], match[2])) if match and amount is not None else None


def spellings(amount: str) -> tuple[str, ...]:
    """ "45x45" is "45 x 45" as well, and "5kg" is "5 kg"."""
    apart = re.sub(r"(?<=\d)\s*([^\W\d_]|[x×])", r" \1", re.sub(r"[x×](?=\s*\d)", "x ", amount))
    joined = re.sub(r"\s+", "", amount).replace("×", "x")
    written = (amount, " ".join(apart.split()), joined)
    return tuple(dict.fromkeys(form for each in written for form in (each, *other_mark(each))))


def other_mark(amount: str) -> list[str]:
    """ "0,5 mm" of "0.5 mm": a page has one mark, its titles the other."""
    swapped = DECIMAL_MARK.sub(lambda mark: ".,"[mark.group() == "."], amount)
    return [swapped] if swapped != amount else []


def equal_amounts(amount: str) -> tuple[str, ...]:
    """The same in the other units of what is measured: "75 cl" is "750 ml" and "0.75 l".

    And by the other names of its own unit: "60 l" is "60 litre".
    """
    found = read_measure(amount)
    if found is None:
        return ()
    dimension, exact = found
    units = {factor: unit for unit, (kind, factor) in reversed(UNIT.items()) if kind == dimension}
    numbers = ((exact / factor, unit) for factor, unit in units.items())
    written = (f"{number:f} {unit}" for number, unit in numbers if is_written(number))
    return tuple(dict.fromkeys((*written, *same_unit(amount, dimension))))


def same_unit(amount: str, dimension: str) -> list[str]:
    number, said = WHOLE.fullmatch(fold(amount)).groups()  # type: ignore[union-attr]
    factor = UNIT[SHORT.get(said, said)][1]
    names = (unit for unit, known in UNIT.items() if known == (dimension, factor))
    return [f"{number} {name}" for name in names if name.isascii() and len(name) >= LONG_NAME]


def is_written(number: Decimal) -> bool:
    """Whether anybody writes so many, of that unit: no 0.0004 l."""
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MOST_DECIMALS and number < MOST_OF_A_UNIT
