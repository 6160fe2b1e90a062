"""Keys of the API: made in admin and shown once; what they may do, how often, from which pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from catalog.models import Source
from search.models import ApiKey
from tests.api_calls import key, send

pytestmark = pytest.mark.django_db

SEARCH = "/api/v1/search/"
ADMIN = "/admin/vitrine_search/apikey/"
PAGE = "https://shop.example"


@pytest.fixture(autouse=True)
def counted_from_zero(empty_cache: None) -> None:
    """Rates are counted in the cache."""


def make(admin_client: Client, **columns: Any) -> str:
    """The key as the page shows it."""
    form = {"name": "ERP", "scope": "write", "a_minute": 100, **columns}
    page = admin_client.post(f"{ADMIN}add/", form)
    assert "no-store" in page["Cache-Control"]
    return re.search(r'id="secret">([^<]+)<', page.content.decode())[1]  # type: ignore[index]


def test_a_key_is_made_in_admin_and_shown_once(admin_client: Client) -> None:
    secret = make(admin_client, source=Source.objects.create(name="erp").pk)

    kept = ApiKey.objects.get()
    assert secret.startswith(kept.prefix)
    assert len(secret) > len(kept.prefix) + 30
    assert secret not in str(vars(kept))
    for address in (ADMIN, f"{ADMIN}{kept.pk}/change/"):
        assert secret not in admin_client.get(address).content.decode()
    reply = send(
        Client(headers={"Authorization": f"Bearer {secret}"}), "put", "JUG", {"title": "Jug"}
    )
    assert reply.status_code == 201
    assert Source.objects.get(name="erp").products.count() == 1


def test_a_revoked_key_is_good_for_nothing(admin_client: Client) -> None:
    writer = Client(headers={"Authorization": f"Bearer {make(admin_client)}"})
    assert writer.get(SEARCH).status_code == 200

    chosen = {"action": "revoke", "_selected_action": [ApiKey.objects.get().pk]}
    admin_client.post(ADMIN, chosen)

    for reply in (send(writer, "put", "JUG", {"title": "Jug"}), writer.get(SEARCH)):
        assert (reply.status_code, reply["Content-Type"]) == (401, "application/problem+json")
    assert LogEntry.objects.filter(change_message__contains="revoked").exists()


def test_who_has_no_key_may_read_alone(client: Client) -> None:
    reply = send(client, "put", "JUG", {"title": "Jug"})

    assert (reply.status_code, reply["WWW-Authenticate"]) == (401, "Bearer")
    assert "Authorization: Bearer KEY" in reply.json()["detail"]
    assert client.get(SEARCH).status_code == 200


def test_a_key_to_read_does_not_write() -> None:
    reader = Client(headers=key(scope="read"))

    reply = send(reader, "post", "batch", {"products": [{"sku": "JUG", "title": "Jug"}]})

    assert (reply.status_code, "only read" in reply.json()["detail"]) == (403, True)


def test_each_key_has_a_rate_of_its_own() -> None:
    slow, quick = Client(headers=key(a_minute=2)), Client(headers=key(a_minute=0))

    answers = [send(slow, "delete", "X").status_code for _ in range(3)]

    assert answers == [204, 204, 429]
    assert {send(quick, "delete", "X").status_code for _ in range(5)} == {204}


def test_when_a_key_was_last_used_is_noted() -> None:
    assert Client(headers=key()).get(SEARCH).status_code == 200

    assert ApiKey.objects.get().last_used is not None


def test_guessed_keys_count_as_questions(settings: Any) -> None:
    settings.REQUESTS_A_MINUTE = {"search": 3, "photo": 3, "suggest": 3}
    guessing = Client(headers={"Authorization": "Bearer vitrine_guess"})

    assert [guessing.get(SEARCH).status_code for _ in range(4)] == [401, 401, 401, 429]


def preflight(origin: str) -> Any:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization",
    }
    return Client().options(SEARCH, headers=asked)


def test_pages_that_a_key_names_may_search_from_the_browser() -> None:
    reader = Client(
        headers={**key(scope="read", origins=f"{PAGE}\nhttps://b.example"), "Origin": PAGE}
    )

    assert preflight(PAGE)["Access-Control-Allow-Origin"] == PAGE
    assert "authorization" in preflight(PAGE)["Access-Control-Allow-Headers"]
    reply = reader.get(SEARCH)
    assert reply["Access-Control-Allow-Origin"] == PAGE
    assert "origin" in reply["Vary"].lower()
    assert "Access-Control-Allow-Credentials" not in reply


def test_other_pages_may_not() -> None:
    secret = key(scope="read", origins=PAGE)

    assert not preflight("https://evil.example").has_header("Access-Control-Allow-Origin")
    for headers in ({"Origin": PAGE}, {**secret, "Origin": "https://evil.example"}):
        assert not Client(headers=headers).get(SEARCH).has_header("Access-Control-Allow-Origin")


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"origins": "https://shop.example/page", "scope": "read"}, "is no origin"),
        ({"origins": "https://[::1", "scope": "read"}, "is no origin"),
        ({"origins": "shop.example", "scope": "read"}, "is no origin"),
        ({"origins": PAGE, "scope": "write"}, "it only reads"),
    ],
)
def test_origins_are_checked(admin_client: Client, columns: Any, sentence: str) -> None:
    page = admin_client.post(f"{ADMIN}add/", {"name": "x", "a_minute": 1, **columns})

    assert sentence in page.content.decode()
    assert not ApiKey.objects.exists()
