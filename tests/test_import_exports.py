"""Exports of shop systems go into the catalogue with one command, and again without a change."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from catalog.models import Product, Variant
from tests.shop_file import bring
from tests.test_import_formats import EXPORTS, TITLES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
FEEDS = ("stock-feed.csv", "vanished.csv")


@pytest.mark.parametrize("name", [name for name in TITLES if name not in FEEDS])
def test_an_export_goes_in_and_the_second_time_changes_nothing(name: str) -> None:
    first = bring(EXPORTS / name, source="shop")
    products = Product.objects.count(), Variant.objects.count()

    again = bring(EXPORTS / name, source="shop")

    assert (first.rows.get("rejected"), first.report.pictures_refused) == (None, 0), first.said
    assert again.rows.get("created", 0) + again.rows.get("changed", 0) == 0, again.rows
    assert (Product.objects.count(), Variant.objects.count()) == products
    said = TITLES[name].split(", ")
    if name != "amazon.txt":  # one of its rows asks for the removal of what is not there
        assert products == (int(said[1].split()[0]), int(said[2].split()[0]))


@pytest.mark.parametrize("name", ["shopify-old.csv", "shopify-new.csv"])
def test_a_shopify_export_is_in_the_shop_as_it_was_there(name: str) -> None:
    bring(EXPORTS / name)

    boot = Product.objects.get(title="Fenlow boot")
    assert boot.group == "fenlow-boot"
    moss, rust = boot.variants.order_by("position")
    assert (moss.color, moss.size, moss.options) == ("Moss", "39", {"Width": "Wide"})
    assert (moss.price, moss.price_before) == (Decimal("79.00"), Decimal("99.00"))
    assert (moss.stock, rust.stock, moss.gtin) == (4, 0, "2000000000015")
    assert moss.sku != rust.sku, "one SKU on two variants"
    assert Variant.objects.get(product__title="Skerry lamp").sku == "0042"
    assert not Product.objects.get(title="Dorrick bag").active
    assert Variant.objects.get(product__title="Tarn kettle").stock is None


@pytest.mark.parametrize("name", ["woocommerce.csv", "woocommerce-german.csv"])
def test_a_woocommerce_export_is_in_the_shop_as_it_was_there(name: str) -> None:
    bring(EXPORTS / name)

    boot = Product.objects.get(title="Fenlow boot")
    moss, rust = boot.variants.order_by("position")
    assert (moss.color, moss.size) == ("Moss", "39")
    assert (moss.price, moss.price_before) == (Decimal("79.00"), Decimal("99.00"))
    assert (moss.stock, rust.stock, rust.source_id) == (4, 0, "103")
    assert boot.category.path == "Shoes > Boots"
    assert Variant.objects.get(product__title="Tarn kettle").price == Decimal("49.50")
    assert not Product.objects.filter(title="Desk set").exists()


def test_two_files_of_an_export_are_one_catalogue(tmp_path: Path) -> None:
    done = bring(
        EXPORTS / "prestashop-products.csv", beside=[EXPORTS / "prestashop-combinations.csv"]
    )

    assert done.rows == {"created": 6}
    assert [note for note in done.report.reading if "currency" not in note] == []
