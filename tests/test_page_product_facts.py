"""The product page tells what shops know: sales, HTML, options, attributes, availability."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from catalog.models import Attribute, Product, Variant
from tests.shop_file import shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media", "empty_cache")]

HEADER = (
    "sku,group,title,description,category,price,price_before,stock,availability,color,option:RAM,"
    "attr:Screen,attr:Backlit keys,attr:Touch,attr:Ports,attr:Ports:de,category:de,url,gtin"
)
ROWS = (
    "S8,slate,Slate,<p>A <b>thin</b> one<script>alert(1)</script></p>,Computers > Laptops,900,999,"
    "0,preorder,Grey,8 GB,14 inch,yes,no,USB|HDMI,USB|HDMI-Buchse,Rechner > Notebooks,"
    "https://shop.example/slate,2000000000015",
    "S16,slate,,,,1100,,4,,Grey,16 GB,,,,,,,,",
)


@pytest.fixture
def slate(tmp_path: Path) -> Product:
    assert shop(tmp_path, HEADER, *ROWS).said == []
    return Product.objects.get()


def page(client: Client, product: Product, query: str = "") -> str:
    reply = client.get(product.get_absolute_url() + query)
    assert reply.status_code == 200
    return str(reply.content.decode())


def test_html_is_shown_without_what_runs(slate: Product, client: Client) -> None:
    shown = page(client, slate)

    assert "<p>A <b>thin</b> one</p>" in shown
    assert "alert(1)" not in shown
    assert slate.description == "A thin one"


def test_a_price_before_is_struck_through(slate: Product, client: Client) -> None:
    assert "<del>€999.00</del> <ins>€900.00</ins>" in page(client, slate, "?ram=8+GB")
    assert "<del>" not in page(client, slate, "?ram=16+GB").split("product-about")[0]


def test_any_option_can_be_chosen(slate: Product, client: Client) -> None:
    shown = page(client, slate, "?ram=16+GB")

    assert ">S16<" in shown
    assert "RAM: <span>16 GB</span>" in shown
    assert "ram=8+GB" in shown


def test_what_can_be_ordered_is_said_to_be(slate: Product, client: Client) -> None:
    assert "Can be preordered" in page(client, slate, "?ram=8+GB")


def test_attributes_stand_by_their_names_with_all_values(slate: Product, client: Client) -> None:
    shown = page(client, slate)

    assert "<dt>Screen</dt><dd>14&quot;</dd>" in shown
    assert "<dt>Backlit keys</dt><dd>Yes</dd>" in shown
    assert "<dt>Touch</dt><dd>No</dd>" in shown
    assert "<dt>Ports</dt><dd>USB, HDMI</dd>" in shown


def test_names_and_values_are_in_the_language_of_the_page(slate: Product, client: Client) -> None:
    Attribute.objects.filter(code="ports").update(names={"de": "Anschlüsse"})

    with translation.override("de"):
        client.cookies["django_language"] = "de"
        shown = page(client, slate)

    assert "<dt>Anschlüsse</dt><dd>USB, HDMI-Buchse</dd>" in shown
    assert "Notebooks" in shown


def test_search_engines_are_told_the_shop_s_own_address(slate: Product, client: Client) -> None:
    shown = page(client, slate)

    assert '"url": "https://shop.example/slate"' in shown
    assert '"gtin": "2000000000015"' in shown
    assert "https://schema.org/PreOrder" in shown


def test_a_sale_ends_and_begins_by_itself(slate: Product) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from catalog import sales

    now = timezone.now()
    Variant.objects.filter(sku="S8").update(sale_to=now - timedelta(minutes=1))
    Variant.objects.filter(sku="S16").update(sale_price=1000, sale_from=now - timedelta(minutes=1))

    assert sales.turn() == 2

    prices = {each.sku: (each.price, each.price_before) for each in Variant.objects.all()}
    assert prices == {"S8": (999, None), "S16": (1000, 1100)}
