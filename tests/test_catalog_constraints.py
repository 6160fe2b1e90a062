"""The database itself refuses what no shop can mean."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError

from catalog.models import Brand, Category, Product, ProductImage, Translation, Variant
from tests.cast import blue_mug, oak_chair

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"price": "-0.01"}, "variant_price_not_negative"),
        ({"stock": -1}, "catalog_variant_stock_check"),
        ({"sku": ""}, "variant_has_a_sku"),
        ({"sku": "CHAIR-OAK"}, "catalog_variant_sku_key"),
    ],
)
def test_a_variant_is_refused(values: dict[str, Any], constraint: str) -> None:
    oak_chair()
    blue_mug()

    with pytest.raises(IntegrityError, match=constraint):
        Variant.objects.filter(sku="MUG-BLUE").update(**values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"title": ""}, "product_has_a_title"),
        ({"group": ""}, "product_has_a_group"),
        ({"currency": "eur"}, "product_currency_code"),
    ],
)
def test_a_product_is_refused(values: dict[str, Any], constraint: str) -> None:
    oak_chair()

    with pytest.raises(IntegrityError, match=constraint):
        Product.objects.update(**values)


def test_a_photo_stands_once_in_a_product() -> None:
    image = blue_mug().images.first()
    image.pk = None

    with pytest.raises(IntegrityError, match="photo_once_in_product"):
        ProductImage.objects.bulk_create([image])


def test_a_language_stands_once_in_a_product() -> None:
    with pytest.raises(IntegrityError, match="translation_once_a_language"):
        Translation.objects.create(product=blue_mug(), language="de", title="Tasse")


def test_a_brand_and_a_name_under_one_parent_stand_once() -> None:
    with pytest.raises(IntegrityError, match="catalog_brand_name_key"):
        Brand.objects.bulk_create([Brand(name="Kiln"), Brand(name="Kiln")])


def test_a_name_under_one_parent_stands_once() -> None:
    shoes = Category(name="Shoes", path="Shoes", url_path="shoes")
    again = Category(name="Shoes", path="Shoes (2)", url_path="shoes-2")

    with pytest.raises(IntegrityError, match="category_name_once_in_parent"):
        Category.objects.bulk_create([shoes, again])
