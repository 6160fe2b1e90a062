"""A query of marks alone means nothing: the honest empty page, as for any other nonsense."""

from __future__ import annotations

import pytest
from django.test import Client

from search.retrieval.retrievers.parts import says_something
from tests.cast import Shop

MARKS = [
    "...",
    "- - - -",
    "((((((((",
    "???",
    "!?",
    "\ufffd\ufffd\ufffd",
    "a",
    "– —",
    "*",
    "\u200b...",
]


@pytest.mark.parametrize("marks", MARKS)
def test_nothing_is_shown_for_marks_alone(shop: Shop, client: Client, marks: str) -> None:
    found = client.get("/api/v1/search/", {"q": marks}).json()

    shelves = [found[name] for name in ("results", "partial", "less_similar")]
    assert (found["total"], shelves) == (0, [[], [], []])


@pytest.mark.parametrize("text", ["tv", "鞋", "👟", "½ l", "c-3", "ä"])
def test_a_word_a_sign_and_an_emoji_may_mean_something(text: str) -> None:
    assert says_something(text)
