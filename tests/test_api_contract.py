"""A result carries what another shop needs: its own id and address, and all of the offer."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

import catalog
from search.indexing import index_stale
from tests import cast

pytestmark = pytest.mark.django_db

LAMP = {
    "source_id": "gid-7",
    "sku": "0042",
    "title": "Skerry lamp",
    "price": "79.00",
    "price_before": "99.00",
    "currency": "CHF",
    "stock": 0,
    "availability": "backorder",
    "url": "https://shop.example/p/lamp/",
    "option:Watt": "40 W",
}


@pytest.fixture
def lamp(client: Client, shop: cast.Shop) -> dict[str, Any]:
    catalog.sync([LAMP], source="shop")
    index_stale()
    return dict(client.get("/api/v1/search/", {"q": "skerry lamp"}).json()["results"][0])


def test_a_result_has_the_shops_own_id_and_address(lamp: dict[str, Any]) -> None:
    assert (lamp["sku"], lamp["source_id"]) == ("0042", "gid-7")
    assert lamp["url"] == "https://shop.example/p/lamp/"


def test_a_result_says_what_it_cost_and_whether_it_can_be_had(lamp: dict[str, Any]) -> None:
    assert (lamp["price"], lamp["price_before"], lamp["currency"]) == (79, 99, "CHF")
    assert lamp["availability"] == "backorder"
    assert lamp["variant"]["options"] == {"Watt": "40 W"}


def test_what_has_no_address_elsewhere_has_one_here(client: Client, shop: cast.Shop) -> None:
    mug = client.get("/api/v1/search/", {"q": "mug"}).json()["results"][0]

    assert mug["url"].startswith("http://testserver/p/")
    assert (mug["source_id"], mug["price_before"]) == ("", None)


def test_a_card_leads_to_the_page_in_the_shops_own_system(
    client: Client, lamp: dict[str, Any]
) -> None:
    page = client.get("/search/", {"q": "skerry lamp"}).content.decode()

    assert 'href="https://shop.example/p/lamp/"' in page
