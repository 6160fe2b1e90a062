"""Admin says of each product and photo whether it is indexed, and why not; and can try again."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from catalog.models import Product
from search import indexing
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

PRODUCTS = reverse("admin:catalog_product_changelist")
ENCODERS = reverse("admin:vitrine_search_encoderversion_changelist")


@pytest.fixture(autouse=True)
def stub(settings: Settings, empty_cache: None) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"


def act(admin_client: Client, page: str, action: str, *objects: Product | EncoderVersion) -> str:
    form = {"action": action, "_selected_action": [found.pk for found in objects]}
    reply = admin_client.post(page, form, follow=True)
    return " ".join(str(message) for message in reply.context["messages"])


def broken_mug() -> Product:
    mug = cast.blue_mug()
    photo = mug.images.first()
    Path(default_storage.path(photo.image.name)).write_bytes(b"not a picture")
    return mug


def test_the_list_says_waiting_then_indexed(admin_client: Client) -> None:
    cast.red_sneaker()
    assert "Text: … waiting" in admin_client.get(PRODUCTS).content.decode()
    indexing.index_stale()
    assert (
        "waiting"
        not in admin_client.get(PRODUCTS, {"indexed": "yes"}).content.decode().split("<tbody>")[1]
    )


def test_a_changed_product_waits_before_anyone_has_looked(admin_client: Client) -> None:
    cast.red_sneaker()
    indexing.index_stale()
    Product.objects.update(title="Boot")
    assert "Text: … waiting" in admin_client.get(PRODUCTS).content.decode()


def test_the_list_and_the_product_say_why_a_photo_failed(admin_client: Client) -> None:
    mug = broken_mug()
    indexing.index_stale()
    for page in (PRODUCTS, reverse("admin:catalog_product_change", args=[mug.pk])):
        text = admin_client.get(page).content.decode()
        assert "This is not a picture we can read." in text
        assert "Given up; choose Retry." in text


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ("yes", {"Canvas sneaker"}),
        ("no", {"Stoneware mug", "Oak chair"}),
        ("failed", {"Stoneware mug"}),
    ],
)
def test_products_can_be_listed_by_what_is_indexed(
    admin_client: Client, chosen: str, titles: set[str]
) -> None:
    cast.red_sneaker()
    broken_mug()
    indexing.index_stale()
    cast.oak_chair()
    page = admin_client.get(PRODUCTS, {"indexed": chosen})
    assert {product.title for product in page.context["cl"].result_list} == titles


def test_retry_makes_failed_rows_wait_again(admin_client: Client) -> None:
    mug = broken_mug()
    indexing.index_stale()
    assert "1 text or photo waits" in act(admin_client, PRODUCTS, "retry", mug)
    assert not ImageEmbedding.objects.quarantined().exists()


def test_index_again_encodes_what_has_not_changed(admin_client: Client) -> None:
    sneaker = cast.red_sneaker()
    indexing.index_stale()
    assert "2 texts and photos wait" in act(admin_client, PRODUCTS, "index_again", sneaker)
    assert TextEmbedding.objects.get().vector is not None  # it is still found meanwhile
    assert indexing.index_stale() == 2


def test_no_page_loads_or_shows_a_vector(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sneaker = cast.red_sneaker()
    indexing.index_stale()
    pages = [
        PRODUCTS,
        reverse("admin:catalog_product_change", args=[sneaker.pk]),
        ENCODERS,
        reverse(
            "admin:vitrine_search_encoderversion_change", args=[EncoderVersion.objects.get().pk]
        ),
    ]
    for page in pages:
        with django_assert_max_num_queries(40) as queries:
            assert admin_client.get(page).status_code == 200
        assert not [q for q in queries.captured_queries if '"vector"' in q["sql"]]


def test_the_list_costs_the_same_for_many_products(admin_client: Client) -> None:
    counts = []
    for _round in range(2):
        for number in range(5):
            product = cast.product(f"Lamp {_round} {number}")
            cast.photo(product, "red")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get(PRODUCTS)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_incomplete_encoder_is_not_made_live(admin_client: Client) -> None:
    cast.red_sneaker()
    indexing.index_stale()
    other = EncoderVersion.objects.create(
        name="picky@1", source="tests.test_index_failures:PickyEncoder", dimensions=64
    )
    said = act(admin_client, ENCODERS, "promote", other)
    assert "picky@1 has indexed 0 of 2" in said  # with its name as it is written
    indexing.index_stale()
    assert "picky@1 is live now" in act(admin_client, ENCODERS, "promote", other)
    assert "stub@1 is live again" in act(admin_client, ENCODERS, "roll_back", other)


def test_the_live_encoder_cannot_be_deleted(admin_client: Client) -> None:
    cast.red_sneaker()
    indexing.index_stale()
    live = EncoderVersion.objects.get()
    delete = reverse("admin:vitrine_search_encoderversion_delete", args=[live.pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403
    act(admin_client, ENCODERS, "delete_selected", live)
    assert EncoderVersion.objects.exists()
