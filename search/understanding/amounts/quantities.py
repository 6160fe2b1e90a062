"""Amounts in a query: "500 ml", "at least 16 GB", "2 to 3 l", "½ l", "half a litre"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from search.understanding.amounts.bare_numbers import bare_dimension
from search.understanding.comparisons import comparison
from search.understanding.parse import Bound, Parse
from search.understanding.shop_words.stated_amounts import UNBOUNDED, bare
from search.understanding.words.inflection import base_form
from search.understanding.words.measures import measure
from search.understanding.words.units import AGE, AGES, PEOPLE, UNIT, YEAR

PERSONS = frozenset(unit for unit, (dimension, _factor) in UNIT.items() if dimension == PEOPLE)
BEYOND = Decimal("1e-9")  # what is longer than 20 m is not of 20 m
BELOW = "< <= ≤"
ABOVE = "> >= ≥"
HALF = Decimal("0.5")


@dataclass(frozen=True)
class Quantity:
    """From `low` to `high` of a dimension, in tokens `start` to `end`."""

    dimension: str
    low: Decimal
    high: Decimal
    start: int
    end: int

    @property
    def exact(self) -> bool:
        return self.low == self.high


def quantity_at(parse: Parse, i: int) -> Quantity | None:
    for kind, signs in (("under", BELOW), ("over", ABOVE)):
        said = 1 if parse.sign(i, signs) else parse.part(i, kind)
        of_it = parse.part(i, "of an amount") >= said  # "da 2 l" is of 2 l, "da 20 €" from there up
        one = single(parse, i + said) if said and not of_it else None
        if one:
            upward = kind == "over"
            low, high = (one.low, UNBOUNDED) if upward else (Decimal(0), one.high)
            return Quantity(one.dimension, low, high, i, one.end)
    said, more = comparison(parse, i)
    if said and (one := single(parse, i + said)):
        low, high = (one.low + BEYOND, UNBOUNDED) if more else (Decimal(0), one.high - BEYOND)
        return Quantity(one.dimension, low, high, i, one.end)
    said = parse.part(i, "between", "from", "about")
    return several(parse, i, i + said) or one_with_bound(parse, i, i + said)


def counted_at(parse: Parse, i: int) -> list[Bound]:
    """ "Over 200 pieces", of what titles may count."""
    for kind, signs in (("under", BELOW), ("over", ABOVE)):
        said = 1 if parse.sign(i, signs) else parse.part(i, kind)
        at = i + said
        number = parse.tokens[at].number if said and parse.free(at) else None
        if number is None or not parse.free(at + 1) or parse.tokens[at + 1].kind != "word":
            continue
        known = parse.vocabulary
        counted = base_form(parse.tokens[at + 1].text, known.language)
        if counted in known.titles.base_forms:
            low, high = (number, UNBOUNDED) if kind == "over" else (Decimal(0), number)
            return [Bound(bare(counted), low, high, i, at + 2)]
    return []


def bound_of(asked: Quantity) -> Bound:
    return Bound(asked.dimension, asked.low, asked.high, asked.start, asked.end)


def one_with_bound(parse: Parse, start: int, i: int) -> Quantity | None:
    """ "2 l", "2 l or more", "6+ years"; of an age "from 6 years" is open as well."""
    one = single(parse, i)
    if not one:
        return None
    more, less = parse.part(one.end, "or more"), parse.part(one.end, "or less")
    more = more or parse.sign(one.end, "+")
    since = one.dimension == AGE and start < i and parse.part(start, "from")
    high = UNBOUNDED if more or since or parse.sign(i + 1, "+") else one.high
    low = Decimal(0) if less else one.low
    return Quantity(one.dimension, low, high, start, one.end + (more or less))


def several(parse: Parse, start: int, i: int) -> Quantity | None:
    """ "2-4 m", "256 GB to 1 TB"."""
    first = parse.tokens[i].number if parse.free(i) else None
    if first is None:
        return None
    one = single(parse, i)
    j = one.end if one else i + 1
    to = 1 if parse.sign(j, "- – —") else parse.part(j, "to")
    other = single(parse, j + to) if to else None
    if not other or (one and one.dimension != other.dimension):
        return None
    of_unit = measure(first, parse.tokens[other.end - 1].text)  # None of "2-4 players"
    low = one.low if one else of_unit[1] if of_unit else first
    low, high = sorted((low, other.high))
    return Quantity(other.dimension, low, high, start, other.end)


def single(parse: Parse, i: int) -> Quantity | None:
    """A number and its unit: "2 l", "2-litre", "half a litre"."""
    if people := people_at(parse, i):
        return people
    half = parse.part(i, "half")
    number = HALF if half else number_at(parse, i)
    j = i + (half or 1)
    j += parse.sign(j, "- +")
    if number is None:
        return None
    if not parse.free(j) or parse.tokens[j].text not in UNIT:
        counted = "" if half else bare_dimension(parse, i)
        if not counted and not half and is_age(parse, i):
            counted, number = measure(number, YEAR) or ("", number)
        return Quantity(counted, number, number, i, i + 1) if counted else None
    if parse.tokens[j].typed.isupper() and len(parse.tokens[j].typed) == 1 and j > i + 1:
        return None
    found = measure(number, parse.tokens[j].text)
    return Quantity(found[0], found[1], found[1], i, j + 1) if found else None


def is_age(parse: Parse, i: int) -> bool:
    """Whether a bare number stands behind a word for ages: "ages 8-12", "Alter 6"."""
    at = i - 1
    while at >= 1 and (parse.sign(at, "- – —") or (parse.free(at) and parse.tokens[at].number)):
        at -= 1  # the upper end of a range
    told = parse.free(at) and parse.tokens[at].text in AGES
    return told and AGE in parse.vocabulary.measured.by_dimension


def people_at(parse: Parse, i: int) -> Quantity | None:
    """For how many, in one word ("zweisitzig", "双人"), or behind a "for" ("tenda per due")."""
    if not parse.free(i):
        return None
    said = parse.grammar.people.get(parse.tokens[i].text)
    if said is None and i and "for" in parse.plays(i - 1) and ends_at(parse, i + 1):
        said = parse.grammar.numbers.get(parse.tokens[i].text)
    return Quantity(PEOPLE, Decimal(said), Decimal(said), i, i + 1) if said else None


def ends_at(parse: Parse, i: int) -> bool:
    """Whether no noun follows that could be counted: "for two", "for two in green"."""
    return i >= len(parse.tokens) or bool(parse.plays(i)) or parse.tokens[i].kind == "sign"


def number_at(parse: Parse, i: int) -> Decimal | None:
    """In digits, or of people in a word: "two persons"."""
    if not parse.free(i):
        return None
    said = parse.grammar.numbers.get(parse.tokens[i].text)
    counts_people = said and i + 1 < len(parse.tokens) and parse.tokens[i + 1].text in PERSONS
    return Decimal(said) if said and counts_people else parse.tokens[i].number
