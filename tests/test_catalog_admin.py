"""The people who run the shop find, read and change products in Django admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models.expressions import RawSQL
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog import estimates
from catalog.admin import paging
from catalog.models import Category, Product, ProductImage, Variant
from tests import cast, many_products
from tests.cast import blue_mug, oak_chair, picture, red_sneaker

pytestmark = pytest.mark.django_db
PRODUCTS = "/admin/catalog/product/"


def titles(client: Client, query: str) -> set[str]:
    response = client.get(f"{PRODUCTS}?{query}")
    assert response.status_code == 200
    return {product.title for product in response.context["cl"].result_list}


def form_of(client: Client, product: Product) -> dict[str, Any]:
    """What a browser would send back if nothing was touched."""
    response = client.get(f"{PRODUCTS}{product.pk}/change/")
    found = {}
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            found[bound.html_name] = "" if value is None or bound.name == "image" else value
    return found | {"active": "on"}


def test_the_list_shows_photo_price_range_and_stock(admin_client: Client) -> None:
    sneaker = red_sneaker()
    Variant.objects.filter(sku="SNEAKER-RED-41").update(price="49.00")

    page = admin_client.get(PRODUCTS).content.decode()

    assert f"/pictures/{sneaker.images.get().fingerprint}/200.webp" in page
    assert "€49.00 – €59.90" in page
    assert '<td class="field-stock">3</td>' in page


def test_the_list_asks_no_more_queries_for_more_products(admin_client: Client) -> None:
    for make in (red_sneaker, blue_mug, oak_chair):
        make()
    with CaptureQueriesContext(connection) as few:
        admin_client.get(PRODUCTS)

    for number in range(27):
        chair = Product.objects.create(title=f"Chair {number}")
        Variant.objects.create(product=chair, sku=f"CHAIR-{number}", price=number)
    with CaptureQueriesContext(connection) as many:
        admin_client.get(PRODUCTS)

    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=sneaker", {"Canvas sneaker"}),
        ("q=MUG-BLUE", {"Stoneware mug"}),
        ("q=SNEAKER-RED-4", {"Canvas sneaker"}),
        ("stock=in", {"Canvas sneaker", "Stoneware mug", "Oak chair"}),
        ("stock=some", {"Canvas sneaker"}),
        ("stock=uncounted", {"Oak chair"}),
        ("stock=out", {"Rug"}),
        ("stock=none", {"Poster"}),
        ("stock=nonsense", {"Canvas sneaker", "Stoneware mug", "Oak chair", "Rug", "Poster"}),
        ("within=Shoes", {"Canvas sneaker"}),
        ("within=Kitchen+>+Mugs", {"Stoneware mug"}),
        ("active__exact=0", {"Poster"}),
    ],
)
def test_search_and_filters_find(admin_client: Client, query: str, found: set[str]) -> None:
    for make in (red_sneaker, blue_mug, oak_chair):
        make()
    rug = Product.objects.create(title="Rug")
    Variant.objects.create(product=rug, sku="RUG", stock=0)
    Product.objects.create(title="Poster", active=False)

    assert titles(admin_client, query) == found


@pytest.mark.parametrize("order", ["6", "-6", "7", "-7"])
def test_the_list_sorts_by_price_and_by_stock(admin_client: Client, order: str) -> None:
    red_sneaker(), blue_mug(), oak_chair()

    assert len(titles(admin_client, f"o={order}")) == 3


def test_a_product_is_saved_with_variants_photos_and_attributes(admin_client: Client) -> None:
    sneaker = red_sneaker()
    data = form_of(admin_client, sneaker) | {
        "attributes": "season: winter\nsole: rubber",
        "variants-0-stock": "9",
        "images-TOTAL_FORMS": "2",
        "images-1-position": "1",
        "images-1-product": sneaker.pk,
        "images-1-image": SimpleUploadedFile("side.png", picture("crimson")),
    }

    response = admin_client.post(f"{PRODUCTS}{sneaker.pk}/change/", data)

    assert response.status_code == 302, response.context["errors"]
    sneaker.refresh_from_db()
    assert sneaker.attributes == {"season": "winter", "sole": "rubber"}
    assert Variant.objects.get(sku="SNEAKER-RED-41").stock == 9
    assert sneaker.images.count() == 2
    assert sneaker.images.last().width == 64


@pytest.mark.parametrize(("options", "looks"), [({}, 0), ({"lace": "flat"}, 1)])
def test_a_variant_more_looks_at_the_attributes_once_where_it_has_options(
    admin_client: Client, options: dict[str, str], looks: int
) -> None:
    sneaker = red_sneaker()
    counted = []
    for number in range(2):
        Variant.objects.create(product=sneaker, sku=f"MORE-{number}", options=options)
        data = form_of(admin_client, sneaker)
        with CaptureQueriesContext(connection) as said:
            admin_client.post(f"{PRODUCTS}{sneaker.pk}/change/", data)
        counted.append(sum('FROM "catalog_attribute" ORDER' in each["sql"] for each in said))
    assert counted[1] - counted[0] == looks


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg/>", "Upload a valid image."),
        (picture("red", (400, 300), "JPEG")[:1500], "This picture is broken"),
    ],
)
def test_a_bad_photo_is_refused_beside_its_field(
    admin_client: Client, content: bytes, reason: str
) -> None:
    sneaker = red_sneaker()
    data = form_of(admin_client, sneaker) | {
        "images-0-image": SimpleUploadedFile("side.png", content)
    }

    response = admin_client.post(f"{PRODUCTS}{sneaker.pk}/change/", data)

    assert reason in response.content.decode()
    assert ProductImage.objects.count() == 1


def test_attributes_that_are_no_lines_of_names_and_values_are_refused(
    admin_client: Client,
) -> None:
    sneaker = red_sneaker()
    data = form_of(admin_client, sneaker) | {"attributes": "winter"}

    page = admin_client.post(f"{PRODUCTS}{sneaker.pk}/change/", data).content.decode()

    assert "as a name, a colon and a value" in page


def test_a_product_made_by_hand_gets_a_slug_and_a_group(admin_client: Client) -> None:
    data = {"title": "Straw hat", "active": "on", "currency": "EUR"}
    for prefix in ("variants", "images", "photo_addresses", "translations"):
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}

    response = admin_client.post(f"{PRODUCTS}add/", data)

    assert response.status_code == 302, response.context["errors"]
    hat = Product.objects.get()
    assert hat.slug == "straw-hat"
    assert hat.group.startswith("straw-hat-")


def test_products_are_hidden_and_shown_in_bulk(admin_client: Client) -> None:
    chosen = [red_sneaker().pk, blue_mug().pk]

    for action, active in (("hide", False), ("show", True)):
        admin_client.post(PRODUCTS, {"action": action, "_selected_action": chosen})
        assert set(Product.objects.values_list("active", flat=True)) == {active}


def test_the_category_tree_stands_in_order_with_its_counts(admin_client: Client) -> None:
    red_sneaker()
    oak_chair()

    response = admin_client.get("/admin/catalog/category/")

    totals = {row.path: row.product_total for row in response.context["cl"].result_list}
    assert totals == {"Furniture": 1, "Furniture > Chairs": 1, "Shoes": 1, "Shoes > Sneakers": 1}
    page = response.content.decode()
    places = [page.index(f">{name}<") for name in ("Furniture", "Chairs", "Shoes", "Sneakers")]
    assert places == sorted(places)
    assert '<span class="depth-1">Sneakers</span>' in page


def test_a_category_cannot_be_put_below_itself(admin_client: Client) -> None:
    shoes = Category.objects.at_path("Shoes > Boots").parent
    boots = Category.objects.get(name="Boots")

    page = admin_client.post(
        f"/admin/catalog/category/{shoes.pk}/change/", {"name": "Shoes", "parent": boots.pk}
    ).content.decode()

    assert "A category cannot stand below itself." in page


def test_the_pages_of_a_long_list_are_estimated(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "COUNTED_EXACTLY", 20)
    many_products.fill_catalogue(1, 500)
    connection.cursor().execute("ANALYZE catalog_product")
    with CaptureQueriesContext(connection) as queries:
        page = admin_client.get("/admin/catalog/product/?p=9")
    assert page.context["cl"].result_count == 500
    assert len(page.context["cl"].result_list) == 50
    counts = [each["sql"] for each in queries if "COUNT(*)" in each["sql"].upper()]
    assert all("LIMIT 21" in each for each in counts if "catalog_product" in each)
    assert counts


def test_a_large_category_and_brand_are_counted_to_a_point(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("catalog.admin.paging.OF_EACH", 1)
    monkeypatch.setattr("catalog.admin.places.OF_EACH", 1)
    for number in range(3):
        cast.product(f"Sneaker {number}", "Shoes > Sneakers", "Northlight")
    cast.product("Boot", "Shoes > Boots", "Harrow")
    for address, expected in (
        ("category", {"Boots": "1", "Shoes": "more than 1", "Sneakers": "more than 1"}),
        ("brand", {"Harrow": "1", "Northlight": "more than 1"}),
    ):
        page = admin_client.get(f"/admin/catalog/{address}/?o=2").context["cl"]
        shown = {row.name: page.model_admin.product_count(row) for row in page.result_list}
        assert shown == expected


def test_what_takes_long_to_count_is_estimated() -> None:
    slow = Product.objects.filter(pk__in=RawSQL("SELECT 1 FROM pg_sleep(60)", []))
    assert estimates.size(slow, 10, seconds=0.05) >= 0
    assert estimates.size(Product.objects.all(), 10) == 0  # it waits no longer than before
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone()[0] != "50ms"
