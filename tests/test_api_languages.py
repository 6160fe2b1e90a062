"""The API refuses in the language of who asks, as the pages do."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.api_calls import key

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "price ist '1,200'; schreiben Sie es wie 1234.56"),
        ("fr", "price est '1,200' ; écrivez-le comme 1234.56"),
        ("en", "price is '1,200'; write it like 1234.56"),
    ],
)
def test_a_bad_row_is_refused_in_the_language_of_who_asks(
    empty_cache: None, language: str, said: str
) -> None:
    reply = Client(headers={**key(), "Accept-Language": language}).put(
        "/api/v1/products/A/",
        {"title": "Apple", "price": "1,200"},
        content_type="application/json",
    )

    assert reply.status_code == 400
    assert reply.json()["detail"].startswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Ist „q“ gemeint?"), ("fr", "Vouliez-vous dire « q » ?"), ("en", "Did you mean “q”?")],
)
def test_an_unknown_parameter_is_refused_in_the_language_of_who_asks(
    empty_cache: None, client: Client, language: str, said: str
) -> None:
    reply = client.get("/api/v1/search/?qq=boot", headers={"Accept-Language": language})

    assert said in reply.json()["detail"]
