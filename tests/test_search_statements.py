"""How many SQL statements an answer takes and how many rows it fetches, at any size."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client
from PIL import Image
from pytest_django.fixtures import Settings

from benchmarks.search.statements import Counted, counting
from catalog.models import Product
from search.models import EncoderVersion
from search.query import Filters, Part, Query
from search.retrieval import search
from search.retrieval.embeddings.query_vectors import store_photo
from search.understanding import refresh, vocabulary
from search.understanding.shop_words import vocabulary_cache
from tests.many_products import fill

pytestmark = pytest.mark.django_db
MORE = 1_500  # products besides
FIRST, SECOND, THIRD = "mugs", "boots", "sandals"


@pytest.fixture
def large(many: list[Product], settings: Settings) -> None:
    """A shop of which no search scores every product."""
    settings.WHOLE_ROWS = 0
    settings.SEARCHES_A_MINUTE = 0
    refresh()


def photo(color: str) -> Query:
    return Query((Part(photo_id=str(store_photo(Image.new("RGB", (64, 64), color)).pk)),))


QUESTIONS: dict[str, Callable[[str], Query]] = {
    "words": lambda thing: Query((Part(text=f"something like {thing}"),), off=("all",)),
    "chips": lambda thing: Query((Part(text=f"red {thing}"),)),
    "a price": lambda thing: Query((Part(text=thing),), Filters(price_max=Decimal(30))),
    "a colour": lambda thing: Query((Part(text=thing),), Filters(color=("red",))),
    "a photo": lambda thing: photo({FIRST: "red", SECOND: "blue", THIRD: "green"}[thing]),
}


def cost(ask: Callable[[str], Callable[[], object]]) -> list[Counted]:
    """Of a cold search in a warm process: in a small shop, then in a larger one."""
    few = counted(ask, FIRST, SECOND)
    fill(EncoderVersion.objects.get(), 1, MORE)
    refresh()
    return [few, counted(ask, SECOND, THIRD)]


def counted(ask: Callable[[str], Callable[[], object]], warming: str, asked: str) -> Counted:
    now = time.monotonic()
    cache.clear()  # an answer that is kept warms nothing
    # The clock stands, so that what is looked at again every some seconds is not in the count; nor
    # does the transaction of the test have it asked anew.
    outside = patch("catalog.recent.connection", SimpleNamespace(in_atomic_block=False))
    with patch("time.monotonic", lambda: now), outside:
        ask(warming)()
        work, known = ask(asked), vocabulary()
        # Within the transaction of a test each look at the words asks whether they are the newest.
        with patch.object(vocabulary_cache, "current", lambda alone: known), counting() as found:
            work()
    return found


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_search_takes_twelve_statements_at_most(large: None, kind: str) -> None:
    def ask(thing: str) -> Callable[[], object]:
        query = QUESTIONS[kind](thing)
        return lambda: search(query)

    few, more = cost(ask)
    assert few.statements <= 12
    assert more.statements <= 12
    assert more.rows <= 5_000


@pytest.mark.parametrize(("address", "most"), [("/api/v1/search/", 17), ("/search/", 20)])
def test_an_answer_with_facets_takes_a_few_more(
    large: None, client: Client, address: str, most: int
) -> None:
    few, more = cost(lambda thing: lambda: client.get(address, {"q": f"red {thing}"}))
    assert few.statements <= most
    assert more.statements <= most
