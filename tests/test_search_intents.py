"""A query for several products: each has its own entities, total and hits, page and API."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from search.query import Filters, Part, Query
from search.retrieval import search
from tests import cast

pytestmark = pytest.mark.django_db

ASKED = "sneaker size 41 and a blue mug"


def found(text: str, **asked: Any) -> Any:
    return search(Query(parts=(Part(text=text),), **asked))


def test_each_wish_finds_its_own_product_first(shop: cast.Shop) -> None:
    intents = found(ASKED).intents
    assert [intent.text for intent in intents] == ["sneaker size 41", "a blue mug"]
    assert [intent.result.hits[0].product for intent in intents] == [shop.sneaker, shop.mug]


def test_the_size_of_one_wish_is_no_condition_on_the_other(shop: cast.Shop) -> None:
    sneaker, mug = found(ASKED).intents
    assert "size:41" in [entity.key for entity in sneaker.result.interpretation.entities]
    assert [entity.key for entity in mug.result.interpretation.entities] == [
        "color:blue",
        "category:kitchen/mugs",
    ]


def test_that_nothing_is_all_of_it_at_once_is_no_news(shop: cast.Shop) -> None:
    result = found("long summers sneaker and a stoneware mug and an oak chair")
    assert len(result.intents) == 3
    assert result.notices == []


def test_filters_hold_for_every_wish(shop: cast.Shop) -> None:
    sneaker, mug = found(ASKED, filters=Filters(color=("blue",))).intents
    assert sneaker.result.total == 0
    assert [hit.product for hit in mug.result.hits] == [shop.mug]


def test_several_wishes_are_not_called_a_poor_match(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Above every chance: all would be poor.
    monkeypatch.setattr("search.retrieval.presentation.notices.FAINT", 1.1)
    assert [notice.kind for notice in found("blue mug", off=("all",)).notices] == ["faint"]
    assert found(ASKED).notices == []


def test_a_later_page_and_a_photo_have_no_wishes(shop: cast.Shop) -> None:
    assert found(ASKED, page=2).intents == []
    parts = (Part(text=ASKED), Part(sku="CHAIR-OAK"))
    assert search(Query(parts=parts)).intents == []


def test_the_page_shows_a_shelf_for_each_that_leads_to_its_own_search(
    shop: cast.Shop, client: Client
) -> None:
    page = client.get("/search/", {"q": ASKED, "in_stock": "1"}).content.decode()
    assert "You asked for 2 things" in page
    assert 'href="?q=sneaker+size+41&amp;in_stock=1"' in page
    assert 'href="?q=a+blue+mug&amp;in_stock=1"' in page


def test_the_page_can_be_one_list_and_shelves_again(shop: cast.Shop, client: Client) -> None:
    one = client.get("/search/", {"q": ASKED, "off": "wishes"})
    assert one.context["result"].intents == []
    page = one.content.decode()
    assert "Several products" in page
    assert 'href="?q=sneaker+size+41+and+a+blue+mug"' in page


def test_the_api_keeps_them_apart_in_one_call(shop: cast.Shop, client: Client) -> None:
    reply = client.get("/api/v1/search/", {"q": ASKED}).json()
    skus = [intent["result"]["results"][0]["sku"] for intent in reply["wishes"]]
    assert skus == ["SNEAKER-RED-41", "MUG-BLUE"]
    assert [intent["result"]["total"] for intent in reply["wishes"]] == [1, 1]


def test_what_one_wish_cannot_have_is_said_on_its_shelf(shop: cast.Shop, client: Client) -> None:
    reply = client.get("/api/v1/search/", {"q": "blue mug and a guitar"}).json()
    notices = [intent["result"]["notices"] for intent in reply["wishes"]]
    assert [len(each) for each in notices] == [0, 1]
    assert notices[1][0]["kind"] == "not_sold"


def test_the_page_says_that_a_thing_is_not_sold_before_what_shares_a_word(
    shop: cast.Shop, client: Client
) -> None:
    page = client.get("/search/", {"q": "canvas jacket"}).content.decode()
    assert "There is no “jacket” in this shop." in page
    assert page.index("There is no “jacket”") < page.index("Canvas sneaker")


def test_what_is_not_sold_is_said_in_the_shopper_s_language(shop: cast.Shop) -> None:
    with override("de"):
        [notice] = found("canvas jacket").notices
    assert notice.sentence == "„jacket“ gibt es in diesem Laden nicht."
