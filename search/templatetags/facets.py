"""The values of a facet in the order that a shopper reads them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.http import QueryDict

from catalog.folding import fold
from catalog.templatetags.wording import worded
from search.query import Facet, FacetValue

register = template.Library()

LETTERS = ("xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl", "5xl")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
VALUES_AT_ONCE = 8  # values seen at once
LONG = 20  # values from which a facet can be searched
VALUES_ON_A_PAGE = 40  # values on a page; the others are found by their letters
FIND = "find-"  # how parameters begin that say what is looked for in a facet


@dataclass(frozen=True)
class FacetPart:
    """What a page shows of a facet."""

    name: str  # of the parameter that looks for values
    first: Sequence[FacetValue]
    rest: Sequence[FacetValue]  # behind "show more"
    left: int  # values that are found by their letters only
    wanted: str
    long: bool

    @property
    def open(self) -> bool:
        """Whether a chosen value hides behind "show more"."""
        return any(value.selected for value in self.rest)


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


@register.simple_tag
def part_of(facet: Facet, asked: QueryDict) -> FacetPart:
    """Return the values that the page shows; in a long facet those that the shopper looks for."""
    name = f"{FIND}{facet.name}"
    wanted = fold(asked.get(name, "")).strip()
    found = [each for each in in_order(facet) if each.selected or says(each, wanted)]
    # What is chosen is always there, or the form would forget it.
    shown = [each for place, each in enumerate(found) if place < VALUES_ON_A_PAGE or each.selected]
    first = len(shown) if wanted else VALUES_AT_ONCE
    return FacetPart(
        name=name,
        first=shown[:first],
        rest=shown[first:],
        left=len(found) - len(shown),
        wanted=asked.get(name, ""),
        long=len(facet.values) > LONG,
    )


def says(value: FacetValue, wanted: str) -> bool:
    """Whether a value has the (folded) text, in the shop's words or in those of the page."""
    return any(wanted in fold(name) for name in (value.label, worded(value.label)))
