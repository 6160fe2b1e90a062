"""What a card shows beside the product's photo and title: its colours, and another photo."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.http import urlencode

from catalog.models import Product, ProductImage, Variant
from search.query import Hit

register = template.Library()

MOST_COLORS = 5


@dataclass(frozen=True)
class Colors:
    """The colours of a product: those that a card has room for, and how many more there are."""

    shown: list[Color]
    more: int


@dataclass(frozen=True)
class Color:
    name: str
    url: str  # the product in this colour
    here: bool  # what the card shows


@register.simple_tag
def colors_of(hit: Hit) -> Colors:
    """Return the colours to be had, the one of the card first; none where there is no choice."""
    mine = hit.variant.color if hit.variant else ""
    sold = [each.color for each in hit.product.all_variants if each.orderable and each.color]
    names = list(dict.fromkeys([mine, *sold] if mine else sold))
    if len(names) < 2:
        return Colors([], 0)
    first, rest = names[:MOST_COLORS], names[MOST_COLORS:]
    page = hit.product.get_absolute_url()
    shown = [Color(name, f"{page}?{urlencode({'color': name})}", name == mine) for name in first]
    return Colors(shown, len(rest))


@register.simple_tag
def second_photo(hit: Hit) -> ProductImage | None:
    """Return another photo of what the card shows, if there is one."""
    return next((each for each in photos(hit.product, hit.variant) if each != hit.image), None)


def photos(product: Product, variant: Variant | None) -> list[ProductImage]:
    return [each for each in product.photos if variant is None or each.shows(variant)]
