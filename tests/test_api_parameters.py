"""A parameter that is none is said, and the nearest right one with it."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from search.api import parameters
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "given", "meant"),
    [
        ("search/", "colour", "color"),
        ("search/", "price_mx", "price_max"),
        ("search/", "query", "q"),
        ("search/", "pagesize", "page_size"),
        ("suggest/", "limits", "limit"),
        ("products/MUG-BLUE/similar/", "limt", "limit"),
    ],
)
def test_a_misspelt_parameter_gets_the_right_one(
    client: Client, shop: cast.Shop, address: str, given: str, meant: str
) -> None:
    reply = client.get(f"/api/v1/{address}", {given: "1"})

    assert (reply.status_code, reply["Content-Type"]) == (400, "application/problem+json")
    assert list(reply.json()["errors"]) == [given]
    assert f"“{meant}”" in reply.json()["detail"]


def test_all_of_them_are_said_at_once(client: Client, shop: cast.Shop) -> None:
    body = json.dumps({"q": "mug", "colour": "red", "sizes": ["42"]})

    reply = client.post("/api/v1/search/", body, content_type="application/json")

    assert reply.json()["errors"].keys() == {"colour", "sizes"}


def test_what_is_like_no_parameter_gets_the_list(client: Client, shop: cast.Shop) -> None:
    sentence = client.get("/api/v1/suggest/", {"zzzz": 1}).json()["detail"]

    assert sentence == "zzzz: There is no parameter “zzzz”. The parameters are limit, q."


@pytest.mark.parametrize(
    ("address", "name"),
    [("search/", "parts"), ("search/", "q"), ("search/", "off"), ("passages/", "text")],
)
def test_a_file_is_no_text(client: Client, shop: cast.Shop, address: str, name: str) -> None:
    sent = {name: SimpleUploadedFile("mug.txt", b"[]"), "color": "red"}

    reply = client.post(f"/api/v1/{address}", sent)

    assert (reply.status_code, list(reply.json()["errors"])) == (400, [name])
    assert "has to be a text" in reply.json()["detail"]


@pytest.mark.parametrize(("address", "name"), [("search/", "q"), ("passages/", "text")])
@pytest.mark.parametrize("sent", [True, False, ["mug", True]])
def test_yes_and_no_are_no_words(
    client: Client, shop: cast.Shop, address: str, name: str, sent: object
) -> None:
    reply = client.post(f"/api/v1/{address}", {name: sent}, content_type="application/json")

    assert (reply.status_code, list(reply.json()["errors"])) == (400, [name])


def test_of_a_hundred_thousand_wrong_names_the_first_are_told(
    client: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look for what each of them may mean took seven seconds of a process."""
    looked_for: list[str] = []

    def near(name: str, *_given: object) -> list[str]:
        looked_for.append(name)
        return []

    monkeypatch.setattr(parameters, "get_close_matches", near)
    body = json.dumps({f"name{number}": 1 for number in range(100_000)})
    for address in ("search", "passages", "describe"):
        reply = client.post(f"/api/v1/{address}/", body, content_type="application/json")
        assert list(reply.json()["errors"]) == [f"name{number}" for number in range(20)]
    assert len(looked_for) <= 3 * 20
