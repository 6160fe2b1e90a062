"""What words ask of a variant: a price, a size, an option, stock, as conditions in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q

from catalog.conditions import Condition as Stated
from catalog.filters import Filters
from catalog.models import AttributeValue
from search.query import Entity

PRICES = ("price_min", "price_max")


def values_of(entity: Entity) -> Sequence[str]:
    return entity.values or (entity.value,)


def of_variant(entity: Entity) -> Q:
    """Variants that meet a demand, as those that meet a filter on the same."""
    if entity.kind in PRICES:
        return priced(entity).on_variants()
    if entity.kind == "size":
        return Filters(size=tuple(values_of(entity))).on_variants()
    if entity.kind == "on_sale":
        return Filters(on_sale=True).on_variants()
    return Filters(in_stock=True).on_variants()


def of_option(stated: Stated) -> Q:
    """Variants that have an option, or say nothing of it: then their product alone does."""
    known = AttributeValue.objects.filter(attribute=stated.code).order_by()
    return stated.variants() | ~Q(facts__overlap=ArraySubquery(known.values("token")))


def priced(entity: Entity) -> Filters:
    return Filters(currency=entity.currency).but(**{entity.kind: Decimal(entity.value)})


def in_currency(entity: Entity) -> Q:
    return priced(entity).in_currency() if entity.kind in PRICES else Q()
