"""Of what a product's columns say nothing, and what they could have said."""

from __future__ import annotations

from django.db.models import Q

from catalog.conditions import COLORLESS
from catalog.filters import COLUMNS
from catalog.folding import fold
from search.query import Entity
from search.understanding import vocabulary


def without_value(entity: Entity) -> Q:
    """Products whose column for the entity's kind is empty."""
    if entity.kind == "color":
        return Q(facts__contains=[COLORLESS])
    if entity.kind == "attribute":
        return ~Q(attributes__has_key=entity.value.partition(":")[0])
    if entity.kind in ("category", "brand"):
        return Q(**{f"{entity.kind}__isnull": True})
    return Q(**{COLUMNS[entity.kind]: ""})


def siblings(entity: Entity) -> list[str]:
    """The other values of the same attribute, folded, as texts say them."""
    stats, (code, _, _value) = vocabulary().stats, entity.value.partition(":")
    values = stats.materials if entity.kind == "material" else stats.attributes.get(code, ())
    return [name for each in values if (name := fold(each)) not in entity.names and name]
