"""Pages count against the same minute as the API, and a shopping list counts by its lines."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from catalog.models import Category
from tests import cast

API, PAGE, LIST = "/api/v1/search/", "/search/", "/search/list/"
PASSAGES = "/api/v1/passages/"


@pytest.fixture(autouse=True)
def limits(settings: Settings, shop: cast.Shop) -> None:
    settings.REQUESTS_A_MINUTE = {"search": 10, "photo": 3, "suggest": 20}


def test_results_and_listings_share_one_minute_with_the_api(client: Client) -> None:
    listing = Category.objects.filter(parent=None)[0].get_absolute_url()
    asked = [API, f"{PAGE}?q=mug", listing] * 3 + [API]
    assert {client.get(address).status_code for address in asked} == {200}
    refused = client.get(f"{PAGE}?q=mug")
    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert client.get(API).status_code == 429


def test_a_list_is_charged_for_each_of_its_lines(client: Client) -> None:
    assert client.post(LIST, {"text": "red mug\n\nblue mug\nscarf\n"}).status_code == 200
    assert [client.get(API).status_code for _ in range(8)] == [200] * 7 + [429]


def test_sentences_of_a_long_line_are_charged_as_lines_are(client: Client) -> None:
    sentence = "Then we need a stoneware mug, a blue one, as she had before. "
    assert client.post(LIST, {"text": sentence * 3}).status_code == 200
    assert [client.get(API).status_code for _ in range(8)] == [200] * 7 + [429]


def test_a_list_of_the_api_is_charged_alike(client: Client) -> None:
    text = {"text": "red mug\nblue mug\nscarf"}
    assert client.post(PASSAGES, text, content_type="application/json").status_code == 200
    assert [client.get(API).status_code for _ in range(8)] == [200] * 7 + [429]


def test_a_list_whose_client_has_used_up_the_minute_is_refused(client: Client) -> None:
    for _ in range(10):
        client.get(API)
    assert client.post(LIST, {"text": "red mug"}).status_code == 429
    refused = client.post(PASSAGES, {"text": "red mug"}, content_type="application/json")
    assert refused.status_code == 429
    assert "Retry-After" in refused


def test_home_and_a_form_to_fill_in_cost_nothing(client: Client) -> None:
    assert {client.get(address).status_code for address in ["/", LIST] * 12} == {200}
