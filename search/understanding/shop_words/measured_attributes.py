"""Attributes that are numbers, such as "Capacity: 500 ml" or "Pages: 192", by how much that is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

from catalog.folding import fold
from search.understanding.shop_words.catalogue_stats import CatalogueStats
from search.understanding.words.inflection import base_form
from search.understanding.words.measures import Measure, read_measure
from search.understanding.words.tokens import decimal, words_of
from search.understanding.words.units import PEOPLE

REMARK = re.compile(r"\s*\([^()]*\)$")  # "1.5 l (magnum)"
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
RANGE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)?\s*(?:[-–—]|\b(?:to|a|bis|do|tot|ate|до)\b)"
    r"\s*(\d+(?:[.,]\d+)?\s*([^\W\d_]+))"
)
YEARS = range(1900, 2101)
BARE = "="
NEAR_SHARE = Decimal("0.1")  # share by which another amount may differ: 1.4 l for 1.5 l


class Amount(NamedTuple):
    how_much: Decimal
    attribute: str
    value: str  # as the catalogue spells it
    places: tuple[str, ...] = ()  # url_paths of the categories whose things have it; (): not known
    upto: Decimal | None = None  # of a range, "10-20 kg", which begins at `how_much`

    def meets(self, low: Decimal, high: Decimal) -> bool:
        return self.how_much <= high and low <= (self.upto or self.how_much)

    def is_of(self, url_paths: Collection[str]) -> bool:
        """Whether a thing of these categories, or of those below them, has it."""
        wanted = tuple(f"{path}/" for path in url_paths)
        return not (self.places and wanted) or any(
            f"{place}/".startswith(wanted) for place in self.places
        )


class MeasuredAttributes:
    def __init__(self, stats: CatalogueStats) -> None:
        self.is_aside = stats.is_aside
        self.by_dimension: dict[str, list[Amount]] = {}
        for name, values in stats.attributes.items():
            for value in values:
                places = stats.amounts.get((name, value), ())
                if found := measure_of(name, value) or range_of(value):
                    dimension, how_much, *most = found
                    amount = Amount(how_much, name, value, places, *most)
                    self.by_dimension.setdefault(dimension, []).append(amount)
        self.bare = {each for each in self.by_dimension if each.startswith(BARE)}
        self.named_by = words_of_one(self.bare, stats.language)
        self.years = next(filter(self._tells_years, sorted(self.bare)), "")

    def _tells_years(self, dimension: str) -> bool:
        return all(each.how_much in YEARS for each in self.by_dimension[dimension])

    def within(
        self, dimension: str, low: Decimal, high: Decimal, url_paths: Collection[str] = ()
    ) -> list[Amount]:
        """Those between the two of things in these categories, the smallest first.

        Ranges that have some of it; where one is the very range, that alone.
        """
        there = self.by_dimension.get(dimension, ())
        if any(map(self.is_aside, url_paths)):  # whose amounts nobody has counted
            url_paths = ()
        inside = [each for each in there if each.meets(low, high) and each.is_of(url_paths)]
        same = [each for each in inside if (each.how_much, each.upto) == (low, high)]
        return sorted(same or inside, key=lambda each: each[:3])

    def nearest(
        self, dimension: str, asked: Decimal, url_paths: Collection[str] = ()
    ) -> list[Amount]:
        """Those that are nearest to it, where some are near enough.

        For three people a tent for four will do, and none for two.
        """
        if dimension in self.bare:  # another year, or another part, is another thing
            return []
        few = dimension == PEOPLE
        low, high = (
            (asked, 2 * asked) if few else (asked * (1 - NEAR_SHARE), asked * (1 + NEAR_SHARE))
        )
        near = self.within(dimension, low, high, url_paths)
        least = min((abs(each.how_much - asked) for each in near), default=None)
        return [each for each in near if abs(each.how_much - asked) == least]


def words_of_one(dimensions: Iterable[str], language: str) -> dict[str, str]:
    """The base forms of the words that one of the names alone has: "spf" of "Indice SPF"."""
    found: dict[str, set[str]] = {}
    for each in dimensions:
        for word in words_of(each.removeprefix(BARE)):
            found.setdefault(base_form(word, language), set()).add(each)
    return {word: next(iter(each)) for word, each in found.items() if len(each) == 1}


def measure_of(name: str, value: str) -> Measure | None:
    """Also of a bare number whose unit is in the attribute's name: "watt: 60", "Length (cm)".

    Without a unit it counts what the attribute is called: `bare("Pages")`.
    """
    plain = REMARK.sub("", value).strip()
    found = read_measure(plain)
    number = decimal(plain) if NUMBER.fullmatch(plain) else None
    if found or number is None:
        return found
    units = (read_measure(f"{plain} {word}") for word in reversed(re.findall(r"\w+", fold(name))))
    return next(filter(None, units), None) or (bare(name), number)


def range_of(value: str) -> tuple[str, Decimal, Decimal] | None:
    """The dimension and both ends of "10-20 kg", "6 mois à 3 ans", "40 bis 105 cm"."""
    match = RANGE.fullmatch(fold(REMARK.sub("", value)).strip())
    if match is None:
        return None
    least, most = read_measure(f"{match[1]} {match[2] or match[4]}"), read_measure(match[3])
    alike = least and most and least[0] == most[0] and least[1] < most[1]
    return (least[0], least[1], most[1]) if least and most and alike else None


def bare(name: str) -> str:
    """The dimension of an attribute that has numbers without a unit."""
    return f"{BARE}{name}"
