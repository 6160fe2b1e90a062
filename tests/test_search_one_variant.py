"""Variants are looked at where several things have to hold on one of them, and only there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db.models import Q

from catalog.filters import Filters
from search.query import Entity
from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.one_variant import on_one_variant

pytestmark = pytest.mark.django_db
RED = Condition((Entity("color", "red", "red", "Red", names=("red",)),))
SIZE = Condition((Entity("size", "38", "38", "38", hard=True),))
MUG = Condition((Entity("category", "kitchen/mugs", "mug", "Mugs", names=("mug",)),))


@pytest.mark.parametrize("conditions", [[], [MUG], [RED], [SIZE], [RED, MUG]])
def test_one_thing_asked_of_variants_is_met_by_some_variant_anyway(
    conditions: list[Condition],
) -> None:
    assert on_one_variant(conditions, Filters()) == Q()


@pytest.mark.parametrize(
    ("conditions", "filters"),
    [
        ([RED, SIZE], Filters()),
        ([RED], Filters(size=("38",))),
        ([SIZE], Filters(in_stock=True)),
        ([RED], Filters(price_max=Decimal(20))),
    ],
)
def test_several_have_to_hold_on_one_and_the_same(
    conditions: list[Condition], filters: Filters
) -> None:
    assert on_one_variant(conditions, filters)


def test_what_is_ignored_does_not_count() -> None:
    assert on_one_variant([RED, SIZE], Filters(), ignoring="size") == Q()
