"""The leg of what was understood: how much of it a product is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q

from catalog.filters import condition
from catalog.models import Product, Variant
from search.query import Chip
from search.understanding import near_colors, vocabulary

Matches = dict[int, float]  # product id -> 0 to 1

NEAR_COLOR = 0.5


def matches(preferences: Sequence[Chip]) -> Matches:
    """The share of what was understood that a product is; a neighbouring colour counts half.

    Chips that were read from the same words are alternatives: "trainers" may be men's or women's.
    """
    spans: dict[str, list[Chip]] = {}
    for chip in preferences:
        spans.setdefault(chip.words, []).append(chip)
    scores: Matches = {}
    for alternatives in spans.values():
        for product, fit in fits(alternatives).items():
            scores[product] = scores.get(product, 0.0) + fit / len(spans)
    return scores


def fits(alternatives: Sequence[Chip]) -> Matches:
    wanted = Q()
    for chip in alternatives:
        wanted |= condition(chip.kind, chip.value)
    found: Matches = {}
    colors = [chip.value for chip in alternatives if chip.kind == "color"]
    near = {each for color in colors for each in near_colors(color, vocabulary().facts.colors)}
    if near:
        close = Variant.objects.filter(color__in=near, product__active=True)
        found = dict.fromkeys(close.values_list("product_id", flat=True), NEAR_COLOR)
    return found | dict.fromkeys(matching(wanted), 1.0)


def matching(wanted: Q) -> Iterable[int]:
    return Product.objects.active().filter(wanted).values_list("pk", flat=True)
