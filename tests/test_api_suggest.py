"""GET /api/v1/suggest/: what the words typed so far may become."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import cast


def suggested(client: Client, q: str, **asked: Any) -> list[dict[str, Any]]:
    reply = client.get("/api/v1/suggest/", {"q": q, **asked})
    assert reply.status_code == 200, reply.content
    return list(reply.json()["suggestions"])


def test_the_beginning_of_a_title_gives_the_product_with_its_picture(
    client: Client, shop: cast.Shop
) -> None:
    [mug] = [each for each in suggested(client, "stone") if each["kind"] == "product"]
    assert mug["text"] == "Stoneware mug"
    assert mug["url"] == f"http://testserver{shop.mug.get_absolute_url()}"
    assert mug["image"].startswith("http://testserver/pictures/")


def test_nothing_typed_suggests_nothing(client: Client, shop: cast.Shop) -> None:
    assert suggested(client, "") == []


def test_no_more_than_the_limit_comes_back(client: Client, shop: cast.Shop) -> None:
    assert len(suggested(client, "m", limit=1)) <= 1


@pytest.mark.parametrize("q", ["'", "\\", "a' & b:*", "%", "()", "🦆", "a" * 200])
def test_no_sign_upsets_it(client: Client, shop: cast.Shop, q: str) -> None:
    assert isinstance(suggested(client, q), list)


@pytest.mark.parametrize("asked", [{"q": "a" * 201}, {"q": "a\x00"}, {"q": "a", "limit": 0}])
def test_what_makes_no_sense_is_refused(client: Client, db: None, asked: dict[str, Any]) -> None:
    assert client.get("/api/v1/suggest/", asked).status_code == 400
