"""Numbers as addresses and forms of admin say them, and as its pages show them."""

from __future__ import annotations

from django.utils.formats import number_format

DIGITS = 18  # of what a column of ids can hold


def number(said: str | None) -> int:
    """0, which is nobody's id, where it is none, as "²" is for int() and not for isdigit()."""
    return int(said) if said and said.isdecimal() and len(said) <= DIGITS else 0


def rounded(value: float, digits: int) -> str:
    """In the reader's language; Django's own format cuts digits off, and shows .6667 as 0.666."""
    return number_format(round(value, digits), digits, force_grouping=True)
