"""What is asked for and not to be had is said, and only that."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.folding import fold
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.words.tokens import words_of
from tests.understanding_shop import shop

SHOP = shop()
SAMPLE = Path(__file__).resolve().parent.parent / "sample_shop"


def unsold(text: str, vocabulary: Vocabulary = SHOP) -> list[str]:
    return list(interpret(text, vocabulary).unsold)


def sample_shop() -> Vocabulary:
    """The words of the sample shop, read from its catalogue file."""
    with (SAMPLE / "catalogue.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    paths = {row["category"] for row in rows}
    paths |= {path.rsplit(" > ", 1)[0] for path in paths}
    attributes = {
        name[5:]: tuple({row[name] for row in rows} - {""})
        for name in rows[0]
        if name.startswith("attr:")
    }
    titles = [word for row in rows for word in words_of(row["title"])]
    return Vocabulary(
        CatalogueStats(
            categories=tuple(Category(path, fold(path).replace(" > ", "/")) for path in paths),
            brands=tuple({row["brand"] for row in rows} - {""}),
            colors=dict.fromkeys({row["color"] for row in rows} - {""}, 9),
            materials=tuple({row["material"] for row in rows} - {""}),
            genders=("women", "men", "unisex"),
            attributes=attributes,
            words=dict.fromkeys(map(fold, titles), 9),
        )
    )


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("waterproof jacket for men", "jacket"),
        ("guitar strap", "guitar strap"),
        ("guitar gift for a friend", "guitar"),
        ("looking for a piano", "piano"),
        ("black leather gloves", "gloves"),
        ("winterjacke herren", "winterjacke"),
        ("winterjacke kinder", "winterjacke"),
        ("black gloves kids", "gloves"),
        ("gloves toddlers", "gloves"),
        ("blue e-guitar", "e-guitar"),
        ("a guitar", "guitar"),
    ],
)
def test_a_thing_that_the_shop_does_not_have_is_named(text: str, thing: str) -> None:
    assert unsold(text) == [thing]


@pytest.mark.parametrize(
    "text",
    [
        "guitar bag",  # a bag
        "stand for my guitar",
        "gift for a guitar player",
        "sneakers",
        "trainers",
        "something warm",
        "asdfgh",
    ],
)
def test_nothing_is_said_of_what_there_is_or_is_only_talked_about(text: str) -> None:
    assert unsold(text) == []


def test_a_word_in_a_title_is_enough_to_be_sold() -> None:
    stats = replace(SHOP.stats, words={**SHOP.stats.words, "jackets": 1})
    assert unsold("waterproof jacket", Vocabulary(stats)) == []


def test_none_of_the_judged_queries_raises_a_false_alarm() -> None:
    sold = sample_shop()
    lines = (SAMPLE / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["query"]["text"] for line in lines]
    assert len(asked) >= 200
    assert [text for text in asked if unsold(text, sold)] == []


def test_a_size_that_nothing_of_the_kind_has_is_named_and_not_searched_for() -> None:
    read = interpret("purple dress size 99", SHOP)
    assert [notice.kind for notice in read.notices] == ["size"]
    assert read.text == "purple dress"
    assert read.notices[0].sentence == "There is no size 99 of this. Nearest: 12, 14."


@pytest.mark.parametrize("text", ["black sofa", "octarine dress", "cream boots", "grey kettle"])
def test_what_there_is_in_which_colour_is_not_for_words_to_say(text: str) -> None:
    assert interpret(text, SHOP).notices == ()


def test_what_a_longer_word_of_a_title_ends_in_is_sold() -> None:
    stats = CatalogueStats(
        categories=(Category("Räder", "rader"),), words={"fahrradhelm": 3}, colors={"Weiß": 2}
    )
    assert unsold("Helm weiß", Vocabulary(stats)) == []
    assert unsold("Jacke weiß", Vocabulary(stats)) == ["Jacke"]
