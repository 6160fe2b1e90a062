"""A search that cannot be read is told in the shopper's words, and goes on with the rest of it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.cast import Shop


def refused(client: Client, address: str, language: str = "en") -> tuple[str, str]:
    """What the page says, and where its button leads."""
    reply = client.get(address, headers={"Accept-Language": language})
    assert reply.status_code == 400
    page = reply.content.decode()
    errors = re.search(
        r'<ul class="errors">(.*?)</ul>\s*<p><a class="button" href="([^"]*)"', page, re.S
    )
    assert errors
    return " ".join(re.sub("<[^>]+>", " ", errors[1]).split()), errors[2].replace("&amp;", "&")


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Price from"), ("de", "Preis ab"), ("fr", "Prix à partir de")]
)
def test_a_filter_has_the_name_that_the_page_gives_it(
    shop: Shop, client: Client, language: str, name: str
) -> None:
    said, _way = refused(client, "/search/?q=mug&price_min=-5", language)

    assert "price_min" not in said
    assert said.startswith(f"{name} :")


def test_what_has_no_name_on_the_page_gets_none(shop: Shop, client: Client) -> None:
    said, _way = refused(client, "/search/?q=mug&page=0")

    assert said == "Ensure this value is greater than or equal to 1."


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("/search/?q=mug&price_min=-5&color=blue", "/search/?q=mug&color=blue"),
        ("/search/?q=mug&price_min=9&price_max=5", "/search/?q=mug&price_max=5"),
        ("/search/?q=mug%00&color=blue&page=2", "/search/?color=blue"),
        ("/c/shoes/?price_max=x", "/search/?category=shoes"),
    ],
)
def test_the_way_on_keeps_what_could_be_read(
    shop: Shop, client: Client, asked: str, left: str
) -> None:
    _said, way = refused(client, asked)

    assert way == left
    assert client.get(way).status_code == 200
