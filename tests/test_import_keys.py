"""An article is known by its source and id, else by its SKU, else by its group and options."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.models import Product, Variant
from tests.shop_file import shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def skus() -> list[str]:
    return list(Variant.objects.order_by("pk").values_list("sku", flat=True))


def test_an_article_without_sku_gets_a_key_and_keeps_it(tmp_path: Path) -> None:
    rows = (
        "group,title,color,option:Width,price",
        "kettle,Tarn kettle,,,49.5",
        "boot,Fenlow boot,Moss,Wide,79",
        "boot,Fenlow boot,Rust,Narrow,79",
    )

    assert shop(tmp_path, *rows).rows == {"created": 3}
    assert skus() == ["kettle", "boot-moss-wide", "boot-rust-narrow"]
    assert shop(tmp_path, *rows).rows == {"unchanged": 3}


def test_one_sku_for_all_sizes_is_an_article_for_each(tmp_path: Path) -> None:
    rows = ("sku,group,title,size", "FEN,boot,Boot,39", "FEN,boot,Boot,40", "FEN,boot,Boot,41")

    assert shop(tmp_path, *rows).rows == {"created": 3}
    assert skus() == ["FEN", "FEN-40", "FEN-41"]
    assert shop(tmp_path, rows[0], *reversed(rows[1:])).rows == {"unchanged": 3}
    assert dict(Variant.objects.values_list("sku", "size"))["FEN"] == "39"


def test_one_sku_in_several_products_is_an_article_in_each(tmp_path: Path) -> None:
    rows = ("sku,group,title", "404,lamp,Lamp", "404,chair,Chair", "404,vase,Vase")

    assert shop(tmp_path, *rows).rows == {"created": 3}
    assert skus() == ["404", "404-2", "404-3"]
    assert shop(tmp_path, *rows).rows == {"unchanged": 3}
    assert Product.objects.count() == 3


def test_an_id_tells_apart_what_has_the_same_sku_and_options(tmp_path: Path) -> None:
    rows = ("source_id,sku,group,title", "7,FEN,boot,Boot", "8,FEN,boot,Boot")

    assert shop(tmp_path, *rows).rows == {"created": 2}
    assert shop(tmp_path, *rows).rows == {"unchanged": 2}


def test_an_id_is_known_although_its_sku_has_changed(tmp_path: Path) -> None:
    shop(tmp_path, "source_id,sku,title", "7,OLD,Boot", source="shopify")

    done = shop(tmp_path, "source_id,sku,title,price", "7,NEW,Boot,5", source="shopify")

    assert done.rows == {"changed": 1}
    assert Variant.objects.get().source_id == "7"


def test_an_id_alone_is_enough(tmp_path: Path) -> None:
    rows = ("source_id,title", "7,Boot", "8,Kettle")

    assert shop(tmp_path, *rows, source="woo").rows == {"created": 2}
    assert shop(tmp_path, *rows, source="woo").rows == {"unchanged": 2}
    assert skus() == ["7", "8"]


def test_two_sources_may_use_the_same_ids_groups_and_skus(tmp_path: Path) -> None:
    header = "source_id,sku,group,title"
    shop(tmp_path, header, "7,1001,notebook,Ruled notebook", source="paper")
    shop(tmp_path, header, "7,1001,notebook,Slim laptop", source="tech")

    assert set(Product.objects.values_list("source__name", "title")) == {
        ("paper", "Ruled notebook"),
        ("tech", "Slim laptop"),
    }
    assert shop(tmp_path, header, "7,1001,notebook,Slim laptop", source="tech").rows == {
        "unchanged": 1
    }


def test_a_source_takes_over_what_was_imported_without_one(tmp_path: Path) -> None:
    shop(tmp_path, "sku,title,group", "A,Boot,boot")
    before = Product.objects.get()

    done = shop(tmp_path, "sku,title,group", "A,Boot,boot", source="shopify")

    assert done.rows == {"changed": 1}
    assert Product.objects.get().pk == before.pk
    assert Product.objects.get().source.name == "shopify"


def test_what_cannot_be_seen_makes_no_second_article(tmp_path: Path) -> None:
    shop(tmp_path, "sku,title", "ZZW-1001,Spoon")

    done = shop(tmp_path, "sku,title", "ZZ\u200bW-1001\u00ad,Spoon", "ＺＺＷ－１００２,Fork")

    assert done.rows == {"unchanged": 1, "created": 1}
    assert skus() == ["ZZW-1001", "ZZW-1002"]
