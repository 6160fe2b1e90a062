"""The sizes of each category in a normal form: "EU 42", "42 EU" and "42" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from catalog.folding import fold
from search.understanding.shop_words.catalogue_stats import CatalogueStats, ancestors
from search.understanding.words.measures import Measure, read_measure

SYSTEM = re.compile(r"^(?:eu|eur|uk|us|it|fr|de)(?=\d)|(?<=\d)(?:eu|eur|uk|us)$")
DIMENSIONS = re.compile(r"\d[\d.]*x\d")
SPAN = re.compile(r"(\d+(?:\.\d+)?)[-–/](\d+(?:\.\d+)?)")
TWOFOLD = re.compile(r"(\d{1,3}|\d?x*[sl]|m)/(\d{1,3}|\d?x*[sl]|m)")  # "9/L": by number and letter
# Of trousers, waist and length in inches: "W32/L34", "32W x 34L"; shops say "32/34" and "32" too.
WAIST = re.compile(r"w?(\d\d)w?(?:[/x-]?l?(\d\d)l?)?")
ASIDE = re.compile(r"\(.*?\)")  # "M (54-58 cm)"
# All that a thing comes in, in one cell: "S/M/L", "38, 39, 40", "M、L". Two by a slash are one.
BETWEEN = re.compile(r"\s*[;、،|]\s*|\s*,\s+|(?:(?<=[a-z])|(?<=\d\d)),(?=[a-z]|\d\d)|\s*/\s*")
ONE = re.compile(r"\d{1,3}(?:[.,]5|[.,]0)?|\d?x*[sl]|m")
NEIGHBOURS = 2  # sizes that are named where one is missing


@dataclass
class Sizes:
    """The sizes of one place: normal form -> as the shop spells it -> products."""

    forms: dict[str, dict[str, int]] = field(default_factory=dict)
    spans: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)  # "42-44" -> 42, 44
    measures: dict[str, Measure] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.forms)

    def add(self, size: str, products: int) -> None:
        for form in size_forms(size):
            spelt = self.forms.setdefault(form, {})
            spelt[size] = spelt.get(size, 0) + products
        span = numbers_of(size)
        if span:
            self.spans[size] = span
        measured = read_measure(size)
        if measured:
            self.measures[size] = measured

    def spelt(self, form: str) -> tuple[str, ...]:
        """All spellings of a size, the commonest first; of one like "42-44" what has it inside."""
        exact = self.forms.get(form, {})
        if exact:
            return tuple(sorted(exact, key=lambda size: -exact[size]))
        number = numbers_of(form)
        return self.between(*number) if number and number[0] == number[1] else ()

    def between(self, low: Decimal, high: Decimal) -> tuple[str, ...]:
        """The sizes by number that lie between two or reach into what does, the smallest first."""
        there = (size for size, (a, b) in self.spans.items() if a <= high and b >= low)
        return tuple(sorted(there, key=lambda size: self.spans[size]))

    def measured(self, dimension: str, low: Decimal, high: Decimal) -> tuple[str, ...]:
        there = (
            size
            for size, (what, amount) in self.measures.items()
            if what == dimension and low <= amount <= high
        )
        return tuple(sorted(there, key=lambda size: self.measures[size][1]))

    def around(self, number: Decimal) -> tuple[str, ...]:
        """The sizes next to one that is not there."""
        near = sorted(self.spans, key=lambda size: distance(self.spans[size], number))
        return tuple(sorted(near[:NEIGHBOURS], key=lambda size: self.spans[size]))


class SizeIndex:
    def __init__(self, stats: CatalogueStats) -> None:
        self.is_aside = stats.is_aside
        self.by_place: dict[str, Sizes] = {"": Sizes()}
        for url_path, sizes in stats.sizes.items():
            for size, products in sizes.items():
                for place in {"", *ancestors(url_path)}:
                    self.by_place.setdefault(place, Sizes()).add(size, products)

    def everywhere(self) -> Sizes:
        return self.by_place[""]

    def of(self, url_paths: Iterable[str]) -> Sizes:
        """The sizes in these categories and those below them.

        Of one that stands beside others alone those of anything, as main categories count them.
        """
        if any(map(self.is_aside, url_paths := list(url_paths))):
            return self.everywhere()
        places = [self.by_place[path] for path in url_paths if path in self.by_place]
        if len(places) == 1:
            return places[0]
        found = Sizes()
        for place in places:
            of_place = {size: n for spelt in place.forms.values() for size, n in spelt.items()}
            for size, products in of_place.items():
                found.add(size, products)
        return found


def size_forms(size: str) -> set[str]:
    """ "EU 42" -> 42, eu42; "140 × 200" -> 140x200, 140x200cm; "9 / L" -> 9, l, 9/l."""
    if several := listed(size):
        return {form for each in several for form in size_forms(each)}
    plain = re.sub(r"\s", "", fold(size).replace(",", ".").replace("×", "x"))
    bare = ASIDE.sub("", plain) or plain
    twofold = TWOFOLD.fullmatch(bare)
    both = twofold.groups() if twofold and not SPAN.fullmatch(bare) else ()
    forms = {plain, bare, SYSTEM.sub("", bare), *both, bare.removesuffix(".0")}
    sides = {re.sub(r"(?<=\d)(?:cm|mm|in)$", "", form) for form in forms if DIMENSIONS.match(form)}
    return forms | sides | {f"{form}cm" for form in sides} | {*waist_forms(bare)}


def listed(size: str) -> list[str]:
    """The sizes of a cell that lists what a thing comes in; none where it is one size."""
    plain = fold(size)
    parts = [part for part in BETWEEN.split(plain) if part]
    several = len(parts) > 2 or (len(parts) == 2 and "/" not in plain)
    return parts if several and all(map(ONE.fullmatch, parts)) else []


def waist_forms(plain: str) -> list[str]:
    """ "32/34" -> w32, w32l34; a size that is no waist is asked for as one by nobody."""
    found = WAIST.fullmatch(plain)
    if not found:
        return []
    waist, length = found.groups()
    return [f"w{waist}", *([f"w{waist}l{length}"] if length else [])]


def as_waist(typed: str) -> str:
    """ "32w/34l" -> w32l34, the form of a waist that is said to be one; "" for all else."""
    return next(reversed(waist_forms(typed)), "") if "w" in typed else ""


def numbers_of(size: str) -> tuple[Decimal, Decimal] | None:
    """ "42" is 42 to 42, "EU 42-44" is 42 to 44; None for what is no plain number."""
    plain = SYSTEM.sub("", re.sub(r"\s", "", fold(size).replace(",", ".")))
    span = SPAN.fullmatch(plain)
    if span:
        low, high = Decimal(span[1]), Decimal(span[2])
        return (low, high) if low < high else None
    return (Decimal(plain),) * 2 if re.fullmatch(r"\d{1,4}(?:\.\d)?", plain) else None


def distance(span: tuple[Decimal, Decimal], number: Decimal) -> Decimal:
    low, high = span
    return max(low - number, number - high, Decimal(0))
