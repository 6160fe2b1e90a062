"""The page of a product: its variants as links, its description for search engines."""

import json
import re
from typing import Any

from django.test import Client

from catalog.models import ProductImage, Variant
from tests import cast


def structured(content: str) -> list[dict[str, Any]]:
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content)
    return [json.loads(script) for script in scripts]


def test_the_offers_are_told_to_search_engines(shop: cast.Shop, client: Client) -> None:
    product, crumbs = structured(client.get(shop.sneaker.get_absolute_url()).content.decode())
    assert product["@type"] == "Product"
    assert product["name"] == "Canvas sneaker"
    assert product["brand"] == {"@type": "Brand", "name": "Northlight"}
    assert product["offers"][1] == {
        "@type": "Offer",
        "sku": "SNEAKER-RED-42",
        "price": "59.90",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/OutOfStock",
    }
    names = [item["name"] for item in crumbs["itemListElement"]]
    assert names == ["Shoes", "Sneakers", "Canvas sneaker"]
    assert crumbs["itemListElement"][1]["item"] == "http://testserver/c/shoes/sneakers/"


def test_a_title_cannot_end_the_script_that_it_stands_in(shop: cast.Shop, client: Client) -> None:
    shop.mug.title = "</script><script>alert(1)</script>"
    shop.mug.save()
    content = client.get(shop.mug.get_absolute_url()).content.decode()
    assert "<script>alert" not in content
    assert structured(content)[0]["name"] == "</script><script>alert(1)</script>"


def test_the_size_in_the_address_is_the_variant_that_is_shown(
    shop: cast.Shop, client: Client
) -> None:
    page = client.get(shop.sneaker.get_absolute_url(), {"size": "42"})
    assert page.context["choice"].variant.sku == "SNEAKER-RED-42"
    assert "Sold out in this choice" in page.content.decode()


def test_without_a_size_the_first_in_stock_is_shown(shop: cast.Shop, client: Client) -> None:
    page = client.get(shop.sneaker.get_absolute_url())
    assert page.context["choice"].variant.sku == "SNEAKER-RED-41"
    assert "choose your size" in page.content.decode()


def test_a_size_that_is_not_made_still_shows_the_product(shop: cast.Shop, client: Client) -> None:
    page = client.get(shop.sneaker.get_absolute_url(), {"size": "99", "color": "red"})
    assert page.context["choice"].variant.sku == "SNEAKER-RED-41"


def test_a_choice_of_colour_shows_its_photos_first(shop: cast.Shop, client: Client) -> None:
    cast.photo(shop.sneaker, "green", position=1)
    ProductImage.objects.filter(product=shop.sneaker, position=1).update(color="green")
    Variant.objects.create(
        product=shop.sneaker, sku="SNEAKER-GREEN-41", color="green", size="41", position=2
    )
    page = client.get(shop.sneaker.get_absolute_url(), {"color": "green", "size": "41"})
    assert page.context["choice"].variant.sku == "SNEAKER-GREEN-41"
    assert page.context["choice"].images[0].color == "green"


def test_an_old_address_leads_to_the_new_one(shop: cast.Shop, client: Client) -> None:
    page = client.get(f"/p/{shop.mug.pk}/former-title/")
    assert (page.status_code, page["Location"]) == (301, shop.mug.get_absolute_url())


def test_a_product_that_is_not_active_is_not_there(shop: cast.Shop, client: Client) -> None:
    shop.mug.active = False
    shop.mug.save()
    assert client.get(shop.mug.get_absolute_url()).status_code == 404


def test_a_translated_title_is_shown_in_its_language(shop: cast.Shop, client: Client) -> None:
    address = shop.mug.get_absolute_url()
    german = client.get(address, headers={"Accept-Language": "de"}).content.decode()
    english = client.get(address).content.decode()
    assert '<h1 dir="auto">Becher aus Steinzeug</h1>' in german
    assert '<h1 dir="auto">Stoneware mug</h1>' in english
