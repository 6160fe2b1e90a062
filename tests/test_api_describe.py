"""POST /api/v1/describe/: a photo in the catalogue's own words."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from search.models import PhotoQuery
from tests import cast
from tests.api_calls import photo

DESCRIBE = "/api/v1/describe/"


def described(client: Client, color: str, **asked: Any) -> dict[str, Any]:
    reply = client.post(DESCRIBE, {"photo": photo(color), **asked})
    assert reply.status_code == 200, reply.content
    return dict(reply.json())


@pytest.fixture
def mugs(shop: cast.Shop) -> None:
    """Enough blue mugs and red sneakers for a vote."""
    from catalog.models import Variant
    from search.indexing import index_stale

    for number in range(30):
        mug = cast.product(f"Blue mug {number}", "Kitchen > Mugs", material="stoneware")
        Variant.objects.create(product=mug, sku=f"MUG-{number}", color="blue", price=9)
        cast.photo(mug, "blue")
    index_stale()


def test_category_colour_and_attributes_are_told(client: Client, mugs: None) -> None:
    said = described(client, "blue")
    assert said["category"]["value"] == "kitchen/mugs"
    assert said["category"]["label"] == "Mugs"
    assert said["color"]["value"] == "blue"
    assert {"kind": "material", "value": "stoneware", "label": "stoneware"}.items() <= said[
        "attributes"
    ][0].items()
    assert said["phrase"] == "blue stoneware mugs"


@pytest.mark.parametrize(
    ("language", "phrase"),
    [("en", "blue stoneware mugs"), ("de", "Mugs, blau, Steinzeug"), ("fr", "mugs, bleu, grès")],
)
def test_the_phrase_is_in_the_language_of_the_page(
    client: Client, mugs: None, language: str, phrase: str
) -> None:
    sent = {"photo": photo("blue")}
    reply = client.post(DESCRIBE, sent, headers={"Accept-Language": language})
    assert reply.json()["phrase"].lower() == phrase.lower()


def test_the_closest_descriptions_come_with_scores(client: Client, mugs: None) -> None:
    said = described(client, "red", limit=2)["descriptions"]
    assert said[0]["title"] == "Canvas sneaker"
    assert said[0]["description"] == "A light shoe for long summers."
    assert len(said) == 2
    assert 1 >= said[0]["score"] >= said[1]["score"] >= 0


def test_a_photo_that_was_sent_before_can_be_described(client: Client, shop: cast.Shop) -> None:
    photo_id = described(client, "blue")["photo_id"]
    reply = client.post(DESCRIBE, {"photo_id": photo_id}, content_type="application/json")
    assert reply.json()["photo_id"] == photo_id
    assert PhotoQuery.objects.count() == 1


def test_without_a_photo_there_is_nothing_to_describe(client: Client, shop: cast.Shop) -> None:
    reply = client.post(DESCRIBE, {}, content_type="application/json")
    assert reply.status_code == 400
    assert reply.json()["errors"].keys() == {"photo"}


def test_a_forgotten_photo_cannot_be_described(client: Client, shop: cast.Shop) -> None:
    reply = client.post(DESCRIBE, {"photo_id": "A" * 22}, content_type="application/json")
    assert reply.status_code == 410


def test_an_empty_shop_has_no_words(
    client: Client, empty_cache: None, db: None, settings: Any
) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    reply = client.post(DESCRIBE, {"photo": photo()})
    assert reply.status_code == 503
