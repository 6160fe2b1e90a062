"""A product of which no variant says a colour is found by a token, whoever wrote it and how."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection

from catalog.conditions import COLORLESS
from catalog.models import Product, Variant

pytestmark = pytest.mark.django_db


def colorless() -> list[str]:
    found = Product.objects.filter(facts__contains=[COLORLESS])
    return sorted(found.values_list("title", flat=True))


@pytest.fixture
def products() -> dict[str, Product]:
    """One without variants, one with a variant without a colour, one with a colour."""
    made = {title: Product.objects.create(title=title) for title in ("Bare", "Plain", "Red")}
    Variant.objects.create(product=made["Plain"], sku="P", size="M")
    Variant.objects.create(product=made["Red"], sku="R", color="red")
    return made


def test_who_says_no_colour_has_the_token(products: dict[str, Product]) -> None:
    assert colorless() == ["Bare", "Plain"]


def test_it_goes_with_the_first_colour_and_comes_back_with_the_last(
    products: dict[str, Product],
) -> None:
    Variant.objects.create(product=products["Plain"], sku="P2", color="Navy / White")
    Variant.objects.filter(sku="R").update(color="")
    assert colorless() == ["Bare", "Red"]

    Variant.objects.filter(sku="P2").delete()
    assert colorless() == ["Bare", "Plain", "Red"]


def test_a_product_that_is_written_again_keeps_it(products: dict[str, Product]) -> None:
    for product in Product.objects.all():
        product.material = "wool"
        product.save()
    assert colorless() == ["Bare", "Plain"]


def test_what_was_there_before_gets_it_by_the_migration(products: dict[str, Product]) -> None:
    migration = import_module("catalog.migrations.0041_silence_about_colors").Migration
    [operation] = migration.operations
    with connection.cursor() as cursor:
        cursor.execute(operation.reverse_sql)
        assert colorless() == []
        cursor.execute(operation.sql)
    assert colorless() == ["Bare", "Plain"]
