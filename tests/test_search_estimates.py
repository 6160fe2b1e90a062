"""How many products pass a filter is known well enough to choose how to search them."""

from __future__ import annotations

import pytest
from django.db import connection

from catalog.filters import Filters
from catalog.models import Category, Product, Variant
from search.retrieval.conditions.passing import Passing
from tests.many_products import fill_catalogue

PRODUCTS, EVERY = 3_000, 5
WITHIN = 1.5  # times as many, or as few

pytestmark = pytest.mark.django_db


@pytest.fixture
def lamps() -> None:
    """Every fifth lamp is of one kind and comes in one size, which is to be had."""
    fill_catalogue(1, PRODUCTS)
    desk = Category.objects.at_path("Lamps > Desk")
    some = list(Product.objects.order_by("pk")[::EVERY])
    Variant.objects.bulk_create(
        Variant(product=each, sku=f"L-{each.pk}", size="38", color="Red", price=9, stock=1)
        for each in some
    )
    Product.objects.filter(pk__in=[each.pk for each in some]).update(category=desk)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE catalog_product, catalog_variant")


@pytest.mark.parametrize(
    "filters",
    [
        Filters(size=("38",)),
        Filters(color=("red",)),
        Filters(category="lamps"),
        Filters(category="lamps/desk"),
        Filters(in_stock=True),
    ],
    ids=lambda each: " ".join(each.active),
)
def test_an_estimate_is_near_what_passes(lamps: None, filters: Filters) -> None:
    passing = Product.objects.filter(filters.on_products()).count()
    assert passing == PRODUCTS / EVERY
    assert passing / WITHIN <= Passing(filters).rows <= passing * WITHIN


def test_of_a_category_that_is_none_nothing_is_expected(lamps: None) -> None:
    assert Passing(Filters(category="shoes")).rows <= 1
