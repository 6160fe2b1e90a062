"""Of a thing that the shop does not have nothing is counted, whatever shares a word with it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast


@pytest.mark.parametrize(
    "text", ["canvas jacket", "red guitar", "red blanket", "jacket in canvas", "toile veste"]
)
def test_nothing_is_counted_of_what_is_not_sold(shop: cast.Shop, client: Client, text: str) -> None:
    answer = client.get("/api/v1/search/", {"q": text}).json()
    assert [notice["kind"] for notice in answer["notices"]] == ["not_sold"]
    assert answer["total"] == 0
    assert answer["results"] == []
    assert not answer["facets"]
    assert answer["relaxations"] == []


def test_what_shares_the_rest_says_that_it_is_another_thing(
    shop: cast.Shop, client: Client
) -> None:
    answer = client.get("/api/v1/search/", {"q": "canvas jacket"}).json()
    for hit in answer["partial"]:
        assert hit["missing"][0] == "is no “jacket”"
    shown = [hit["sku"] for hit in [*answer["partial"], *answer["less_similar"]]]
    assert "SNEAKER-RED-41" in shown


def test_a_thing_of_the_shop_in_the_same_words_is_counted(shop: cast.Shop, client: Client) -> None:
    assert client.get("/api/v1/search/", {"q": "canvas sneakers"}).json()["total"] == 1
