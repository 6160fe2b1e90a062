"""Indexing: what is saved gets vectors, and only what is encoded costs an encode."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from catalog.models import Product, Variant
from search import indexing
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stub(settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"


def fingerprints() -> dict[str, str]:
    return dict(TextEmbedding.objects.values_list("product__title", "fingerprint"))


def test_every_product_and_photo_gets_a_unit_vector() -> None:
    cast.red_sneaker(), cast.blue_mug(), cast.oak_chair()

    written = indexing.index_stale()

    assert written == 3 + 3
    for rows in (TextEmbedding, ImageEmbedding):
        assert rows.objects.count() == 3
        for row in rows.objects.all():
            assert np.linalg.norm(row.vector) == pytest.approx(1, abs=1e-3)
            assert (row.stale, row.attempts, row.error) == (False, 0, "")
    assert indexing.coverage() == (6, 6)


def test_a_second_run_encodes_nothing() -> None:
    cast.red_sneaker()
    assert indexing.index_stale() == 2
    assert indexing.index_stale() == 0


def test_a_price_change_does_not_encode() -> None:
    sneaker = cast.red_sneaker()
    indexing.index_stale()

    variant = sneaker.variants.first()
    variant.price, variant.stock = "19.90", 7
    variant.save()
    Variant.objects.update(price="9.90")

    assert indexing.index_stale() == 0


def test_a_changed_title_is_encoded_again() -> None:
    sneaker = cast.red_sneaker()
    indexing.index_stale()
    before = TextEmbedding.objects.get().vector

    sneaker.title = "Leather boot"
    sneaker.save()

    assert indexing.index_stale() == 1
    row = TextEmbedding.objects.get()
    assert row.vector != before
    assert row.fingerprint == Product.objects.get().text_fingerprint


@pytest.mark.parametrize(
    "change",
    [
        lambda product: Product.objects.update(title="Leather boot"),
        lambda product: Variant.objects.update(color="green"),
        lambda product: type(product.brand).objects.update(name="Southlight"),
        lambda product: type(product.category).objects.filter(name="Sneakers").update(path="Boots"),
    ],
    ids=["title", "colour", "brand", "category"],
)
def test_a_bulk_update_of_what_is_encoded_is_found(change: Callable[[Product], object]) -> None:
    sneaker = cast.red_sneaker()
    indexing.index_stale()

    change(sneaker)

    assert indexing.index_stale() == 1


def test_a_deleted_product_takes_its_vectors_along() -> None:
    sneaker = cast.red_sneaker()
    indexing.index_stale()
    sneaker.delete()
    assert not TextEmbedding.objects.exists()
    assert not ImageEmbedding.objects.exists()


def test_products_that_are_switched_off_are_indexed_too() -> None:
    cast.red_sneaker()
    Product.objects.update(active=False)
    assert indexing.index_stale() == 2


def test_the_first_encoder_is_live_at_once() -> None:
    cast.oak_chair()
    indexing.index_stale()
    version = EncoderVersion.objects.get()
    assert (version.state, version.source) == ("live", "tests.stub_encoder:StubEncoder")
