"""What titles of a shop in another language call by an English name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.query import Part, Query
from search.understanding import Vocabulary
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SOLD = {
    "Yoga Strap mit D-Ring": "Zubehör",
    "Yoga Mat Pro": "Matten",
    "Jump Rope Pro": "Cardio",
    "Shoulder Bag Canvas": "Neues",
    "Baby Cot Wood": "Zimmer",
}


def names(language: str, text: str) -> set[str]:
    cast.titled(SOLD)
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query(parts=(Part(text=text),)), words)
    return {each.value for each in found.entities if each.kind == "category"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Yogagurt", "yoga strap"),
        ("de", "blaue Umhängetasche", "shoulder bag"),
        ("nl", "schoudertas", "shoulder bag"),
    ],
)
def test_it_is_found_by_the_word_of_the_language(language: str, text: str, name: str) -> None:
    assert names(language, text) == {name}


@pytest.mark.parametrize("text", ["Yogakissen", "Umhang", "Gurtband"])
def test_what_no_title_has_is_none(text: str) -> None:
    assert names("de", text) == set()
