"""Vectors that take too long leave words and conditions to answer, and the answer says so."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from search import sql
from search.retrieval import state
from search.retrieval.retrievers.vectors import VectorRetriever
from tests.cast import Shop

SENTENCE = "Only words were searched"


@pytest.fixture(autouse=True)
def cold_index(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """As if each index of vectors had to be read from a slow disk."""
    sleeping = [sql.Statement("SELECT 1, NULL::float8 FROM pg_sleep(5)")]
    monkeypatch.setattr(VectorRetriever, "statements", lambda *_asked: sleeping)
    monkeypatch.setattr(state, "CANDIDATE_SECONDS", 0.05)
    settings.WHOLE_ROWS = 0


@pytest.mark.parametrize("asked", [{"q": "stoneware mug"}, {"q": "blue mug", "price_max": "20"}])
def test_words_find_what_they_name(shop: Shop, client: Client, asked: dict[str, str]) -> None:
    answer = client.get("/api/v1/search/", asked).json()
    assert [hit["sku"] for hit in answer["results"]] == ["MUG-BLUE"]
    assert [SENTENCE in each for each in answer["degraded"]] == [True]


def test_the_next_search_asks_for_vectors_again(
    shop: Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/api/v1/search/", {"q": "stoneware mug"})
    monkeypatch.undo()
    answer = client.get("/api/v1/search/", {"q": "stoneware mug"}).json()
    assert [hit["sku"] for hit in answer["results"]] == ["MUG-BLUE"]
    assert answer["degraded"] == []
