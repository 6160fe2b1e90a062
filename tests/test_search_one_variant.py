"""Variants are looked at where several things have to hold on one of them, and only there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db.models import Q
from django.test import Client

from catalog.filters import Filters
from catalog.syncing import sync
from search.indexing import index_stale
from search.query import Entity
from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.one_variant import on_one_variant
from search.understanding import forget
from tests.cast import Shop

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


CANS = [("5 l", "green", 22), ("10 l", "green", 29), ("10 l", "grey", 31)]


@pytest.fixture
def cans(shop: Shop) -> Shop:
    sync(
        [
            *(
                {"sku": f"can-{n}", "group": "can", "title": "Watering can", "color": color}
                | {"category": "Garden > Cans", "price": str(price), "stock": "3"}
                | {"option:Capacity": capacity}
                for n, (capacity, color, price) in enumerate(CANS)
            ),
            {"sku": "jug", "title": "Watering can 10 l", "category": "Garden > Cans", "price": "9"}
            | {"attr:Capacity": "10 l", "color": "grey", "stock": "1"},
        ]
    )
    forget()
    index_stale()
    return shop


@pytest.mark.parametrize(
    ("query", "variant"),
    [
        *(("watering can", "can-0"), ("watering can 10 l", "can-1"), ("10 l grey can", "can-2")),
        *(("watering can 5 l", "can-0"), ("green watering can 10 l", "can-1")),
    ],
)
def test_the_variant_with_the_option_is_the_one_that_is_shown(
    cans: Shop, client: Client, query: str, variant: str
) -> None:
    hits = client.get("/api/v1/search/", {"q": query}).json()["results"]

    assert variant in [hit["variant"]["sku"] for hit in hits]


def test_two_options_have_to_hold_on_one_variant(cans: Shop, client: Client) -> None:
    found = client.get("/api/v1/search/", {"q": "grey watering can 5 l"}).json()

    assert "Watering can" not in [hit["title"] for hit in found["results"]]


def test_what_the_product_states_holds_for_all_its_variants(cans: Shop, client: Client) -> None:
    found = client.get("/api/v1/search/", {"q": "grey watering can 10 l"}).json()

    assert {hit["variant"]["sku"] for hit in found["results"]} == {"can-2", "jug"}
