"""What was understood of the words, turned into filters: the hard chips join the shopper's own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from catalog.filters import CHOICES, Filters
from search.interpretation import interpret, vocabulary
from search.query import Chip, Interpretation, Query


def understand(query: Query) -> Interpretation:
    return interpret(query.text, vocabulary(), query.off) if query.text else Interpretation()


def with_chips(filters: Filters, understood: Interpretation) -> Filters:
    """The shopper's own choice of a filter stands over what a chip says of the same filter."""
    joined = replace(
        filters,
        without=(*filters.without, *understood.excluded),
        phrases=(*filters.phrases, *understood.phrases),
    )
    for chip in understood.chips:
        if chip.hard:
            joined = with_chip(joined, chip, filters)
    return joined


def with_chip(joined: Filters, chip: Chip, chosen: Filters) -> Filters:
    if chip.kind in chosen.active:
        return joined
    if chip.kind in CHOICES:
        return replace(joined, **{chip.kind: (*getattr(joined, chip.kind), chip.value)})
    if chip.kind in ("price_min", "price_max"):
        return replace(joined, **{chip.kind: Decimal(chip.value)})
    if chip.kind == "category":
        return replace(joined, category=chip.value)
    if chip.kind == "in_stock":
        return replace(joined, in_stock=True)
    return joined
