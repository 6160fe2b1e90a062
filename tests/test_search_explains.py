"""`explain=1` tells all that decided about a hit, from what the search itself computed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Filters, Part, Query
from search.ranking.fusion import convex, prior
from search.retrieval import search
from search.retrieval.conditions.catalogue_size import catalogue_size
from search.versions import live_version
from tests import cast
from tests.test_api_search import found

pytestmark = pytest.mark.django_db


def explained(client: Client, **asked: Any) -> dict[str, dict[str, Any]]:
    """SKU -> its explanation, of all three shelves."""
    reply = found(client, explain=1, **asked)
    shelves = ("results", "partial", "less_similar")
    return {hit["sku"]: hit["explanation"] for shelf in shelves for hit in reply[shelf]}


def test_the_votes_fused_with_their_weights_are_the_score(client: Client, shop: cast.Shop) -> None:
    size = catalogue_size(live_version())
    explanations = explained(client, q="stoneware").values()
    assert explanations
    for said in explanations:
        votes = {vote["retriever"]: np.array([vote["says"]]) for vote in said["votes"]}
        weights = {vote["retriever"]: vote["weight"] for vote in said["votes"]}
        fused = convex(votes, weights)[0]
        odds = np.log(fused / (1 - fused)) + prior(size)
        assert 1 / (1 + np.exp(-odds)) == pytest.approx(said["score"], abs=0.02)


def test_a_result_is_not_below_the_cut_off_and_the_less_similar_are(
    client: Client, shop: cast.Shop
) -> None:
    reply = found(client, q="light shoe for long summers", explain=1)
    assert reply["results"]
    for hit in reply["results"]:
        assert hit["explanation"]["score"] >= hit["explanation"]["cutoff"]
    for hit in reply["less_similar"]:
        assert hit["explanation"]["score"] < hit["explanation"]["cutoff"]


def test_each_chip_says_how_it_is_known(client: Client, shop: cast.Shop) -> None:
    plain = cast.product("Red jug", "Kitchen > Jugs", "Kiln & Co")
    Variant.objects.create(product=plain, sku="JUG", price=20, stock=1)
    index_stale()
    chips = {sku: said["chips"] for sku, said in explained(client, q="red").items()}
    assert [chip["known_by"] for chip in chips["SNEAKER-RED-41"]] == ["column"]
    assert [chip["known_by"] for chip in chips["JUG"]] == ["words"]
    [chip] = chips["JUG"]
    assert (chip["label"], chip["met"]) == ("red", True)
    assert "SNEAKER-RED-41" not in explained(client, q="red", off=chip["key"], color="blue")


def test_what_is_partial_says_which_chip_it_does_not_meet(client: Client, shop: cast.Shop) -> None:
    said = explained(client, q="blue sneakers")["SNEAKER-RED-41"]
    assert {chip["label"]: chip["met"] for chip in said["chips"]} == {
        "blue": False,
        "Sneakers": True,
    }


def test_a_product_that_is_named_says_so(client: Client, shop: cast.Shop) -> None:
    said = explained(client, q="MUG-BLUE")
    assert said["MUG-BLUE"]["named"]
    assert not any(other["named"] for sku, other in said.items() if sku != "MUG-BLUE")


def test_a_listing_has_no_votes_and_no_cut_off(client: Client, shop: cast.Shop) -> None:
    said = explained(client, category="kitchen")["MUG-BLUE"]
    assert (said["votes"], said["score"], said["cutoff"]) == ([], None, None)


def test_the_second_page_is_explained_as_well(shop: cast.Shop) -> None:
    first = search(Query(parts=(Part(text="red"),), page_size=1, filters=Filters()))
    asked = Query(parts=(Part(text="red"),), page_size=1, cursor=first.next, explain=True)
    assert [bool(hit.explanation) for hit in search(asked).hits] == [True]


def test_parts_vote_with_their_own_weight(client: Client, shop: cast.Shop) -> None:
    parts = [{"text": "mug"}, {"text": "red", "weight": 0.5}]
    reply = client.post(
        "/api/v1/search/", {"parts": parts, "explain": True}, content_type="application/json"
    ).json()
    hits = [*reply["results"], *reply["less_similar"], *reply["partial"]]
    votes = {
        vote["retriever"]: vote["weight"] for hit in hits for vote in hit["explanation"]["votes"]
    }
    assert votes["words 2"] == pytest.approx(votes["words"] / 2)


def statements(**asked: Any) -> int:
    client = Client()
    with CaptureQueriesContext(
        connection,
    ) as counted:
        found(client, **asked)
    return len(counted)


def test_explaining_costs_a_search_at_most_and_nothing_unasked(shop: cast.Shop) -> None:
    statements(q="red sneaker")
    known = statements(q="red sneaker")
    assert statements(q="red sneaker", explain=1) <= known + 12
    assert statements(q="red sneaker") == known
