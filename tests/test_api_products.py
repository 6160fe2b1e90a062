"""One product by its SKU, and what is like it."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.models import Product, Variant
from tests import cast


def test_a_product_answers_to_the_sku_of_any_variant(client: Client, shop: cast.Shop) -> None:
    shown = client.get("/api/v1/products/SNEAKER-RED-42/").json()
    assert (shown["sku"], shown["title"]) == ("SNEAKER-RED-42", "Canvas sneaker")
    assert (shown["category"], shown["brand"]) == ("Shoes > Sneakers", "Northlight")
    assert shown["attributes"] == {"season": "summer"}
    assert [variant["sku"] for variant in shown["variants"]] == ["SNEAKER-RED-41", "SNEAKER-RED-42"]
    assert [image["alt"] for image in shown["images"]] == ["Red canvas sneaker from the side"]
    assert "vector" not in str(shown)


def test_a_product_without_variants_answers_to_its_group(client: Client, shop: cast.Shop) -> None:
    cast.product("Gift card", group="GIFT")
    shown = client.get("/api/v1/products/GIFT/").json()
    assert (shown["title"], shown["variants"], shown["brand"]) == ("Gift card", [], "")


def test_a_sku_may_have_a_slash(client: Client, shop: cast.Shop) -> None:
    Variant.objects.filter(sku="MUG-BLUE").update(sku="MUG/BLUE")
    assert client.get("/api/v1/products/MUG%2FBLUE/").json()["sku"] == "MUG/BLUE"
    assert client.get("/api/v1/products/MUG%2FBLUE/similar/").json()["sku"] == "MUG/BLUE"


def test_what_is_switched_off_is_not_there(client: Client, shop: cast.Shop) -> None:
    Product.objects.update(active=False)
    assert client.get("/api/v1/products/MUG-BLUE/").status_code == 404


def test_similar_products_leave_out_the_product_itself(client: Client, shop: cast.Shop) -> None:
    reply = client.get("/api/v1/products/MUG-BLUE/similar/?limit=1").json()
    assert len(reply["results"]) == 1
    assert reply["results"][0]["sku"] != "MUG-BLUE"


@pytest.mark.parametrize("limit", ["0", "101", "many"])
def test_a_limit_that_makes_no_sense_is_refused(
    client: Client, shop: cast.Shop, limit: str
) -> None:
    reply = client.get("/api/v1/products/MUG-BLUE/similar/", {"limit": limit})
    assert reply.status_code == 400
    assert reply.json()["errors"].keys() == {"limit"}
