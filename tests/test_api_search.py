"""GET /api/v1/search/: the reply's shape, filters, pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from catalog.models import Product, Variant
from tests import cast

SEARCH = "/api/v1/search/"


def found(client: Client, **asked: Any) -> dict[str, Any]:
    reply = client.get(SEARCH, asked)
    assert reply.status_code == 200, reply.content
    return dict(reply.json())


def skus(reply: dict[str, Any]) -> list[str]:
    return [result["sku"] for result in reply["results"]]


def test_the_reply_has_the_fields_of_the_contract(client: Client, shop: cast.Shop) -> None:
    reply = found(client, q="red sneaker")
    assert reply.keys() == {
        "search_id",
        "total",
        "total_is_exact",
        "interpretation",
        "notices",
        "wishes",
        "results",
        "partial",
        "less_similar",
        "facets",
        "relaxations",
        "sorts",
        "degraded",
        "encoder",
        "next",
        "photo_id",
    }
    assert reply["encoder"] == "stub@1"


def test_a_result_tells_what_a_card_shows(client: Client, shop: cast.Shop) -> None:
    best = found(client, q="stoneware mug")["results"][0]
    image = shop.mug.images.first()
    assert 0 <= best.pop("score") <= 1
    assert best.pop("reasons")
    assert best == {
        "sku": "MUG-BLUE",
        "source_id": "",
        "title": "Stoneware mug",
        "price": 14.5,
        "price_before": None,
        "availability": "in_stock",
        "currency": "EUR",
        "url": f"http://testserver{shop.mug.get_absolute_url()}?color=blue",
        "image": f"http://testserver/pictures/{image.fingerprint}/800.webp",
        "variant": {
            "sku": "MUG-BLUE",
            "source_id": "",
            "color": "blue",
            "size": "",
            "options": {},
            "price": 14.5,
            "price_before": None,
            "stock": 12,
            "availability": "in_stock",
            "available": True,
            "gtin": "",
            "mpn": "",
        },
    }


def test_a_product_without_a_photo_has_none(client: Client, shop: cast.Shop) -> None:
    assert found(client, q="oak chair")["results"][0]["image"] is None


def test_only_explain_tells_what_each_leg_says(client: Client, shop: cast.Shop) -> None:
    assert "trace" not in found(client, q="mug")["results"][0]
    assert found(client, q="mug", explain=1)["results"][0]["trace"]["words"] > 0


def test_filters_alone_list_what_passes_them(client: Client, shop: cast.Shop) -> None:
    assert skus(found(client, category="kitchen")) == ["MUG-BLUE"]
    assert skus(found(client, price_max="60", sort="-price")) == ["SNEAKER-RED-41", "MUG-BLUE"]
    assert skus(found(client, size="42", in_stock="1")) == []


def test_the_variant_is_the_one_that_was_asked_for(client: Client, shop: cast.Shop) -> None:
    [hit] = found(client, size="41")["results"]
    assert (hit["sku"], hit["variant"]["available"]) == ("SNEAKER-RED-41", True)


def test_a_size_is_asked_for_where_it_can_be_had(client: Client, shop: cast.Shop) -> None:
    assert found(client, size="42")["results"] == []
    assert "42" not in [value["value"] for value in found(client)["facets"]["size"]]


def test_facets_count_products_by_value(client: Client, shop: cast.Shop) -> None:
    facets = found(client)["facets"]
    assert {value["value"]: value["count"] for value in facets["color"]} == {"red": 1, "blue": 1}


def test_pages_joined_are_the_whole_list(client: Client, shop: cast.Shop) -> None:
    page = found(client, sort="price", page_size=1)
    seen = skus(page)
    while page["next"]:
        page = client.get(page["next"]).json()
        seen += skus(page)
    assert seen == ["MUG-BLUE", "SNEAKER-RED-41", "CHAIR-OAK"]
    assert page["next"] is None


def test_what_is_taken_out_between_pages_passes_nothing_over(
    client: Client, shop: cast.Shop
) -> None:
    """Of ten hooks two of the pages that were seen are deleted, and the very last."""
    for number in range(10):
        hook = cast.product(f"Brass hook {number}", "Home > Hooks")
        Variant.objects.create(product=hook, sku=f"HOOK-{number}", price=number + 1, stock=1)
    page = found(client, q="brass hook", sort="price", page_size=3)
    seen = skus(page)
    for gone in ("HOOK-1", "HOOK-4", "HOOK-9"):
        Product.objects.get(variants__sku=gone).delete()
        page = client.get(page["next"]).json()
        seen += skus(page)

    assert seen == [f"HOOK-{number}" for number in range(9)]
    assert (page["next"], page["total"]) == (None, 7)


def test_next_may_be_sent_as_the_cursor(client: Client, shop: cast.Shop) -> None:
    first = found(client, sort="price", page_size=1)
    second = found(client, sort="price", page_size=1, cursor=first["next"])
    assert skus(second) == ["SNEAKER-RED-41"]


def test_a_cursor_of_another_search_is_refused(client: Client, shop: cast.Shop) -> None:
    following = found(client, sort="price", page_size=1)["next"]
    reply = client.get(SEARCH, {"sort": "-price", "page_size": 1, "cursor": following})
    assert reply.status_code == 400
    assert "belongs to another search" in reply.json()["errors"]["cursor"][0]


@pytest.mark.parametrize("cursor", ["nonsense", "a.5:b", "http://[", "ä" * 500])
def test_a_cursor_that_is_not_ours_is_refused(client: Client, shop: cast.Shop, cursor: str) -> None:
    reply = client.get(SEARCH, {"q": "mug", "cursor": cursor})
    assert reply.status_code == 400
    assert reply.json()["errors"].keys() == {"cursor"}


def test_the_address_works_without_its_last_slash_even_for_post(
    client: Client, shop: cast.Shop
) -> None:
    reply = client.post("/api/v1/search?page_size=1", {"q": "mug"}, follow=True)
    assert reply.redirect_chain == [("/api/v1/search/?page_size=1", 308)]
    assert skus(reply.json()) == ["MUG-BLUE"]
