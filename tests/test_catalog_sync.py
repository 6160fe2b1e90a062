"""Another Django project brings its products with one call."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import catalog
from catalog.importing.errors import FileError
from catalog.models import Product, Variant

pytestmark = pytest.mark.django_db

BOOT = {
    "source_id": 7,
    "sku": "FEN-39",
    "group": "fenlow-boot",
    "title": "Fenlow boot",
    "category": ["Shoes > Boots", "New"],
    "price": Decimal("79.00"),
    "stock": 4,
    "active": True,
    "color": "Moss",
    "option:Width": "Wide",
    "published": date(2026, 3, 1),
    "url": "https://shop.example/p/7/",
}


def test_rows_of_python_values_become_products() -> None:
    done = catalog.sync([BOOT], source="shop")

    product = Product.objects.get()
    variant = product.variants.get()
    assert (done.created, done.problems) == (1, [])
    assert (product.source.name, product.url) == ("shop", "https://shop.example/p/7/")
    assert (variant.price, variant.options) == (Decimal("79.00"), {"Width": "Wide"})
    assert [each.path for each in product.also_in.all()] == ["New"]
    assert catalog.sync([BOOT], source="shop").unchanged == 1


def test_only_what_has_changed_need_be_said() -> None:
    catalog.sync([BOOT], source="shop")

    done = catalog.sync(({"source_id": each, "stock": 9} for each in (7, 8)), source="shop")

    assert (done.changed, done.unknown) == (1, 1)
    assert done.problems == ["Line 2: the catalogue has no 8, and a new product needs a title."]
    assert Variant.objects.get().stock == 9


def test_what_is_deleted_there_is_deleted_here() -> None:
    catalog.sync([BOOT], source="shop")

    assert catalog.sync([{"source_id": 7, "delete": True}], source="shop").deleted == 1
    assert not Product.objects.exists()


def test_unknown_columns_are_all_named_and_nothing_is_written() -> None:
    with pytest.raises(FileError, match=r"There are no columns 'colour', 'heel'\."):
        catalog.sync([{**BOOT, "colour": "Moss"}, {**BOOT, "heel": 3}])

    assert not Product.objects.exists()


def test_a_wrong_row_costs_only_itself() -> None:
    done = catalog.sync([{**BOOT, "price": -1}, {"sku": "JUG", "title": "Jug"}])

    assert (done.created, done.rejected) == (1, 1)
    assert done.problems == ["Line 1: price is negative (-1)."]


def test_an_excerpt_does_not_look_for_what_it_lacks() -> None:
    catalog.sync([{"sku": f"S-{n}", "title": f"Spoon {n}"} for n in range(30)], source="shop")

    with CaptureQueriesContext(connection) as asked:
        done = catalog.sync([{"sku": "S-3", "stock": 1}], source="shop")

    assert (done.changed, done.remarks) == (1, [])
    assert not [each for each in asked.captured_queries if "LIMIT 20000" in each["sql"]]
