"""Pictures by address in admin: those that could not be fetched are found, and asked for again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from catalog.models import PhotoAddress, Product
from tests.cast import blue_mug, red_sneaker

pytestmark = pytest.mark.django_db
LIST = "/admin/catalog/photoaddress/"


@pytest.fixture
def failed() -> PhotoAddress:
    """One that could not be fetched; a photo of another product was."""
    PhotoAddress.objects.create(
        product=blue_mug(), address="https://shop.example/mug.jpg", state="fetched"
    )
    return PhotoAddress.objects.create(
        product=red_sneaker(), address="https://shop.example/sneaker.jpg", state="failed"
    )


def test_an_index_finds_those_that_could_not_be_fetched(
    admin_client: Client, failed: PhotoAddress
) -> None:
    shown = admin_client.get(f"{LIST}?state__exact=failed").context["cl"].result_list
    assert list(shown) == [failed]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "photo_address_failed" in shown.explain()


def test_a_picture_is_changed_without_a_list_of_all_products(
    admin_client: Client, failed: PhotoAddress
) -> None:
    page = admin_client.get(f"{LIST}{failed.pk}/change/").content.decode()
    other = Product.objects.exclude(pk=failed.product_id).get()
    assert failed.product.title in page
    assert other.title not in page


def test_it_is_fetched_again(admin_client: Client, failed: PhotoAddress) -> None:
    later = timezone.now() + timedelta(days=7)
    PhotoAddress.objects.update(due=later, attempts=3)
    admin_client.post(LIST, {"action": "fetch_again", "_selected_action": [failed.pk]})
    due = PhotoAddress.objects.filter(due__lte=timezone.now(), attempts=0)
    assert due.get() == failed
