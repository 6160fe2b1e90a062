"""A "without" that only texts can tell leaves out what says it, and claims no more than that."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.models import Variant
from search.indexing import index_stale
from search.understanding import forget
from tests.cast import Shop, product

TITLES = ("Linen sneakers with laces", "Felt sneakers", "Mesh sneakers")


@pytest.fixture
def sneakers(shop: Shop) -> Shop:
    for title in TITLES:
        shoe = product(title, "Shoes > Sneakers")
        Variant.objects.create(product=shoe, sku=title, price=9, stock=3)
    forget()
    index_stale()
    return shop


@pytest.mark.parametrize(
    ("query", "left"),
    [("sneakers without laces", "laces"), ("sneakers -laces", "laces")],
)
def test_what_says_it_is_left_out_and_the_rest_is_not_vouched_for(
    sneakers: Shop, client: Client, query: str, left: str
) -> None:
    found = client.get("/api/v1/search/", {"q": query}).json()

    titles = {hit["title"] for hit in found["results"]}
    assert titles >= {"Felt sneakers", "Mesh sneakers"}
    assert "Linen sneakers with laces" not in titles
    assert [(each["kind"], each["words"]) for each in found["notices"]] == [("by_words", left)]


def test_colours_are_known_and_need_no_such_sentence(sneakers: Shop, client: Client) -> None:
    found = client.get("/api/v1/search/", {"q": "sneakers not red"}).json()

    assert not any(each["kind"] == "by_words" for each in found["notices"] or [])
