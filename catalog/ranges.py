"""Ranges of numbers with units, as filters write them: "16 GB..", "..2 l", "1..2 l"."""

from __future__ import annotations

from decimal import Decimal

from catalog.measures import measure

DOTS = ".."
Bounds = tuple[Decimal | None, Decimal | None]


def bounds(text: str, unit: str = "") -> Bounds | None:
    """The ends in the base unit: "1..2 l" is (1000, 2000); None where the text is no range.

    A bare number is in the unit of the other end, else in `unit`.
    """
    low, dots, high = (part.strip() for part in text.partition(DOTS))
    if not dots or not (low or high):
        return None
    first, last = measure(low), measure(high)
    spoken = next((end.unit for end in (last, first) if end and end.unit), unit)
    first, last = measure(low, spoken), measure(high, spoken)
    if (low and not first) or (high and not last):
        return None
    return (first.base if first else None, last.base if last else None)
