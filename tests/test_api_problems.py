"""Whatever goes wrong in the API is told as application/problem+json, never as a stack trace."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from search.encoders import EncoderError
from tests import cast

SEARCH = "/api/v1/search/"


def problem(reply: HttpResponse, status: int) -> dict[str, Any]:
    assert reply.status_code == status, reply.content
    assert reply["Content-Type"] == "application/problem+json"
    body = json.loads(reply.content)
    assert {"type", "title", "status", "detail"} <= body.keys()
    assert (body["type"], body["status"]) == ("about:blank", status)
    assert "Traceback" not in body["detail"]
    return dict(body)


@pytest.fixture
def patient(client: Client) -> Client:
    """A client that gets the answer a browser would get, not the exception."""
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"q": "a" * 10_000}, "q"),
        ({"q": "a\x00b"}, "q"),
        ({"sort": "cheapest"}, "sort"),
        ({"page_size": 10**9}, "page_size"),
        ({"price_min": "NaN"}, "price_min"),
        ({"price_max": "Infinity"}, "price_max"),
        ({"price_min": 9, "price_max": 1}, "price_min"),
        ({"category": "nowhere"}, "category"),
        ({"photo": "x"}, "photo"),
        ({"like": "NOPE"}, "like"),
    ],
)
def test_a_bad_parameter_is_named(
    client: Client, shop: cast.Shop, asked: dict[str, Any], name: str
) -> None:
    said = problem(client.get(SEARCH, asked), 400)
    assert said["title"] == "Bad Request"
    assert said["errors"].keys() == {name}
    assert said["detail"] == f"{name}: {said['errors'][name][0]}"


def test_all_that_is_wrong_is_told_at_once(client: Client, shop: cast.Shop) -> None:
    said = problem(client.get(SEARCH, {"sort": "cheapest", "page_size": 0}), 400)
    assert said["errors"].keys() == {"sort", "page_size"}


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"q": NaN}',
        b'{"q": [1, -1e999]}',
        b'{"q": "\\ud800"}',
        b'["red"]',
        b"\xff\xfe",
        b'{"parts":' + b"[" * 50_000,
        b'{"page_size": ' + b"9" * 5_000 + b"}",
        b'{"q": {"text": "red"}}',
        b'{"q": [["red"]]}',
        b'{"parts": {"text": "red"}}',
        b'{"parts": [{"text": "red", "weight": 1e999}]}',
    ],
)
def test_json_that_makes_no_sense_is_refused(client: Client, shop: cast.Shop, body: bytes) -> None:
    problem(client.post(SEARCH, body, content_type="application/json"), 400)


def test_json_over_the_cap_is_refused(client: Client, shop: cast.Shop, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    reply = client.post(SEARCH, {"q": "a" * 2_000}, content_type="application/json")
    assert "larger than 1000" in problem(reply, 413)["detail"]


def test_a_broken_form_is_refused(client: Client, shop: cast.Shop) -> None:
    problem(client.post(SEARCH, b"x", content_type="multipart/form-data"), 400)


def test_a_thousand_fields_are_refused(client: Client, shop: cast.Shop) -> None:
    problem(client.post(SEARCH, {f"f{n}": "" for n in range(1_001)}), 400)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/json; charset=zip"])
def test_another_kind_of_body_is_refused(client: Client, shop: cast.Shop, kind: str) -> None:
    problem(client.generic("POST", SEARCH, b"red", content_type=kind), 415)


def test_another_kind_of_answer_is_not_to_be_had(client: Client, shop: cast.Shop) -> None:
    problem(client.get(SEARCH, headers={"accept": "application/xml"}), 406)


def test_another_method_is_refused(client: Client, db: None, empty_cache: None) -> None:
    reply = client.delete(SEARCH)
    problem(reply, 405)
    assert "GET" in reply["Allow"]


@pytest.mark.parametrize(
    "address",
    ["/api/v1/nothing/", "/api/v1/nothing", "/api/v2/search/", "/api/v1/%00/"],
)
def test_an_address_that_is_none_is_a_problem_too(client: Client, db: None, address: str) -> None:
    reply = client.get(address, follow=True)
    problem(reply, 404)


@pytest.mark.parametrize("sku", ["NOPE", "%00", "a%2Fb", "ä" * 300])
@pytest.mark.parametrize("below", ["", "similar/"])
def test_a_product_that_is_not_there_is_named(
    client: Client, shop: cast.Shop, sku: str, below: str
) -> None:
    said = problem(client.get(f"/api/v1/products/{sku}/{below}"), 404)
    assert "There is no product with the SKU" in said["detail"]


def test_a_database_that_is_away_is_503_with_a_time_to_come_back(
    patient: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection refused to host 10.0.0.7")

    with monkeypatch.context() as without_database:
        without_database.setattr("django.db.backends.utils.CursorWrapper.execute", away)
        addresses = [SEARCH, "/api/v1/products/MUG-BLUE/", f"{SEARCH}?category=shoes"]
        replies = [patient.get(address) for address in addresses]
    for reply in replies:
        assert "10.0.0.7" not in problem(reply, 503)["detail"]
        assert int(reply["Retry-After"]) > 0


def test_a_photo_without_an_encoder_is_503(
    patient: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Any, images: Any) -> None:
        raise EncoderError("No weights at /srv/models")

    monkeypatch.setattr("tests.stub_encoder.StubEncoder.encode_images", broken)
    from tests.api_calls import photo

    said = problem(patient.post(SEARCH, {"photo": photo()}), 503)
    assert "/srv/models" not in said["detail"]


def test_a_failure_outside_of_the_endpoint_is_a_problem_too(
    patient: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*args: Any, **kwargs: Any) -> None:
        raise ValueError("secret")

    monkeypatch.setattr("rest_framework.renderers.JSONRenderer.render", wrong)
    assert "secret" not in problem(patient.get(SEARCH), 500)["detail"]


def test_our_own_mistake_is_500_without_its_details(
    patient: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*args: Any) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("search.retrieval.search", wrong)
    assert "secret" not in problem(patient.get(SEARCH), 500)["detail"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"parts":' + b"[" * 20_000, "it is nested too deeply"),
        (b'{"q": ' + b"9" * 5_000 + b"}", "a number has too many digits"),
        (b'{"q": "\\ud800"}', "it has something that is no character"),
        (b'{"q": "\xff"}', "it has something that is no character"),
        (b'{"q": 1e999}', "1e999 is not a JSON number"),
    ],
)
def test_what_is_wrong_with_json_is_not_said_in_python(
    client: Client, body: bytes, reason: str
) -> None:
    answer = client.post("/api/v1/search/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["detail"] == f"This is not valid JSON: {reason}."
