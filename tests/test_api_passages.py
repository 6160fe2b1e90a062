"""POST /api/v1/passages/: a text as the query."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from search.retrieval import passages
from search.retrieval.passages import PASSAGES_SEARCHED, PIECES_READ, cut
from tests import cast

PASSAGES = "/api/v1/passages/"


def post(client: Client, text: str, **asked: Any) -> dict[str, Any]:
    reply = client.post(PASSAGES, {"text": text, **asked}, content_type="application/json")
    assert reply.status_code == 200, reply.content
    return dict(reply.json())


def texts(text: str) -> list[str]:
    return [passage.text for passage in cut(text)]


def test_a_shopping_list_gives_each_line_its_products(client: Client, shop: cast.Shop) -> None:
    found = post(client, "- canvas sneaker\n- stoneware mug\n")["passages"]
    assert [passage["text"] for passage in found] == ["canvas sneaker", "stoneware mug"]
    assert [passage["results"][0]["sku"] for passage in found] == ["SNEAKER-RED-41", "MUG-BLUE"]


def test_a_passage_tells_where_it_stands(client: Client, shop: cast.Shop) -> None:
    text = "For the trip:\n 1. a stoneware mug, \n"
    found = list(cut(text))
    assert len(found) == 2
    for passage in found:
        assert text[passage.start : passage.end] == passage.text


def test_filters_hold_for_every_passage(client: Client, shop: cast.Shop) -> None:
    found = post(client, "sneaker\nmug", price_max=20)["passages"]
    skus = [hit["sku"] for passage in found for hit in passage["results"]]
    assert skus == ["MUG-BLUE"]


def test_bullets_and_numbers_are_no_words(shop: cast.Shop) -> None:
    assert texts("* mug\n2) chair\n[x] sneaker\n– lamp") == ["mug", "chair", "sneaker", "lamp"]


def test_a_sentence_with_several_products_is_parted(shop: cast.Shop) -> None:
    intent = "a blue mug, large, and red sneakers and an oak chair"
    assert texts(intent) == ["a blue mug, large", "red sneakers", "an oak chair"]


def test_prose_is_cut_into_sentences_and_those_that_ask_for_nothing_left_out(
    shop: cast.Shop,
) -> None:
    story = (
        "The weather had turned and everybody in the old house by the sea was waiting for the"
        " first storm of the year. She took her blue mug and went up to the window. Rain!"
    )
    assert texts(story) == ["She took her blue mug and went up to the window.", "Rain!"]


def test_a_number_or_a_sign_asks_for_nothing(shop: cast.Shop) -> None:
    assert texts("12\n---\n\n€ 5,-\n") == []


def test_more_passages_than_can_be_searched_are_told(client: Client, shop: cast.Shop) -> None:
    found = post(client, "mug\n" * (PASSAGES_SEARCHED + 3), limit=1)
    assert (len(found["passages"]), found["more"]) == (PASSAGES_SEARCHED, True)


@pytest.mark.parametrize("line", ["1\n", "It rains again today here by the old sea. "])
def test_a_long_text_that_asks_for_nothing_is_not_read_to_its_end(
    client: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    read: list[str] = []

    def spans(text: str, words: object) -> list[tuple[int, int]]:
        read.append(text)
        return [(0, len(text))]

    monkeypatch.setattr(passages, "intent_spans", spans)
    monkeypatch.setattr(passages, "asks_for_something", lambda text: False)
    assert post(client, line * 400)["more"] is True
    assert len(read) == PIECES_READ


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "a" * 20_001}, {"text": "a\x00"}])
def test_a_text_that_makes_no_sense_is_refused(
    client: Client, shop: cast.Shop, body: dict[str, str]
) -> None:
    reply = client.post(PASSAGES, body, content_type="application/json")
    assert reply.status_code == 400
    assert reply.json()["errors"].keys() == {"text"}
