"""What the shopper chose otherwise since is no chip any more: each chip holds of every result."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast


def labels(client: Client, **asked: str) -> list[str]:
    answer = client.get("/api/v1/search/", asked).json()
    return [entity["label"] for entity in answer["interpretation"]]


@pytest.mark.parametrize(("color", "kept"), [("", ["Sneakers", "red"]), ("Blue", ["Sneakers"])])
def test_a_colour_that_is_chosen_takes_the_place_of_the_one_in_words(
    shop: cast.Shop, client: Client, color: str, kept: list[str]
) -> None:
    asked = {"q": "red sneakers"} | ({"color": color} if color else {})
    assert sorted(labels(client, **asked)) == kept


def test_the_page_shows_the_colour_that_holds_alone(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": "red sneakers", "color": "Blue"}).content.decode()
    chips = page.split('<ul class="chips"')[1].split("</ul>")[0]
    assert "Blue" in chips
    assert "Red" not in chips
