"""What the words ask of offers and of the order holds on the page: sale, cheapest, newest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "mugs")]


@pytest.fixture
def mugs() -> None:
    for number, (name, price, before, year) in enumerate(
        [("Plain", 8, None, 2026), ("Half price", 10, 20, 2024), ("Tall", 30, 25, 2025)]
    ):
        mug = cast.product(
            f"{name} mug",
            "Kitchen > Mugs",
            group=f"mug-{number}",
            published=datetime(year, 1, 1, tzinfo=UTC),
        )
        Variant.objects.create(product=mug, sku=f"M-{number}", price=price, price_before=before)
    while index_stale():
        pass
    forget()


def asked(text: str, **more: str) -> SearchResult:
    return search(Query(parts=(Part(text=text),), **more))  # type: ignore[arg-type]


def titles(found: SearchResult) -> list[str]:
    return [hit.product.title.removesuffix(" mug") for hit in found.hits]


def test_only_what_is_reduced_is_counted() -> None:
    found = asked("mugs on sale")
    assert titles(found) == ["Half price"]
    assert {tuple(hit.missing) for hit in found.partial} == {("not on sale",)}


def test_where_nothing_is_reduced_the_page_says_so() -> None:
    Variant.objects.update(price_before=None)
    forget()
    found = asked("mugs on sale")
    assert found.total == 0
    assert [notice.kind for notice in found.notices] == ["on_sale"]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("cheapest mugs", ["Plain", "Half price", "Tall"]),
        ("most expensive mugs", ["Tall", "Half price", "Plain"]),
        ("newest mugs", ["Plain", "Tall", "Half price"]),
        ("new arrivals", ["Plain", "Tall", "Half price"]),
    ],
)
def test_the_order_that_was_asked_for_is_that_of_the_page(text: str, order: list[str]) -> None:
    found = asked(text)
    assert titles(found) == order
    assert found.total == 3


def test_what_the_shopper_chooses_stands_over_the_words() -> None:
    found = asked("cheapest mugs", sort="-price")
    assert titles(found) == ["Tall", "Half price", "Plain"]
    assert "sort" not in {each.kind for each in found.interpretation.entities}


def test_an_order_can_be_switched_off() -> None:
    found = search(Query(parts=(Part(text="cheapest mugs"),), off=("sort:price",)))
    assert found.query.sort == "relevance"


def test_a_shop_that_does_not_know_what_is_popular_says_so() -> None:
    found = asked("best selling mugs")
    assert found.total == 3
    assert [notice.kind for notice in found.notices] == ["sort"]
    Product.objects.filter(title="Tall mug").update(popularity=9)
    forget()
    assert titles(asked("best selling mugs", page_size=2))[0] == "Tall"  # type: ignore[arg-type]


def test_pages_go_on_in_that_order() -> None:
    first = asked("cheapest mugs", page_size=1)  # type: ignore[arg-type]
    second = asked("cheapest mugs", page_size=1, cursor=first.next)  # type: ignore[arg-type]
    assert titles(first) + titles(second) == ["Plain", "Half price"]


def test_the_page_shows_the_order_as_chosen(client: Client) -> None:
    page = client.get("/search/", {"q": "cheapest mugs"}).content.decode()
    assert '<option value="price" selected>' in page
