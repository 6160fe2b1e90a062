"""Ranges without a unit beside a kind of thing: "sofa 200 to 400" is of prices where nothing else
of sofas is so much.

Numbers that an attribute or a size of the kind has, or a title of the shop, are more likely meant:
in titles nobody counts them by kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from search.understanding.parse import Parse
from search.understanding.shop_words.catalogue_stats import NUMBER, as_decimal
from search.understanding.shop_words.measured_attributes import YEARS
from search.understanding.words.units import AGES

LEAST = 20  # ages, counts and small sizes are below
DEAREST = 4  # times the price below which a quarter of the kind is sold


def are_prices(parse: Parse, start: int, end: int, low: Decimal, high: Decimal) -> bool:
    """Whether the range in tokens `start` to `end` can be nothing but prices of the kind."""
    kinds = tuple(parse.categories())
    cheap = [parse.vocabulary.stats.cheap.get(kind) for kind in kinds]
    known = [each for each in cheap if each is not None]
    if not known or len(known) < len(kinds) or parse.sizes or high < LEAST:
        return False
    if is_named(parse, start - 1) or parse.unknown(end) or (low in YEARS and high in YEARS):
        return False
    sold = max(known) <= high and low <= DEAREST * min(known)
    return sold and not any(low <= each <= high for each in numbers(parse, kinds))


def is_named(parse: Parse, before: int) -> bool:
    """Whether the word before says what the numbers are: "size 20-40", "FX 20-40"."""
    told = before >= 0 and parse.tokens[before].text in AGES
    return told or parse.unknown(before) or "size" in parse.plays(before)


def numbers(parse: Parse, kinds: tuple[str, ...]) -> Iterator[Decimal]:
    """Of titles and of values of attributes of the kinds, whatever their units."""
    known = parse.vocabulary
    yield from known.stats.title_numbers
    amounts = (each for of_one in known.measured.by_dimension.values() for each in of_one)
    values = (each.value for each in amounts if each.is_of(kinds))
    yield from (as_decimal(digits) for value in values for digits in NUMBER.findall(value))
