"""What is exported is imported again without a change, and runs no formula on the way."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from catalog.fetching import fetch_due
from catalog.models import Product, ProductImage, Translation, Variant
from tests.cast import Shop, picture
from tests.shop_file import bring, shop
from tests.web_server import Server, serving

pytestmark = pytest.mark.django_db

HEADER = (
    "sku,source_id,group,title,description,category,brand,material,tags,rating,url,active,price,"
    "price_before,sale_from,sale_to,currency,stock,availability,gtin,mpn,color,size,option:Width,"
    "attr:Sole,attr:Waterproof,attr:Climate,images,variant_images,alt,title:de,description:de"
)


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with serving() as running:
        for color in ("red", "blue", "green"):
            running.answers[f"/{color}.png"] = 200, {}, picture(color)
        yield running


@pytest.fixture
def boots(tmp_path: Path, server: Server) -> None:
    """A product with everything that one can have, and one with nothing."""
    red, blue, green = (server.url(f"/{color}.png") for color in ("red", "blue", "green"))
    row = (
        "{sku},{id},boot,Fenlow boot,<p>A <b>warm</b> boot</p>,Shoes > Boots|Gifts,Oxlip,"
        "rubber|wool,rain|new,4.5,https://shop.example/boot,1,{price},99,,,GBP,4,in_stock,"
        "2000000000015,{mpn},{color},39,{width},crepe,yes,Cool|Wet,{images},{shown},{alt},"
        "Stiefel,Ein <i>warmer</i> Stiefel"
    )
    shop(
        tmp_path,
        HEADER,
        row.format(sku="-F1", id=7, price=79, mpn="=cmd()", color="Moss", width="Wide",
                   images=green, shown=red, alt="Sole"),
        row.format(sku="F2", id=8, price=79, mpn="M2", color="Rust", width="Narrow",
                   images="", shown=blue, alt=""),
        "N,,,Pell notebook,,,,,,,,0,,,2031-01-01,,EUR,,backorder,,,,,,,no,,,,,,",
        source="shopify",
    )  # fmt: skip
    fetch_due()


def everything() -> list[Any]:
    left = ("updated", "words", "due")
    return [
        [
            {name: value for name, value in row.items() if name not in left}
            for row in table.objects.order_by("pk").values()
        ]
        for table in (Product, Variant, ProductImage, Translation)
    ]


@pytest.mark.usefixtures("boots")
@pytest.mark.parametrize("kind", ["csv", "jsonl"])
@pytest.mark.parametrize("source", ["shopify", ""])
def test_an_import_of_the_export_changes_nothing(tmp_path: Path, kind: str, source: str) -> None:
    before, out = everything(), tmp_path / f"out.{kind}"
    call_command("export_catalog", "--format", kind, "--out", str(out))

    done = bring(out, source=source)

    assert done.said == []
    assert done.rows == {"unchanged": 3}
    assert everything() == before


@pytest.mark.parametrize("gone", ["A1", "A2", "B1"])
def test_what_its_source_no_longer_has_stays_so_and_comes_back(tmp_path: Path, gone: str) -> None:
    header = "sku,title,group,size"
    rows = {"A1": "A1,Apple,apple,S", "A2": "A2,Apple,apple,M", "B1": "B1,Bread,bread,"}
    others = [row for sku, row in rows.items() if sku != gone]
    out = tmp_path / "out.csv"
    shop(tmp_path, header, *rows.values(), source="main")
    shop(tmp_path, header, *others, source="main", missing="hide", force=True)
    before = everything()

    call_command("export_catalog", "--out", str(out))
    assert gone not in out.read_text()
    assert bring(out, source="main").rows == {"unchanged": 2}
    assert everything() == before

    shop(tmp_path, header, *rows.values(), source="main")
    assert all(variant.available for variant in Variant.objects.all())
    assert Product.objects.active().count() == 2


def test_local_photos_stay_as_they_are(tmp_path: Path, shop: Shop) -> None:
    before, out = everything(), tmp_path / "out.csv"
    call_command("export_catalog", "--out", str(out))

    assert bring(out).rows == {"unchanged": 4}
    assert everything() == before


@pytest.mark.usefixtures("boots")
def test_a_sale_to_come_is_exported_as_what_it_is(tmp_path: Path) -> None:
    later = timezone.now().replace(microsecond=0) + timedelta(days=3)
    Variant.objects.filter(sku="F2").update(
        price=99, price_before=None, sale_price=79, sale_from=later
    )
    out = tmp_path / "out.csv"
    call_command("export_catalog", "--out", str(out))

    assert bring(out, source="shopify").rows == {"unchanged": 3}


@pytest.mark.usefixtures("boots")
def test_no_cell_begins_like_a_formula(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    call_command("export_catalog", "--out", str(out))

    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (rows[0]["sku"], rows[0]["mpn"]) == ("'-F1", "'=cmd()")
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@")]


@pytest.mark.usefixtures("boots")
def test_one_source_may_be_exported_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    shop(tmp_path, "sku,title", "A,Apple")

    call_command("export_catalog", "--out", str(out), "--source", "shopify")

    assert len(out.read_text().splitlines()) == 4
    with pytest.raises(CommandError, match="There is no source 'woo'"):
        call_command("export_catalog", "--source", "woo")


@pytest.mark.usefixtures("boots")
def test_a_google_feed_has_what_can_be_bought(tmp_path: Path, server: Server) -> None:
    out = tmp_path / "feed.xml"
    call_command(
        "export_catalog", "--format", "google", "--out", str(out), "--site", "https://shop.example"
    )

    g = "{http://base.google.com/ns/1.0}"
    items = ElementTree.parse(out).findall("channel/item")
    first = {child.tag.removeprefix(g): child.text for child in items[0]}
    assert len(items) == 2
    assert (first["id"], first["item_group_id"]) == ("-F1", "boot")
    assert (first["price"], first["sale_price"]) == ("99 GBP", "79 GBP")
    assert first["link"] == "https://shop.example/boot"
    assert first["description"] == "A warm boot"
    assert first["image_link"] == server.url("/red.png")
    assert [each.text for each in items[0].findall(f"{g}product_type")] == [
        "Shoes > Boots",
        "Gifts",
    ]


def test_a_google_feed_asks_for_the_address_of_the_shop() -> None:
    with pytest.raises(CommandError, match="--site"):
        call_command("export_catalog", "--format", "google")
