"""The leg of what was understood: how much of it a product is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q

from catalog.filters import condition
from catalog.models import Product, Variant
from search.query import Entity
from search.understanding import near_colors, vocabulary

Matches = dict[int, float]  # product id -> 0 to 1

NEAR_COLOR = 0.5


def matches(preferences: Sequence[Entity]) -> Matches:
    """The share of what was understood that a product is; a neighbouring colour counts half.

    Chips that were read from the same words are alternatives: "trainers" may be men's or women's.
    """
    spans: dict[str, list[Entity]] = {}
    for entity in preferences:
        spans.setdefault(entity.words, []).append(entity)
    scores: Matches = {}
    for alternatives in spans.values():
        for product, fit in fits(alternatives).items():
            scores[product] = scores.get(product, 0.0) + fit / len(spans)
    return scores


def fits(alternatives: Sequence[Entity]) -> Matches:
    wanted = Q()
    for entity in alternatives:
        wanted |= condition(entity.kind, entity.value)
    found: Matches = {}
    colors = [entity.value for entity in alternatives if entity.kind == "color"]
    near = {each for color in colors for each in near_colors(color, vocabulary().stats.colors)}
    if near:
        close = Variant.objects.filter(color__in=near, product__active=True)
        found = dict.fromkeys(close.values_list("product_id", flat=True), NEAR_COLOR)
    return found | dict.fromkeys(matching(wanted), 1.0)


def matching(wanted: Q) -> Iterable[int]:
    return Product.objects.active().filter(wanted).values_list("pk", flat=True)
