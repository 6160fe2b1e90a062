"""Beside the vector of a photo stands the product that has the photo, whoever writes what."""

import pytest

from catalog.models import ProductImage
from search.indexing import index_stale
from search.models import EncoderVersion, ImageEmbedding
from tests.cast import Shop, photo

pytestmark = pytest.mark.django_db


def products() -> set[tuple[int, int]]:
    return set(ImageEmbedding.objects.values_list("image__product_id", "product_id"))


def test_a_photo_that_is_added_brings_its_product(shop: Shop) -> None:
    photo(shop.mug, "teal")
    assert {(shop.mug.pk, shop.mug.pk)} <= products()
    index_stale()
    assert all(own == kept for own, kept in products())


def test_another_encoder_gets_rows_with_products(shop: Shop) -> None:
    version = EncoderVersion.objects.get(state="live")
    ImageEmbedding.objects.all().delete()
    ImageEmbedding.objects.bulk_create(
        ImageEmbedding(encoder=version, image=each) for each in ProductImage.objects.all()
    )
    assert products() == {(each.product_id, each.product_id) for each in ProductImage.objects.all()}


def test_a_photo_that_moves_to_another_product_takes_its_vector_along(shop: Shop) -> None:
    moved = photo(shop.mug, "teal")
    ProductImage.objects.filter(pk=moved.pk).update(product=shop.sneaker)
    kept = ImageEmbedding.objects.filter(image=moved).values_list("product_id", flat=True)
    assert set(kept) == {shop.sneaker.pk}
