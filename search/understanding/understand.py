"""What was understood of the words, as filters: the hard entities join the shopper's own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from django.conf import settings

from catalog.filters import CHOICES, Filters
from search.query import Entity, Identifier, Interpretation, Query
from search.ranking.merchandising import HIDE
from search.understanding import ALL, alternatives, identifiers, interpret, vocabulary


def understand(query: Query) -> Interpretation:
    """Chips, corrections, synonyms and article numbers of the shopper's words."""
    if not query.text:
        return Interpretation()
    words = vocabulary()
    named = identifiers(query.text)
    # Whoever types an article number alone wants that article: no size in it asks for stock.
    alone = named and len(query.text.split()) == 1
    off = (*query.off, ALL) if alone else query.off
    read = interpret(query.text, words, off)
    as_typed = ALL in off
    return replace(
        read,
        identifiers=tuple(Identifier(sku, "sku", bool(alone)) for sku in named),
        notices=() if named else read.notices,
        synonyms=() if as_typed else tuple(alternatives(read.text, words, read.languages).items()),
    )


def with_entities(filters: Filters, understood: Interpretation) -> Filters:
    """The shopper's own choice of a filter stands over what an entity says of the same filter."""
    joined = filters.but(
        without=(*filters.without, *understood.excluded),
        phrases=(*filters.phrases, *understood.phrases),
        in_stock=filters.in_stock or settings.SOLD_OUT == HIDE,
    )
    for entity in understood.entities:
        if entity.hard:
            joined = with_entity(joined, entity, filters)
    return joined


def with_entity(joined: Filters, entity: Entity, chosen: Filters) -> Filters:
    if entity.kind in chosen.active:
        return joined
    if entity.kind == "not":
        return joined.but(excluded=(*joined.excluded, *entity.values))
    if entity.kind == "size":  # who names a size wants to buy it
        return joined.but(size=(*joined.size, *entity.values), in_stock=True)
    if entity.kind in CHOICES:
        values = entity.values or (entity.value,)
        return joined.but(**{entity.kind: (*getattr(joined, entity.kind), *values)})
    if entity.kind == "attribute":
        return joined.but(attribute=(*joined.attribute, entity.value))
    if entity.kind in ("price_min", "price_max"):
        return joined.but(**{entity.kind: Decimal(entity.value)})
    if entity.kind == "category":
        return joined.but(category=entity.value)
    if entity.kind == "in_stock":
        return joined.but(in_stock=True)
    return joined
