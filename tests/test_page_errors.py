"""Pages for what went wrong need no database, and say so in the visitor's language."""

import re

import pytest
from django.db import OperationalError
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from catalog.views import server_error
from tests import cast
from tests.languages import LANGUAGES

CODES = ["400", "403", "404", "413", "429", "500", "503"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_needs_neither_request_nor_database(code: str, language: str) -> None:
    with translation.override(language):
        page = render_to_string(f"{code}.html")
    assert f'<html lang="{language}">' in page
    assert f">{code}</p>" in page
    assert "<h1></h1>" not in page


def test_each_language_has_words_of_its_own() -> None:
    headings = set()
    for language in LANGUAGES:
        with translation.override(language):
            headings |= set(re.findall("<h1>(.*?)</h1>", render_to_string("404.html")))
    assert len(headings) == len(LANGUAGES)


def test_a_database_that_is_away_is_no_mistake_of_ours() -> None:
    request = RequestFactory().get("/")
    try:
        raise OperationalError
    except OperationalError:
        answer = server_error(request)
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")


def test_the_log_has_why_a_search_went_unanswered(
    client: Client,
    shop: cast.Shop,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def slow(*args: object, **kwargs: object) -> None:
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr("search.sql.several", slow)
    assert client.get("/search/?q=mug").status_code == 503
    assert "canceling statement due to statement timeout" in caplog.text


def test_our_own_mistake_is_500() -> None:
    request = RequestFactory().get("/")
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        answer = server_error(request)
    assert answer.status_code == 500


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_is_404(client: Client) -> None:
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert "This page is not here" in page.content.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/search/?q=dress&cursor=abc", 400),
        ("/c/a%00b/", 404),
        ("/pictures/a%00/400.webp", 404),
    ],
)
def test_an_address_that_makes_no_sense_gets_a_page(
    shop: cast.Shop, client: Client, address: str, status: int
) -> None:
    assert client.get(address).status_code == status
