"""Whatever is sent, the API answers with a result or with a problem, never with a 500."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.forms.search import PassagesForm, SearchForm
from tests import cast

pytestmark = pytest.mark.django_db

REFUSED = {400, 404, 410, 413, 415}
often = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

text = st.text(max_size=40) | st.sampled_from(
    ["red mug -blue", '"oak chair"', "under 80", "size 42", "SNEAKER-RED", "' OR 1=1 --", "%", "\\"]
)
scalar = text | st.integers() | st.floats() | st.booleans() | st.none()
anything = st.recursive(
    scalar, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3)
)
plausible = {
    "page_size": st.integers(-1, 101),
    "page": st.integers(-1, 3),
    "price_min": st.decimals(allow_nan=True) | st.integers(0, 100),
    "price_max": st.integers(0, 100),
    "sort": st.sampled_from(["price", "-price", "newest", "relevance", "size"]),
    "category": st.sampled_from(["shoes", "Kitchen > Mugs", "shoe", ""]),
    "color": st.lists(st.sampled_from(["red", "BLUE", "no"]), max_size=3),
    "photo_weight": st.floats(0, 1),
    "off": st.lists(st.sampled_from(["all", "color:red", "correction"]), max_size=2),
    "like": st.sampled_from(["MUG-BLUE", "NOPE"]),
    "in_stock": st.booleans(),
    "explain": st.booleans(),
}
part = st.fixed_dictionaries(
    {},
    optional={
        "text": text,
        "sku": st.sampled_from(["MUG-BLUE", "CHAIR-OAK", "NOPE"]),
        "photo_id": st.just("A" * 22) | text,
        "weight": st.floats(-2, 2) | anything,
    },
)
asked = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(SearchForm.base_fields, text),
        **plausible,
        "q": text,
        "parts": st.lists(part, max_size=3).map(json.dumps) | text,
    },
)
body = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys([*SearchForm.base_fields, "text"], anything),
        **plausible,
        "q": text,
        "parts": st.lists(part, max_size=3) | anything,
    },
)


def answered(reply: Any) -> None:
    if reply.status_code != 200:
        assert reply.status_code in REFUSED, reply.content
        assert reply["Content-Type"] == "application/problem+json"
        assert reply.json()["detail"]


@often
@given(asked=asked)
def test_any_address_is_answered(client: Client, shop: cast.Shop, asked: dict[str, Any]) -> None:
    answered(client.get("/api/v1/search/", asked))


@often
@given(body=body)
def test_any_json_is_answered(client: Client, shop: cast.Shop, body: dict[str, Any]) -> None:
    answered(
        client.post(
            "/api/v1/search/", json.dumps(body, default=str), content_type="application/json"
        )
    )


@often
@given(content=st.binary(max_size=200), kind=st.sampled_from(["json", "x-www-form-urlencoded"]))
def test_any_bytes_are_answered(client: Client, shop: cast.Shop, content: bytes, kind: str) -> None:
    for name in ("search", "describe", "passages"):
        answered(client.post(f"/api/v1/{name}/", content, content_type=f"application/{kind}"))


@often
@given(body=st.dictionaries(st.sampled_from([*PassagesForm.base_fields]), anything))
def test_any_text_is_answered(client: Client, shop: cast.Shop, body: dict[str, Any]) -> None:
    reply = client.post("/api/v1/passages/", json.dumps(body), content_type="application/json")
    answered(reply)


@often
@given(q=text)
def test_any_beginning_is_answered(client: Client, shop: cast.Shop, q: str) -> None:
    answered(client.get("/api/v1/suggest/", {"q": q}))
