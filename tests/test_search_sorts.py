"""Newest, most popular, most reduced: by what the data says, in a search and in a listing alike."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Filters, Part, Query
from search.retrieval import search
from search.retrieval.listings.sorting import offered
from search.understanding import forget
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

Row = tuple[str, int, int | None, float | None, int | None]
MUGS: list[Row] = [
    # title, price, price before, popularity, year of publication
    ("Half price mug", 10, 20, 3.0, 2024),
    ("Plain mug", 8, None, None, 2026),
    ("Tenth off mug", 18, 20, 9.0, 2025),
    ("Dearer than before mug", 30, 20, 0.0, None),
]


@pytest.fixture
def mugs() -> None:
    for number, (title, price, before, popularity, year) in enumerate(MUGS):
        mug = cast.product(
            title,
            "Kitchen > Mugs",
            group=f"mug-{number}",
            popularity=popularity,
            published=datetime(year, 1, 1, tzinfo=UTC) if year else None,
        )
        Variant.objects.create(product=mug, sku=f"M-{number}", price=price, price_before=before)
    while index_stale():
        pass
    forget()


def titles(sort: str, text: str = "", size: int = 24) -> list[str]:
    """Of all pages, by cursor."""
    asked = Query(parts=(Part(text=text),) if text else (), sort=sort, page_size=size)
    found = search(asked)
    hits = list(found.hits)
    while found.next:
        found = search(Query(parts=asked.parts, sort=sort, page_size=size, cursor=found.next))
        hits += found.hits
    return [hit.product.title.removesuffix(" mug") for hit in hits]


@pytest.mark.usefixtures("mugs")
@pytest.mark.parametrize("text", ["", "mug"])
@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("discount", ["Half price", "Tenth off"]),
        ("popularity", ["Tenth off", "Half price", "Dearer than before", "Plain"]),
        # what has no date of publication came into the shop today
        ("newest", ["Dearer than before", "Plain", "Tenth off", "Half price"]),
    ],
)
def test_a_sort_goes_by_the_data(sort: str, first: list[str], text: str) -> None:
    found = titles(sort, text, size=1)
    assert found[: len(first)] == first
    assert sorted(found) == sorted(titles("relevance", text))


def test_the_card_shows_the_most_reduced_variant_that_can_be_had() -> None:
    mug = cast.product("Mug", "Kitchen > Mugs")
    for sku, price, before, stock in [("A", 9, 10, 5), ("B", 1, 10, 0), ("C", 5, 10, 5)]:
        Variant.objects.create(product=mug, sku=sku, price=price, price_before=before, stock=stock)
    [hit] = search(Query(sort="discount")).hits
    assert hit.variant is not None
    assert hit.variant.sku == "C"


def test_only_what_passes_the_filters_is_compared() -> None:
    mug, cup = cast.product("Mug"), cast.product("Cup")
    Variant.objects.create(product=mug, sku="A", color="red", price=1, price_before=10)
    Variant.objects.create(product=mug, sku="B", color="blue", price=9, price_before=10)
    Variant.objects.create(product=cup, sku="C", color="blue", price=5, price_before=10)
    found = search(Query(sort="discount", filters=Filters(color=("blue",)))).hits
    assert [hit.variant.sku for hit in found if hit.variant] == ["C", "B"]


def test_sorts_without_data_are_not_offered(client: Client) -> None:
    mug = cast.product("Mug")
    Variant.objects.create(product=mug, sku="A", price=9)
    assert offered() == ("relevance", "price", "-price", "newest")
    assert "Most reduced" not in client.get("/search/").content.decode()
    assert client.get("/api/v1/search/").json()["sorts"] == list(offered())


def test_sorts_with_data_are_offered(client: Client) -> None:
    mug = cast.product("Mug")
    Variant.objects.create(product=mug, sku="A", price=9, price_before=10)
    Product.objects.update(popularity=3)
    page = client.get("/search/").content.decode()
    assert "Most reduced" in page
    assert "Most popular" in page
    assert {"discount", "popularity"} <= set(client.get("/api/v1/search/").json()["sorts"])
