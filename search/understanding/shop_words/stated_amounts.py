"""The amount that a value of an attribute states: "500 ml", "2-4", "ab 6 Jahren", "18m+"."""

from __future__ import annotations

import re
from decimal import Decimal

from catalog.folding import fold
from search.understanding.words.grammar import grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.measures import Measure, read_measure
from search.understanding.words.tokens import decimal, words_of
from search.understanding.words.units import AGES, UNIT, YEAR

Stated = tuple[str, Decimal, Decimal | None]  # dimension, from, to: None where it is one amount

BARE = "="
UNBOUNDED = Decimal(10) ** 15
REMARK = re.compile(r"\s*\([^()]*\)$")  # "1.5 l (magnum)"
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
RANGE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)?\s*(?:[-–—]|\b(?:to|a|bis|do|tot|ate|до)\b)"
    r"\s*(\d+(?:[.,]\d+)?\s*([^\W\d_]+)?)"
)
PLUS = re.compile(r"^\+\s*(?=\d)|(?<=\w)(?:\s+et)?\s*\+(?=\s|$)")  # "+6 ans", "6 ans et +", "18m+"
UPWARD, DOWNWARD = {"over", "from", "or more"}, {"under", "or less"}  # parts of the grammar
LONGEST_BOUND = 3  # words: "à partir de"
SHORT_AGE = re.compile(r"(?<=\d)\s*(m|mos?|y|j)\b")
AGE_UNITS = {"m": " months", "y": " years", "j": " years"}  # by the first letter


def stated_amount(name: str, value: str, language: str) -> Stated | None:
    """What the value of the attribute `name` states, in a shop that writes `language`."""
    plain = fold(REMARK.sub("", value)).strip()
    if not any(map(str.isdigit, plain)):
        return None
    plain = spelt_out(plain, words_of(name), language)
    if one := measure_of(name, plain):
        return *one, None
    bound, upward = without_bound(plain, language)
    if one := measure_of(name, bound) if bound else None:
        return (*one, UNBOUNDED) if upward else (one[0], Decimal(0), one[1])
    return range_of(name, plain)


def spelt_out(plain: str, name: list[str], language: str) -> str:
    """ "18m" as months of an "Age", "2-4 players" as "2-4" of the "Number of players"."""
    if not AGES.isdisjoint(name):
        return SHORT_AGE.sub(lambda unit: AGE_UNITS[unit[1][0]], plain)
    number, _space, last = plain.rpartition(" ")
    told = {base_form(word, language) for word in name}
    counts = number and last not in UNIT and base_form(last, language) in told
    return number.strip() if counts else plain


def measure_of(name: str, plain: str) -> Measure | None:
    """Also of a bare number whose unit is in the attribute's name: "watt: 60", "Length (cm)".

    An age is in years. What has no unit counts what the attribute is called: `bare("Pages")`.
    """
    found = read_measure(plain)
    number = decimal(plain) if NUMBER.fullmatch(plain) else None
    if found or number is None:
        return found
    told = re.findall(r"\w+", fold(name))
    units = [YEAR] if not AGES.isdisjoint(told) else reversed(told)
    read = (read_measure(f"{plain} {unit}") for unit in units)
    return next(filter(None, read), None) or (bare(name), number)


def without_bound(plain: str, language: str) -> tuple[str, bool]:
    """The amount of an open range and whether it goes up: "ab 6 jahren", "up to 10 kg", "6+".

    ("", False) where nothing says that it is open.
    """
    if PLUS.search(plain):
        return PLUS.sub("", plain), True
    words, parts = plain.split(), grammar((language, "en")).parts
    for length in range(min(LONGEST_BOUND, len(words) - 1), 0, -1):
        sides = (words[:length], words[length:]), (words[-length:], words[:-length])
        for said, amount in sides:
            played = parts.get(tuple(said), frozenset())
            if not played.isdisjoint(UPWARD | DOWNWARD):
                return " ".join(amount), not played.isdisjoint(UPWARD)
    return "", False


def range_of(name: str, plain: str) -> Stated | None:
    """The dimension and both ends of "10-20 kg", "6 mois à 3 ans", "40 bis 105 cm", "2-4"."""
    match = RANGE.fullmatch(plain)
    if match is None:
        return None
    unit = match[2] or match[4] or ""
    least, most = measure_of(name, f"{match[1]} {unit}".strip()), measure_of(name, match[3])
    alike = least and most and least[0] == most[0] and least[1] < most[1]
    return (least[0], least[1], most[1]) if least and most and alike else None


def bare(name: str) -> str:
    """The dimension of an attribute that has numbers without a unit."""
    return f"{BARE}{name}"
