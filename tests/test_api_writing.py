"""Products are written through the API, with the sentences of the import."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from catalog.models import Product, Source, Variant
from tests.api_calls import key, send

pytestmark = pytest.mark.django_db

BOOT: dict[str, Any] = {
    "title": "Fenlow boot",
    "category": ["Shoes > Boots", "New"],
    "brand": "Brindlemoor",
    "attributes": {"Sole": "rubber"},
    "url": "https://shop.example/p/7/",
    "images": ["https://shop.example/media/moss.jpg"],
    "variants": [
        {"sku": "FEN-39", "size": "39", "color": "Moss", "price": 79, "stock": 4},
        {"sku": "FEN-40", "size": "40", "color": "Moss", "price": "79.00", "stock": 0},
    ],
}


@pytest.fixture
def writer(empty_cache: None) -> Client:
    return Client(headers=key())


def test_a_product_is_put_with_its_variants(writer: Client) -> None:
    reply = send(writer, "put", "FEN-39", BOOT)

    assert (reply.status_code, reply.json()["counts"]) == (201, {"created": 2})
    product = Product.objects.get()
    assert (product.category.path, product.attributes) == ("Shoes > Boots", {"Sole": "rubber"})
    assert [each.path for each in product.also_in.all()] == ["New"]
    assert [(each.sku, each.stock) for each in product.variants.all()] == [
        ("FEN-39", 4),
        ("FEN-40", 0),
    ]
    assert product.photo_addresses.get().address == "https://shop.example/media/moss.jpg"


def test_the_same_put_again_changes_nothing(writer: Client) -> None:
    send(writer, "put", "FEN-39", BOOT)

    reply = send(writer, "put", "FEN-39", BOOT)

    assert (reply.status_code, reply.json()["counts"]) == (200, {"unchanged": 2})


def test_a_put_empties_what_it_leaves_out(writer: Client) -> None:
    send(writer, "put", "FEN-39", BOOT)

    send(writer, "put", "FEN-39", {"title": "Fenlow", "variants": [{"sku": "FEN-40", "price": 9}]})

    product = Product.objects.get()
    assert (product.title, product.brand, product.attributes) == ("Fenlow", None, {})
    assert not product.photo_addresses.exists()
    variant = product.variants.get()
    assert (variant.sku, variant.price, variant.size, variant.stock) == ("FEN-40", 9, "", None)


def test_a_patch_changes_what_it_names_alone(writer: Client) -> None:
    send(writer, "put", "FEN-39", BOOT)

    reply = send(writer, "patch", "FEN-40", {"stock": 7, "brand": "Oxlip"})

    assert reply.json()["results"] == [{"sku": "FEN-40", "outcome": "changed", "problems": []}]
    product = Product.objects.get()
    assert (product.title, product.brand.name) == ("Fenlow boot", "Oxlip")
    assert dict(product.variants.values_list("sku", "stock")) == {"FEN-39": 4, "FEN-40": 7}
    assert product.photo_addresses.count() == 1


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_a_patch_of_nothing_is_not_found_and_a_delete_is_done(writer: Client, method: str) -> None:
    reply = send(writer, method, "NOPE", {"stock": 7})

    assert reply.status_code == {"patch": 404, "delete": 204}[method]


def test_a_product_is_deleted_by_any_of_its_variants(writer: Client) -> None:
    send(writer, "put", "FEN-39", BOOT)

    assert send(writer, "delete", "FEN-40").status_code == 204
    assert not Product.objects.exists()


def test_a_variant_has_an_address_of_its_own(writer: Client) -> None:
    send(writer, "put", "FEN-39", BOOT)
    at = "FEN-39/variants/FEN-41"

    assert send(writer, "put", at, {"price": 80, "options": {"Width": "Wide"}}).status_code == 201
    assert send(writer, "patch", at, {"stock": 3}).status_code == 200
    variant = Variant.objects.get(sku="FEN-41")
    assert (variant.product.title, variant.price, variant.stock) == ("Fenlow boot", 80, 3)
    assert variant.options == {"Width": "Wide"}
    assert send(writer, "put", at, {"price": 81}).status_code == 200
    variant.refresh_from_db()
    assert (variant.price, variant.stock, variant.options) == (81, None, {})
    assert send(writer, "delete", at).status_code == 204
    assert Variant.objects.count() == 2
    assert Product.objects.get().photo_addresses.count() == 1


def test_what_is_wrong_is_said_as_an_import_says_it_and_nothing_is_written(writer: Client) -> None:
    bad = {**BOOT, "variants": [BOOT["variants"][0], {"sku": "FEN-40", "price": "1,200"}]}

    reply = send(writer, "put", "FEN-39", bad)

    assert (reply.status_code, reply["Content-Type"]) == (400, "application/problem+json")
    assert reply.json()["detail"] == (
        "price is '1,200'; write it like 1234.56, or it may be read in two ways."
    )
    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"titel": "Boot"}, "Did you mean title?"),
        ({"title": "Boot", "images": ["moss.jpg"]}, "images must hold addresses of pictures"),
        ({"title": "Boot", "images": ["ftp://shop/moss.jpg"]}, "images must hold addresses"),
        ({"title": "Boot", "images": ["https://[::1"]}, "images must hold addresses"),
        ({"title": "Boot", "brand": {"name": "x"}}, "brand has to be a value or a list of values"),
        ({"title": "Boot", "attributes": ["x"]}, "attributes has to be an object of names"),
        ({"title": "Boot", "sku": "OTHER"}, "The address says FEN."),
        ({"title": ""}, "title is empty"),
        ({"title": "Boot", "price": -1}, "price is negative"),
        ({"title": "Boot", "variants": []}, "1 to 1000 rows"),
        ({"title": "Boot", "variants": [{"size": "39"}]}, "needs its sku"),
        ({"title": "Boot", "variants": [{"sku": "A"}, {"sku": "", "size": "39"}]}, "needs its sku"),
        ({"title": "Boot", "variants": [{"sku": " ", "size": "39"}]}, "needs its sku"),
        ({"title": "Boot", "price": 3, "variants": [{"sku": "A"}]}, "belongs to each of them"),
    ],
)
def test_bad_bodies_get_a_sentence(writer: Client, body: dict[str, Any], sentence: str) -> None:
    reply = send(writer, "put", "FEN", body)

    assert reply.status_code == 400
    assert sentence in reply.json()["detail"] + str(reply.json().get("errors"))
    assert not Product.objects.exists()


def test_a_key_of_a_source_writes_its_own_products_alone(empty_cache: None) -> None:
    ours, theirs = (Source.objects.create(name=name) for name in ("ours", "theirs"))
    send(Client(headers=key(source=theirs)), "put", "FEN-39", BOOT)
    writer = Client(headers=key(source=ours))

    assert send(writer, "put", "FEN-39", BOOT).status_code == 403
    assert send(writer, "patch", "FEN-39", {"stock": 1}).status_code == 403
    assert send(writer, "delete", "FEN-39").status_code == 403
    batch = send(writer, "post", "batch", {"products": [{"sku": "FEN-39", "stock": 1}]}).json()
    assert batch["results"][0]["problems"] == [
        "FEN-39 belongs to theirs, for which this key does not speak."
    ]
    assert Product.objects.get().source == theirs


def test_a_database_that_only_reads_is_unavailable_and_no_fault(
    writer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_args: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET transaction_read_only = on")
        Source.objects.create(name="new")

    monkeypatch.setattr("catalog.writing.write", write)
    reply = send(writer, "post", "batch", {"products": [{"sku": "A"}]})

    assert (reply.status_code, reply["Retry-After"]) == (503, "5")
