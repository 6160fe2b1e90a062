"""Attributes that are numbers, such as "Capacity: 500 ml" or "Pages: 192", by how much that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

from search.understanding.shop_words.catalogue_stats import CatalogueStats
from search.understanding.shop_words.stated_amounts import BARE, UNBOUNDED, stated_amount
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of
from search.understanding.words.units import AGE, PEOPLE

YEARS = range(1900, 2101)
NEAR_SHARE = Decimal("0.1")  # share by which another amount may differ: 1.4 l for 1.5 l
# "From 3 years" is for children up to so old, in months: of what is for grown-ups nobody says it.
GROWN = 2, 24


class Amount(NamedTuple):
    how_much: Decimal
    attribute: str
    value: str  # as the catalogue spells it
    places: tuple[str, ...] = ()  # url_paths of the categories whose things have it; (): not known
    upto: Decimal | None = None  # of a range, "10-20 kg", which begins at `how_much`

    def meets(self, low: Decimal, high: Decimal, dimension: str) -> bool:
        if self.upto is None:
            return low <= self.how_much <= high
        upto = self.upto
        if dimension == AGE and upto == UNBOUNDED:
            upto = GROWN[0] * self.how_much + GROWN[1]
        if dimension == AGE and high == UNBOUNDED:
            high = low  # who asks for "ages 6+" has a child of six, for whom "10+" is too early
        return self.how_much <= high and low <= upto

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
                if found := stated_amount(name, value, stats.language):
                    dimension, how_much, upto = found
                    amount = Amount(how_much, name, value, places, upto)
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

        Ranges that have some of it; where one is the very range, that alone. "From 6 years" is
        whatever begins there, "6-10" as well as "6+".
        """
        there = self.by_dimension.get(dimension, ())
        if any(map(self.is_aside, url_paths)):  # whose amounts nobody has counted
            url_paths = ()
        met = (each for each in there if each.meets(low, high, dimension))
        inside = [each for each in met if each.is_of(url_paths)]
        same = [each for each in inside if (each.how_much, each.upto) == (low, high)]
        if same and dimension == AGE and high == UNBOUNDED:
            same = [each for each in inside if each.how_much == low and each.upto is not None]
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
