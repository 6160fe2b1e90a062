"""Who guesses at the admin's passwords is locked out, however they spell their address."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from config.lockout import TRIES

LOGIN = "/admin/login/"
SENTENCE = "Too many wrong passwords"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def owner(empty_cache: None) -> User:
    return User.objects.create_superuser("owner", password="right horse")


def guess(client: Client, password: str = "wrong", **extra: str) -> Any:
    return client.post(LOGIN, {"username": "owner", "password": password}, **extra)


def test_after_some_wrong_passwords_the_right_one_is_refused_too(client: Client) -> None:
    for _ in range(TRIES):
        assert SENTENCE not in guess(client).content.decode()
    refused = guess(client, "right horse")
    assert SENTENCE in refused.content.decode()
    assert "_auth_user_id" not in client.session


def test_another_name_in_front_of_the_address_unlocks_nothing(client: Client) -> None:
    for number in range(TRIES):
        guess(client, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    refused = guess(client, "right horse", HTTP_X_FORWARDED_FOR="203.0.113.7")
    assert SENTENCE in refused.content.decode()


def test_the_right_password_in_time_begins_the_count_anew(client: Client) -> None:
    for _ in range(2):
        for _ in range(TRIES - 1):
            guess(client)
        assert guess(client, "right horse").status_code == 302
        client.logout()


def test_an_address_of_another_is_not_locked(client: Client) -> None:
    for _ in range(TRIES + 1):
        guess(client, REMOTE_ADDR="192.0.2.1")
    assert guess(client, "right horse", REMOTE_ADDR="192.0.2.2").status_code == 302


def test_login_without_an_address_to_go_on_to_leads_to_the_admin(client: Client) -> None:
    assert guess(client, "right horse")["Location"] == "/admin/"


def test_a_session_ends_with_the_working_day(client: Client, settings: Settings) -> None:
    guess(client, "right horse")
    assert client.session.get_expiry_age() == 8 * 3600


@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_are_counted_before_they_are_looked_at(live_server: Any) -> None:
    with httpx2.Client(base_url=live_server.url) as http:
        token = http.get(LOGIN).cookies["csrftoken"]
        form = {"username": "owner", "password": "wrong", "csrfmiddlewaretoken": token}
        with ThreadPoolExecutor(8) as pool:
            pages = list(pool.map(lambda _: http.post(LOGIN, data=form).text, range(2 * TRIES)))
    assert sum(SENTENCE in page for page in pages) == TRIES
