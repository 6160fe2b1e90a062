"""Facets that take too long are left out, and the answer says so."""

from __future__ import annotations

import pytest
from django.test import Client

from search import sql
from search.retrieval.facets import counting, kept_counts
from tests.cast import Shop

SENTENCE = "The filters took too long to count"


@pytest.fixture(autouse=True)
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_args: object) -> None:
        sql.rows("SELECT pg_sleep(5)", seconds=0.05)

    for module in (counting, kept_counts):
        monkeypatch.setattr(module, "counts", slow)


@pytest.mark.parametrize("asked", [{"q": "mug"}, {}])
def test_the_products_do_not_wait_for_them(shop: Shop, client: Client, asked: dict) -> None:
    answer = client.get("/api/v1/search/", asked).json()
    assert answer["results"]
    assert answer["facets"] == {}
    assert any(SENTENCE in each for each in answer["degraded"])


@pytest.mark.parametrize("asked", [{"q": "mug"}, {}])
def test_the_page_says_so_as_well(shop: Shop, client: Client, asked: dict) -> None:
    page = client.get("/search/", asked).content.decode()
    assert SENTENCE in page
    assert "Stoneware mug" in page
