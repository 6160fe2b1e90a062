"""A feed of stocks and prices changes these alone, and speaks only of what there is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from catalog.models import Product, Variant
from tests.shop_file import shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

SHOES = (
    "sku,title,group,color,price,stock,category",
    "S-RED,Runner,RUN,red,80,3,Shoes",
    "S-BLUE,Runner,RUN,blue,80,0,Shoes",
    "MUG,Mug,,white,9.5,,Kitchen",
)


@pytest.fixture(autouse=True)
def shoes(tmp_path: Path) -> None:
    shop(tmp_path, *SHOES)


def test_stocks_of_known_articles_need_nothing_else(tmp_path: Path) -> None:
    before = dict(Product.objects.values_list("group", "text_fingerprint"))

    done = shop(tmp_path, "sku,stock", "S-BLUE,12", "MUG,4")

    assert done.rows == {"changed": 2}
    assert dict(Variant.objects.values_list("sku", "stock")) == {"S-RED": 3, "S-BLUE": 12, "MUG": 4}
    assert dict(Product.objects.values_list("group", "text_fingerprint")) == before


def test_prices_may_come_alone(tmp_path: Path) -> None:
    shop(tmp_path, "sku,price", "MUG,12")

    assert Variant.objects.get(sku="MUG").price == Decimal("12.00")
    assert Variant.objects.get(sku="MUG").color == "white"


def test_what_the_catalogue_does_not_have_is_said_and_not_made(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,stock", "NEW-1,5", "MUG,4")

    assert done.rows == {"unknown": 1, "changed": 1}
    assert done.said == ["Line 2: the catalogue has no NEW-1, and a new product needs a title."]
    assert not Variant.objects.filter(sku="NEW-1").exists()
    assert done.report.complete


def test_a_name_in_a_feed_renames_nothing(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title,price,stock", "S-RED,ERP RUNNER RED,75,2", "MUG,ERP MUG,9,1")

    assert set(Product.objects.values_list("title", flat=True)) == {"Runner", "Mug"}
    assert "2 titles stay: a feed of stocks and prices renames nothing." in done.report.remarks()


def test_a_new_article_with_a_title_is_made_by_a_feed_too(tmp_path: Path) -> None:
    assert shop(tmp_path, "sku,title,price", "JUG,Jug,12").rows == {"created": 1}


def test_a_feed_of_another_source_reaches_articles_by_sku(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,stock", "MUG,4", source="erp")

    assert done.rows == {"changed": 1}
    assert Product.objects.get(group="MUG").source is None


def test_a_row_that_asks_for_it_is_removed(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,delete", "S-RED,1", "MUG,1", "S-BLUE,0", "GONE,1")

    assert done.rows == {"deleted": 2, "unchanged": 2}
    assert list(Variant.objects.values_list("sku", flat=True)) == ["S-BLUE"]
    assert list(Product.objects.values_list("group", flat=True)) == ["RUN"]


def test_drafts_are_hidden_and_come_back_by_the_file(tmp_path: Path) -> None:
    shop(tmp_path, "sku,active", "MUG,0")
    assert not Product.objects.get(group="MUG").active

    shop(tmp_path, "sku,active", "MUG,1")
    assert Product.objects.get(group="MUG").active


def test_a_feed_without_titles_moves_nothing_to_another_product(tmp_path: Path) -> None:
    shop(tmp_path, "sku,group,title", "A1,apples,Apple", "A2,apples,Apple")

    done = shop(tmp_path, "group,title,sku,stock", "fruit,,A1,7", "fruit,,B1,3")

    assert done.rows["changed"] == 1
    assert not Product.objects.filter(group="fruit").exists()
    moved = Variant.objects.get(sku="A1")
    assert (moved.product.group, moved.stock) == ("apples", 7)
