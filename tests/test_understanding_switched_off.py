"""What the shopper takes away was understood: its words are known and mean nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.query import Interpretation
from search.understanding.parser import interpret
from tests.understanding_shop import shop

LABELLED = Path(__file__).with_name("understanding.jsonl")


def keys(found: Interpretation) -> set[str]:
    return {each.key for each in (*found.entities, *found.forms, *found.modifiers)}


@pytest.mark.parametrize("words", ["mug under 20", "sofa from 200 to 400 euros", "shoes size 42"])
def test_the_words_of_a_chip_that_is_gone_are_known(words: str) -> None:
    known = shop()
    entities = interpret(words, known).entities
    demands = [each.key for each in entities if each.kind != "category"]
    assert interpret(words, known, demands).unknown == ()


@pytest.mark.parametrize(
    ("thing", "demand"),
    [
        ("red shoes", "size 42"),
        ("mug", "under 20"),
        ("sofa", "from 200 to 400 euros"),
        ("shoes", "in stock"),
        ("shoes", "on sale"),
        ("cheapest", "sofa"),
        ("shoes", "without laces"),
        ("sneakers", "not black"),
        ("chaussures", "moins de 80 euros"),
        ("Schuhe", "Größe 42"),
        ("zapatos", "sin cordones"),
    ],
)
def test_words_that_are_no_text_are_none_without_their_chip(thing: str, demand: str) -> None:
    known, words = shop(), f"{thing} {demand}"
    found = interpret(words, known)
    demands = [each.key for each in found.entities if each.hard]
    assert demands
    assert interpret(words, known, demands).text == found.text


def test_a_chip_that_is_gone_makes_no_other_chip_and_no_sentence() -> None:
    """Over all labelled queries, a chip at a time: "without print or stripes" asks for none."""
    known = shop()
    for line in LABELLED.read_text().splitlines():
        words = json.loads(line)["query"]
        found = interpret(words, known)
        for entity in found.entities:
            left = interpret(words, known, [entity.key])
            asked = f"{words} without {entity.key}"
            assert keys(left) <= keys(found) - {entity.key}, asked
            assert set(left.unstated) <= set(found.unstated), asked
            assert set(left.unknown) <= set(found.unknown), asked
