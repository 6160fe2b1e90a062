"""Keywords stay true when two people change the same things at the same time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection

from catalog.locks import Lock
from catalog.models import Brand, Category, Product, Variant
from tests.cast import product

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def colleague() -> Iterator[psycopg.Connection[Any]]:
    """Somebody else, with a transaction of their own."""
    parameters = connection.get_connection_params()
    for ours in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(ours, None)
    with psycopg.connect(**parameters) as other:
        yield other


def waits_for(colleague: psycopg.Connection[Any], change: Any) -> None:
    """Start a change that has to wait for the colleague, who then commits."""

    def run() -> None:
        change()
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(0.5)
    assert thread.is_alive(), "the change did not wait"
    colleague.commit()
    thread.join(10)
    assert not thread.is_alive()


def test_two_colours_changed_at_once_are_both_there(colleague: psycopg.Connection[Any]) -> None:
    shoe = product("Shoe")
    for sku, color in (("A", "red"), ("B", "blue"), ("C", "blue")):
        Variant.objects.create(product=shoe, sku=sku, color=color)

    colleague.execute("UPDATE catalog_variant SET color = 'green' WHERE sku = 'C'")
    waits_for(colleague, lambda: Variant.objects.filter(sku="B").update(color="red"))

    shoe.refresh_from_db()
    assert shoe.keywords == "green, red"


def test_a_product_that_comes_while_its_brand_is_renamed_has_the_new_name(
    colleague: psycopg.Connection[Any],
) -> None:
    brand = Brand.objects.create(name="Northlight")

    colleague.execute("UPDATE catalog_brand SET name = 'Southwind'")
    waits_for(colleague, lambda: Product.objects.create(title="Shoe", brand=brand))

    assert Product.objects.get().keywords == "Southwind"


def test_a_category_that_a_colleague_makes_meanwhile_is_the_one(
    colleague: psycopg.Connection[Any],
) -> None:
    colleague.execute("SELECT pg_advisory_xact_lock(%s)", [int(Lock.TREE)])
    colleague.execute(
        "INSERT INTO catalog_category (name, slug, path, url_path)"
        " VALUES ('Shoes', 'shoes', 'Shoes', 'shoes')"
    )
    waits_for(colleague, lambda: product("Boot", "Shoes > Boots"))

    assert Product.objects.get().category.path == "Shoes > Boots"
    assert Category.objects.count() == 2
