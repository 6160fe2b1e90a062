"""What a chip says tells it from the other chips."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from catalog.models import Variant
from search.indexing import index_stale
from search.understanding import forget
from tests.cast import Shop, product


def chips(client: Client, words: str, language: str = "en") -> list[str]:
    page = client.get("/search/", {"q": words}, headers={"Accept-Language": language})
    found = re.findall(r'<a class="chip[^>]*>(.*?)<svg', page.content.decode(), re.S)
    return [" ".join(re.sub("<[^>]+>", " ", each).split()) for each in found]


def test_categories_of_the_same_name_stand_with_their_paths(shop: Shop, client: Client) -> None:
    boot = product("Rain boot", "Outdoors > Shoes")
    Variant.objects.create(product=boot, sku="BOOT", price=40, stock=1)
    forget()
    index_stale()

    assert chips(client, "shoes") == ["Category Shoes", "Category Outdoors &gt; Shoes"]
    assert chips(client, "shoes", "de") == ["Kategorie Schuhe", "Kategorie Outdoors &gt; Schuhe"]


def test_a_name_that_stands_alone_has_no_path(shop: Shop, client: Client) -> None:
    assert chips(client, "sneakers") == ["Category Sneakers"]


@pytest.mark.parametrize(
    ("key", "language", "said"),
    [
        ("category:shoes/sneakers", "de", "Kategorie Sneaker"),
        ("category:furniture/chairs", "fr", "Catégorie chaises"),
        ("color:red", "de", "Farbe Rot"),
        ("material:oak", "es", "Material roble"),
        ("attribute:season:summer", "en", "With season: summer"),
        ("price_max:100", "en", "Up to 100"),
        ("category:anvils", "en", "Category anvils"),
    ],
)
def test_what_is_switched_off_is_called_as_its_chip_was(
    shop: Shop, client: Client, key: str, language: str, said: str
) -> None:
    page = client.get(
        "/search/", {"q": "red thing", "off": key}, headers={"Accept-Language": language}
    )
    [off] = re.findall("<s>(.*?)</s>", page.content.decode())
    assert off.lower() == said.lower()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ["From €10.50", "Up to €99.90"]), ("de", ["Ab 10,50\xa0€", "Bis 99,90\xa0€"])],
)
def test_a_chosen_price_is_written_as_prices_of_the_shop_are(
    shop: Shop, client: Client, language: str, said: list[str]
) -> None:
    page = client.get(
        "/search/",
        {"q": "mug", "price_min": "10.5", "price_max": "99.9"},
        headers={"Accept-Language": language},
    )
    found = re.findall(
        r'<span class="chip-kind">(Ab|Bis|From|Up to)</span>\s*<bdi>([^<]*)</bdi>',
        page.content.decode(),
    )
    assert [" ".join(each) for each in found] == said


def test_a_way_out_says_a_price_as_the_shop_does(shop: Shop, client: Client) -> None:
    page = client.get(
        "/search/", {"q": "mug", "price_max": "9.5"}, headers={"Accept-Language": "de"}
    )
    assert [way.label for way in page.context["result"].relaxations] == [
        "ohne den Höchstpreis 9,50\xa0€"
    ]
