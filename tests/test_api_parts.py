"""Several things at once, wanted and unwanted, as JSON."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests import cast
from tests.api_calls import photo

SEARCH = "/api/v1/search/"


def post(client: Client, **body: Any) -> dict[str, Any]:
    reply = client.post(SEARCH, body, content_type="application/json")
    assert reply.status_code == 200, reply.content
    return dict(reply.json())


def nearest(reply: dict[str, Any]) -> list[str]:
    return [hit["sku"] for hit in reply["results"] + reply["less_similar"]]


def test_parts_of_all_three_kinds_are_searched_together(client: Client, shop: cast.Shop) -> None:
    photo_id = client.post(SEARCH, {"photo": photo("blue")}).json()["photo_id"]
    found = post(client, parts=[{"photo_id": photo_id, "weight": 2}, {"text": "mug"}])
    assert nearest(found)[0] == "MUG-BLUE"


def test_a_product_is_never_its_own_result(client: Client, shop: cast.Shop) -> None:
    assert "MUG-BLUE" not in nearest(post(client, parts=[{"sku": "MUG-BLUE"}]))


def test_what_is_like_an_unwanted_part_falls_behind(client: Client, shop: cast.Shop) -> None:
    wanted = [{"text": "blue mug"}, {"text": "red sneaker"}]
    assert set(nearest(post(client, parts=wanted))[:2]) == {"MUG-BLUE", "SNEAKER-RED-41"}
    unwanted = [{"text": "blue mug"}, {"text": "red sneaker"}, {"sku": "CHAIR-OAK", "weight": -1}]
    assert nearest(post(client, parts=unwanted))[-1] != "MUG-BLUE"
    less = post(client, parts=[{"text": "blue mug"}, {"text": "red sneaker", "weight": -1}])
    assert nearest(less)[0] == "MUG-BLUE"


def test_the_filters_are_spelt_as_in_an_address(client: Client, shop: cast.Shop) -> None:
    found = post(
        client, parts=[{"text": "mug"}], color=["blue", "red"], in_stock=True, price_max=20
    )
    assert nearest(found) == ["MUG-BLUE"]


def test_the_next_page_of_parts_is_had_with_get(client: Client, shop: cast.Shop) -> None:
    first = post(client, parts=[{"text": "red blue"}], sort="price", page_size=1)
    seen, page = nearest_only(first), first
    while page["next"]:
        page = client.get(page["next"]).json()
        seen += nearest_only(page)
    assert len(seen) == len(set(seen)) == first["total"]


def nearest_only(reply: dict[str, Any]) -> list[str]:
    return [hit["sku"] for hit in reply["results"]]


def test_a_search_too_long_for_an_address_gets_the_bare_cursor(
    client: Client, shop: cast.Shop
) -> None:
    asked = {"off": [f"{n}{'x' * 190}" for n in range(20)], "page_size": 1}
    first = post(client, **asked)
    assert first["next"]
    assert not first["next"].startswith("http")
    second = post(client, **asked, cursor=first["next"])
    assert [hit["sku"] for hit in second["results"]] != [hit["sku"] for hit in first["results"]]
