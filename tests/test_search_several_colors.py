"""An article of two colours is of each of them, in words, as a filter, a facet and a chip."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from catalog.models import Variant
from search.indexing import index_stale
from search.understanding import forget
from tests.cast import Shop, product

SPELT = {"Pirate shirt": "Red/Blue", "Sailor shirt": "red, blue", "Clown shirt": "Rot & Blau"}


@pytest.fixture
def shirts(shop: Shop) -> Shop:
    more = {"Plain shirt": "Red", "Milk shirt": "Off-White", "Snow shirt": "White"}
    for title, color in (SPELT | more).items():
        shirt = product(title, "Clothes > Shirts")
        Variant.objects.create(product=shirt, sku=title, color=color, price=9, stock=3)
    forget()
    index_stale()
    return shop


def answer(client: Client, **asked: Any) -> Any:
    return client.get("/api/v1/search/", asked).json()


def titles(found: Any) -> set[str]:
    return {each["title"] for each in found["results"]}


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ("Red", {"Pirate shirt", "Sailor shirt", "Plain shirt"}),
        ("blue", {"Pirate shirt", "Sailor shirt"}),
        ("Rot", {"Clown shirt"}),
        ("Red/Blue", {"Pirate shirt"}),
        ("White", {"Snow shirt"}),  # a hyphen makes one name, as in "off-white"
    ],
)
def test_a_filter_finds_each_of_them(
    shirts: Shop, client: Client, color: str, expected: set[str]
) -> None:
    assert titles(answer(client, q="shirt", color=color)) == expected


def test_a_facet_counts_each_of_them_and_no_pair(shirts: Shop, client: Client) -> None:
    facets = answer(client, q="shirt")["facets"]
    counted = {each["value"].lower(): each["count"] for each in facets["color"]}

    assert counted == {"red": 3, "blue": 2, "rot": 1, "blau": 1, "off-white": 1, "white": 1}


def test_words_find_each_of_them(shirts: Shop, client: Client) -> None:
    found = answer(client, q="blue shirt")

    assert titles(found) == set(SPELT)
    assert {each["label"].lower() for each in found["interpretation"]} == {"shirts", "blue"}


def test_what_is_partly_red_is_left_out_of_what_is_not_red(shirts: Shop, client: Client) -> None:
    assert titles(answer(client, q="shirt not red")) == {"Milk shirt", "Snow shirt"}
