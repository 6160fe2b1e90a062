"""What is asked for and not to be had is said, and only that."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.folding import fold
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.tokens import words_of
from tests.understanding_shop import shop

SHOP = shop()
SAMPLE = Path(__file__).resolve().parent.parent / "sample_shop"


def said(text: str, vocabulary: Vocabulary = SHOP) -> list[tuple[str, str]]:
    return [(notice.kind, notice.words) for notice in interpret(text, vocabulary).notices]


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
        ("looking for a piano", "piano"),
        ("black leather gloves", "gloves"),
        ("winterjacke herren", "winterjacke"),
    ],
)
def test_a_thing_that_the_shop_does_not_have_is_named(text: str, thing: str) -> None:
    assert said(text) == [("not_sold", thing)]


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
    assert said(text) == []


def test_a_word_in_a_title_is_enough_to_be_sold() -> None:
    stats = replace(SHOP.stats, words={**SHOP.stats.words, "jackets": 1})
    assert said("waterproof jacket", Vocabulary(stats)) == []


def test_none_of_the_judged_queries_raises_a_false_alarm() -> None:
    sold = sample_shop()
    lines = (SAMPLE / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["query"]["text"] for line in lines]
    assert len(asked) >= 200
    assert [text for text in asked if said(text, sold)] == []


def test_a_colour_that_the_shop_lacks_names_what_is_shown_for_it() -> None:
    [notice] = interpret("cream sofa", SHOP).notices
    assert notice.sentence == "Nothing in cream: showing Beige."


def test_a_colour_in_another_language_is_no_other_colour() -> None:
    assert said("rotes Kleid") == []


def test_a_colour_that_the_category_lacks_names_the_nearest_there() -> None:
    stats = replace(
        SHOP.stats,
        products={"furniture/sofas": 6},
        combinations={
            ("Blue", "furniture/sofas"): 3,
            ("Grey", "furniture/sofas"): 3,
            ("Teal", "kitchen/mugs"): 1,
        },
    )
    [notice] = interpret("teal sofa", Vocabulary(stats)).notices
    assert notice.sentence == "Nothing in teal: showing Blue."
    assert said("grey sofa", Vocabulary(stats)) == []


def test_products_without_a_colour_prove_nothing_about_colours() -> None:
    few = replace(
        SHOP.stats,
        products={"furniture/sofas": 10},
        combinations={("Blue", "furniture/sofas"): 3},
    )
    assert said("teal sofa", Vocabulary(few)) == []


def test_a_size_that_nothing_of_the_kind_has_is_named_and_not_searched_for() -> None:
    read = interpret("purple dress size 99", SHOP)
    assert [notice.kind for notice in read.notices] == ["size"]
    assert read.text == "purple dress"
