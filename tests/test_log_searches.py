"""Every answered search is a row of the log: what was asked, what came of it, what was opened."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from search import log
from search.models import Click, LoggedSearch
from tests import cast
from tests.search_log import logged

__all__ = ["logged"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("logged")]


def rows(**conditions: object) -> list[LoggedSearch]:
    """What was logged, the first first."""
    log.writer.close()
    return list(LoggedSearch.objects.filter(**conditions).order_by("id"))


def page_of(client: Client, words: str, **headers: str) -> str:
    reply = client.get("/search/", {"q": words}, headers=headers)
    assert reply.status_code == 200
    return reply.content.decode()


def key_on(page: str) -> str:
    found = re.search(r'data-noted="([0-9a-f-]{36})"', page)
    assert found
    return found[1]


def test_a_search_of_the_page_is_a_row(client: Client, shop: cast.Shop) -> None:
    client.get(
        "/search/", {"q": "Red  SNEAKER", "in_stock": "1"}, headers={"accept-language": "de"}
    )
    (row,) = rows()
    assert (row.kind, row.words, row.filters) == ("words", "red sneaker", {"in_stock": True})
    assert "color:red" in [chip.lower() for chip in row.chips]
    assert (row.total, row.shown[0]) == (1, shop.sneaker.pk)
    assert (row.page, row.language, row.by_api, row.degraded) == (1, "de", False, False)
    assert row.milliseconds > 0


def test_a_search_of_the_api_is_a_row(client: Client, shop: cast.Shop) -> None:
    assert client.get("/api/v1/search/", {"q": "mug"}).status_code == 200
    (row,) = rows()
    assert (row.words, row.by_api) == ("mug", True)


def test_of_a_photo_only_what_it_found_is_kept(client: Client, shop: cast.Shop) -> None:
    file = SimpleUploadedFile("me.png", cast.picture("red"), "image/png")
    client.post("/search/photo/", {"photo": file}, follow=True)
    (row,) = rows()
    assert (row.kind, row.words) == ("photo", "")
    assert shop.sneaker.pk in row.shown


def test_a_category_is_looked_through_without_words(client: Client, shop: cast.Shop) -> None:
    client.get("/c/shoes/")
    (row,) = rows()
    assert (row.kind, row.words, row.filters) == ("browse", "", {"category": "shoes"})


def test_a_correction_says_to_what(client: Client, shop: cast.Shop) -> None:
    page_of(client, "canvs sneaker")
    assert [row.corrected for row in rows()] == ["canvas sneaker"]


def test_other_words_of_the_same_session_refine(client: Client, shop: cast.Shop) -> None:
    for words in ("mug", "mug", "blue mug"):
        page_of(client, words)
    page_of(client, "chair", **{"user-agent": "another browser"})
    log.writer.close()
    page_of(client, "tea mug")
    assert [row.before for row in rows()] == ["", "", "mug", "", "blue mug"]


def test_a_click_belongs_to_its_search_and_place(client: Client, shop: cast.Shop) -> None:
    key = key_on(page_of(client, "mug"))
    for _twice in range(2):
        said = {"search": key, "product": shop.mug.pk, "place": 1}
        assert client.post("/search/click/", said).status_code == 204
    (row,) = rows()
    assert row.clicks == 1
    assert [(str(c.search_id), c.product_id, c.place) for c in Click.objects.all()] == [
        (key, shop.mug.pk, 1)
    ]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"search": "x", "product": "1", "place": "1"},
        {"search": "019ae000-0000-7000-8000-000000000000", "product": "1", "place": "1"},
        {"product": "999999999", "place": "1"},
        {"product": "-1", "place": "1"},
        {"product": "1\x00", "place": "one"},
    ],
)
def test_what_was_never_shown_cannot_be_clicked(
    client: Client, shop: cast.Shop, said: dict[str, str]
) -> None:
    said = {"search": key_on(page_of(client, "mug"))} | said
    assert client.post("/search/click/", said).status_code == 204
    assert [row.clicks for row in rows()] == [0]
    assert not Click.objects.exists()


def test_who_asks_for_explanations_is_no_shopper(client: Client, shop: cast.Shop) -> None:
    client.get("/search/", {"q": "mug", "explain": "1"})
    assert rows() == []


def test_the_log_can_be_switched_off(client: Client, shop: cast.Shop, settings: Settings) -> None:
    settings.SEARCH_LOG = False
    page = page_of(client, "mug")
    client.post("/search/click/", {"search": log.Asked().key, "product": 1, "place": 1})
    assert "data-noted" not in page
    assert rows() == []


def test_no_statement_before_the_answer_is_for_the_log(client: Client, shop: cast.Shop) -> None:
    with CaptureQueriesContext(connection) as queries:
        page_of(client, "mug")
        client.get("/api/v1/search/", {"q": "mug"})
    tables = ("loggedsearch", "search_click", "searchday", "search_interleaving")
    asked = [each["sql"] for each in queries]
    assert asked
    assert [sql for sql in asked if any(table in sql for table in tables)] == []
    assert len(rows()) == 2


def test_signs_that_postgres_cannot_keep_cost_no_row(client: Client, shop: cast.Shop) -> None:
    """Neither theirs nor, of the same batch, those of others."""
    for asked in ("q=mug", "q=mug%00%ED%A0%80", "q=mug&brand=a%00b", "q=mug&color=%ED%A0%80"):
        client.get(f"/search/?{asked}")
    assert {row.words.split()[0][:3] for row in rows()} == {"mug"}
    assert len(rows()) >= 2


def test_of_several_things_all_are_counted_that_stand_on_their_shelves(
    client: Client, shop: cast.Shop
) -> None:
    """None of them is both, and yet something was found."""
    page_of(client, "red sneaker and a blue mug")
    page_of(client, "red sneaker and a green mug")
    page_of(client, "green sneaker and a green mug")
    assert [row.total for row in rows()] == [2, 1, 0]
