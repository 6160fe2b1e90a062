"""A form of admin that is sent when its session has ended is not lost."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from catalog.models import Brand, Source
from tests.cast import red_sneaker
from tests.test_catalog_admin import PRODUCTS, form_of

pytestmark = pytest.mark.django_db
BRAND = "/admin/catalog/brand/add/"
NAME = 'Öl & "Käse" 👟\r\n'
ORIGIN = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def owner(empty_cache: None) -> User:
    return User.objects.create_superuser("owner", password="right horse")


def hidden(reply: Any, form: str) -> dict[str, list[str]]:
    """The hidden fields of a form of a page, and those that stand elsewhere and belong to it."""
    page = reply.content.decode()
    own = re.search(f'<form[^>]*id="{form}".*?</form>', page, re.S)
    assert own, page
    tags = re.findall(r"<input[^>]*>", own[0]) + re.findall(f'<input[^>]*form="{form}"[^>]*>', page)
    found: dict[str, list[str]] = {}
    for tag in tags:
        said = {name: unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', tag)}
        if said["type"] == "hidden":
            found.setdefault(said["name"], []).append(said["value"])
    return found


def log_in(client: Client, asked: Any, password: str = "right horse") -> Any:
    assert "nothing has been saved" in asked.content.decode()
    who = {"username": "owner", "password": password}
    return client.post(reverse("admin:login"), {**hidden(asked, "login-form"), **who})


def send_again(client: Client, offer: Any, **files: Any) -> Any:
    address = re.search(r'<form method="post" action="([^"]*)"[^>]*id="kept-form"', page_of(offer))
    assert address
    return client.post(unescape(address[1]), {**hidden(offer, "kept-form"), **files})


def page_of(reply: Any) -> str:
    return str(reply.content.decode())


@pytest.mark.parametrize("wrong", [0, 2])
def test_what_was_sent_without_a_session_is_saved_after_the_login(wrong: int) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(reverse("admin:login"))
    token = client.cookies["csrftoken"].value

    asked = client.post(BRAND, {"name": NAME, "_addanother": "1", "csrfmiddlewaretoken": token})
    for _ in range(wrong):
        asked = log_in(client, asked, "wrong horse")
    offer = log_in(client, asked)
    assert not Brand.objects.exists()
    assert client.cookies["csrftoken"].value != token
    reply = send_again(client, offer)

    assert Brand.objects.get().name == NAME.strip()
    assert reply["Location"] == BRAND


def test_a_whole_product_with_its_tables_comes_back(client: Client) -> None:
    sneaker = red_sneaker()
    client.force_login(User.objects.get())
    page = form_of(client, sneaker) | {"variants-0-stock": "9", "description": "a\r\n\r\nb <p>"}
    client.logout()

    asked = client.post(f"{PRODUCTS}{sneaker.pk}/change/?_changelist_filters=q%3Da", page)
    reply = send_again(client, log_in(client, asked))

    assert reply.status_code == 302, reply.context["errors"]
    assert sneaker.variants.get(sku="SNEAKER-RED-41").stock == 9
    assert "q=a" in reply["Location"]


def test_a_chosen_file_has_to_be_chosen_again(client: Client) -> None:
    asked = client.post(
        reverse("admin:catalog_source_add"),
        {"name": "shop", "file": SimpleUploadedFile("käse.csv", b"sku,title\n1,Mug\n")},
    )
    offer = log_in(client, asked)

    assert "Choose “käse.csv” again" in page_of(offer)
    assert re.search(r'<input type="file"[^>]*name="file" required>', page_of(offer))
    assert not Source.objects.exists()


def test_a_page_from_before_another_login_offers_what_was_sent() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get())
    client.get(BRAND)
    old = client.cookies["csrftoken"].value
    client.logout()
    client.get(reverse("admin:login"))
    client.force_login(User.objects.get())
    client.cookies["csrftoken"] = "x" * 32

    offer = client.post(BRAND, {"name": "Palm", "csrfmiddlewaretoken": old}, headers=ORIGIN)
    assert not Brand.objects.exists()
    send_again(client, offer)

    assert Brand.objects.get().name == "Palm"


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_another_site_has_nothing_kept(origin: str | None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get())
    headers = {"origin": origin} if origin else {}

    for token in ({}, {"csrfmiddlewaretoken": "x" * 32}):
        reply = client.post(BRAND, {"name": "Palm", **token}, headers=headers)
        assert reply.status_code == 403
        assert "Palm" not in page_of(reply)


def test_the_login_of_another_tab_is_enough() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get())
    reply = client.post(reverse("admin:login"), {"csrfmiddlewaretoken": "x" * 32}, headers=ORIGIN)
    assert (reply.status_code, reply["Location"]) == (302, "/admin/")


def test_an_address_elsewhere_is_never_where_it_goes(client: Client) -> None:
    kept = {"kept_fields": "name=Palm", "next": "https://elsewhere.example/"}
    offer = client.post(
        reverse("admin:login"), {**kept, "username": "owner", "password": "right horse"}
    )
    assert 'action="/admin/"' in page_of(offer)


def test_a_script_is_led_to_the_login_as_ever(client: Client) -> None:
    reply = client.post(BRAND, {"name": "Palm"}, headers={"sec-fetch-mode": "cors"})
    assert reply.status_code == 302


def test_leaving_is_no_form(client: Client) -> None:
    assert client.post(reverse("admin:logout")).status_code == 302
