"""Adjectives that stand beside a value of an attribute in the dictionary of the language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.understanding import Vocabulary
from search.understanding.names.of_place import place_of
from tests.understanding_shop import shop

SHOP = shop()


def value(language: str, word: str, *values: str) -> str:
    attributes = {**SHOP.stats.attributes, "Season": values}
    found = place_of(
        word, Vocabulary(replace(SHOP.stats, language=language, attributes=attributes))
    )
    return found.value if found else ""


@pytest.mark.parametrize(
    ("language", "word", "meant", "other"),
    [
        ("it", "estivi", "Estate", "Inverno"),
        ("it", "primaverile", "Primavera", "Autunno"),
        ("es", "veraniego", "Verano", "Invierno"),
        ("fr", "hivernaux", "Hiver", "Été"),
        ("pl", "letnie", "Lato", "Zima"),
        ("ru", "зимнее", "Зима", "Лето"),
    ],
)
def test_an_adjective_means_the_value_beside_it(
    language: str, word: str, meant: str, other: str
) -> None:
    assert value(language, word, meant, other) == f"Season:{meant}"
    assert value(language, word, other) == ""
