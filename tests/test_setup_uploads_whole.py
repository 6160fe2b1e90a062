"""An upload that did not arrive whole is refused, and never searched without its photo."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests import cast
from tests.api_calls import photo

API, PAGE = "/api/v1/search/", "/search/photo/"

pytestmark = pytest.mark.django_db


def body(**fields: Any) -> bytes:
    return bytes(encode_multipart(BOUNDARY, {"photo": photo(), **fields}))


def post(client: Client, address: str, content: bytes) -> Any:
    return client.generic("POST", address, content, MULTIPART_CONTENT)


@pytest.mark.parametrize("address", [API, PAGE])
@pytest.mark.parametrize("left", [10, 60, 150, 300, -10, -60])
def test_a_body_cut_anywhere_is_refused(
    client: Client, shop: cast.Shop, address: str, left: int
) -> None:
    reply = post(client, address, body(q="mug")[:left])
    assert reply.status_code == 400
    if address == API:
        assert reply["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", [API, PAGE])
def test_a_whole_body_is_not(client: Client, shop: cast.Shop, address: str) -> None:
    assert post(client, address, body(q="mug")).status_code in {200, 302}
    assert post(client, address, body() + b"an epilogue\r\n").status_code in {200, 302}


def test_a_form_without_a_file_has_to_arrive_whole_too(client: Client, shop: cast.Shop) -> None:
    form = encode_multipart(BOUNDARY, {"q": "mug", "page_size": "1"})
    assert post(client, API, form).status_code == 200
    assert post(client, API, form[:-30]).status_code == 400


@pytest.mark.parametrize("address", [API, PAGE])
def test_a_body_of_nothing_is_no_upload(client: Client, shop: cast.Shop, address: str) -> None:
    head = {"CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": "0"}
    assert client.generic("POST", address, **head).status_code == 400
