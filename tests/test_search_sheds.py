"""A shop with no room for another search says so at once, on pages and in the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from catalog.decoding import parent
from catalog.models import Product
from search.admission import shedding
from tests import cast
from tests.stub_encoder import StubEncoder

SEARCH = "/api/v1/search/"


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, shop: cast.Shop) -> None:
    """Nobody is let in any more."""
    gate = shedding.Gate(at_work=0, waiting=0, words_only=0, patience=0)
    monkeypatch.setattr(shedding, "gate", gate)


@pytest.fixture
def decoding(shop: cast.Shop, settings: Settings) -> Iterator[None]:
    """Another picture is being decoded all the time."""
    settings.DECODE_PATIENCE = 0.01
    with parent.decoder.turn:
        yield


def sent() -> dict[str, SimpleUploadedFile]:
    return {"photo": SimpleUploadedFile("photo.png", cast.picture())}


@pytest.mark.usefixtures("full")
def test_pages_say_so(client: Client) -> None:
    for reply in [
        client.get("/search/?q=mug"),
        client.post("/search/photo/", sent()),
        client.post("/search/list/", {"text": "mug"}),
    ]:
        assert reply.status_code == 503
        assert "The shop is catching its breath" in reply.content.decode()
        assert int(reply["Retry-After"]) >= 1


@pytest.mark.usefixtures("full")
def test_the_api_says_so(client: Client) -> None:
    json = "application/json"
    for reply in [
        client.get(f"{SEARCH}?q=mug"),
        client.post(SEARCH, sent()),
        client.post("/api/v1/passages/", {"text": "mug"}, content_type=json),
        client.post("/api/v1/describe/", sent()),
    ]:
        assert reply.status_code == 503
        assert reply["Content-Type"] == "application/problem+json"
        assert int(reply["Retry-After"]) >= 1


def test_between_full_and_away_words_answer_and_say_so(
    client: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = shedding.Gate(at_work=0, waiting=0, words_only=9, patience=0)
    monkeypatch.setattr(shedding, "gate", gate)

    def encode(*_asked: object) -> None:
        raise AssertionError("the encoder was asked")

    monkeypatch.setattr(StubEncoder, "encode_texts", encode)
    page, api = client.get("/search/?q=mug"), client.get(f"{SEARCH}?q=mug")
    assert "Only words were searched" in page.content.decode()
    assert api.json()["degraded"]
    assert api.json()["results"][0]["sku"] == "MUG-BLUE"


@pytest.mark.usefixtures("full")
def test_what_is_no_search_is_answered(client: Client) -> None:
    product = Product.objects.all()[0].get_absolute_url()
    assert {client.get(path).status_code for path in ["/", product, "/livez"]} == {200}


@pytest.mark.usefixtures("decoding")
def test_a_photo_that_cannot_be_opened_now_can_be_sent_again(client: Client) -> None:
    for address in [SEARCH, "/search/photo/"]:
        reply = client.post(address, sent())
        assert (reply.status_code, reply["Retry-After"]) == (503, "2")


@pytest.mark.usefixtures("decoding")
def test_words_are_searched_while_pictures_wait(client: Client) -> None:
    assert client.get(f"{SEARCH}?q=mug").status_code == 200
