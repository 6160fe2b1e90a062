"""The values of a facet in the order that a shopper reads them in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django import template

from search.query import Facet, FacetValue

register = template.Library()

LETTERS = ("xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl", "5xl")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@register.filter
def in_order(facet: Facet) -> Sequence[FacetValue]:
    """Return sizes from small to large; of anything else, what most products have first."""
    return sorted(facet.values, key=_small_first) if facet.name == "size" else facet.values


def _small_first(value: FacetValue) -> tuple[int, float, str]:
    size = value.value.lower()
    if size in LETTERS:
        return 0, LETTERS.index(size), size
    number = NUMBER.search(size)
    return (1, float(number[0].replace(",", ".")), size) if number else (2, 0.0, size)


@register.filter
def any_chosen_after(values: Sequence[FacetValue], first: int) -> bool:
    """Say whether a chosen value hides behind "show more"."""
    return any(value.selected for value in values[first:])
