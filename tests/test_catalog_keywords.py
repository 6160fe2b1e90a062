"""Postgres itself keeps the keywords and fingerprint of a product, whoever writes and however."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from catalog.models import Brand, Category, Product, Variant
from tests.cast import blue_mug, oak_chair, red_sneaker

pytestmark = pytest.mark.django_db


def fresh(product: Product) -> Product:
    return Product.objects.get(pk=product.pk)


def test_keywords_hold_all_that_is_known_of_a_product() -> None:
    sneaker = fresh(red_sneaker())

    assert sneaker.keywords == "Shoes, Sneakers, Northlight, red, canvas, unisex, summer"


def test_what_is_not_known_leaves_no_gap() -> None:
    assert fresh(oak_chair()).keywords == "Furniture, Chairs, oak"


def test_a_bulk_update_of_colours_changes_keywords_and_fingerprint() -> None:
    before = fresh(red_sneaker())

    Variant.objects.filter(product=before).update(color="green")

    after = fresh(before)
    assert after.keywords == before.keywords.replace("red", "green")
    assert after.text_fingerprint != before.text_fingerprint


def test_price_and_stock_change_neither_keywords_nor_fingerprint_nor_the_product_row() -> None:
    sneaker = red_sneaker()
    rows = Product.objects.extra(select={"version": "xmin::text"}).values(
        "version", "keywords", "text_fingerprint"
    )
    before = rows.get(pk=sneaker.pk)

    Variant.objects.update(price="1.00", stock=7)

    assert rows.get(pk=sneaker.pk) == before


def test_a_new_colour_and_a_colour_gone_reach_the_keywords() -> None:
    sneaker = red_sneaker()

    blue = Variant.objects.create(product=sneaker, sku="SNEAKER-BLUE", color="blue")
    assert "blue, red" in fresh(sneaker).keywords

    blue.delete()
    assert "blue" not in fresh(sneaker).keywords


def test_colours_made_in_bulk_reach_every_product() -> None:
    chair, mug = oak_chair(), blue_mug()

    Variant.objects.bulk_create(
        Variant(product=product, sku=f"{product.pk}-white", color="white")
        for product in (chair, mug)
    )

    assert all("white" in fresh(product).keywords for product in (chair, mug))


def test_a_variant_moved_to_another_product_takes_its_colour_along() -> None:
    chair, mug = oak_chair(), blue_mug()

    Variant.objects.filter(sku="MUG-BLUE").update(product=chair)

    assert "blue" in fresh(chair).keywords
    assert "blue" not in fresh(mug).keywords


def test_renaming_a_brand_reaches_its_products() -> None:
    sneaker = red_sneaker()

    Brand.objects.filter(name="Northlight").update(name="Southwind")

    assert "Southwind" in fresh(sneaker).keywords


def test_renaming_a_category_reaches_the_products_below_it() -> None:
    sneaker = red_sneaker()
    shoes = Category.objects.get(path="Shoes")

    shoes.name = "Footwear"
    shoes.save()

    assert Category.objects.get(name="Sneakers").path == "Footwear > Sneakers"
    assert fresh(sneaker).keywords.startswith("Footwear, Sneakers, ")


def test_removing_a_brand_or_category_takes_its_name_from_the_keywords() -> None:
    sneaker = red_sneaker()

    Brand.objects.all().delete()
    Category.objects.all().delete()

    assert fresh(sneaker).keywords == "red, canvas, unisex, summer"


def test_an_attribute_written_by_a_bulk_update_reaches_the_keywords() -> None:
    sneaker = red_sneaker()

    Product.objects.update(attributes={"sole": "rubber", "year": 2026})

    assert fresh(sneaker).keywords.endswith("unisex, rubber, 2026")


def test_keywords_cannot_be_overwritten() -> None:
    sneaker = red_sneaker()

    Product.objects.update(keywords="cheap watches")

    assert "watches" not in fresh(sneaker).keywords


def test_attributes_other_than_names_with_values_are_refused() -> None:
    with pytest.raises(DatabaseError):
        Product.objects.create(title="List", group="list", attributes=["a", "b"])
