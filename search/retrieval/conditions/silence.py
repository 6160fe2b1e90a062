"""Of what a product's columns say nothing, and what they could have said."""

from __future__ import annotations

from django.db.models import BooleanField, Func, Q

from catalog.filters import COLUMNS, ON_VARIANT
from catalog.folding import fold
from search.query import Entity
from search.understanding import vocabulary


class Said(Func):
    """Whether a product's tokens say anything of the kind: quicker than to look at its variants."""

    template = (
        "EXISTS (SELECT FROM unnest(%(expressions)s) said WHERE starts_with(said, '%(kind)s='))"
    )
    output_field = BooleanField()


def without_value(entity: Entity) -> Q:
    """Products whose column for the entity's kind is empty."""
    if entity.kind in ON_VARIANT:
        return ~Q(Said("facts", kind=entity.kind))
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
