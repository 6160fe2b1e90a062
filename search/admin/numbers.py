"""Numbers as addresses and forms of admin say them."""

from __future__ import annotations

DIGITS = 18  # of what a column of ids can hold


def number(said: str | None) -> int:
    """0, which is nobody's id, where it is none, as "²" is for int() and not for isdigit()."""
    return int(said) if said and said.isdecimal() and len(said) <= DIGITS else 0
