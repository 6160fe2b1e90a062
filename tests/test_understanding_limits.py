"""Words that bound an amount together and are a name or a "not" alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.understanding import Vocabulary, interpret
from tests.understanding_shop import shop

SHOP = shop()


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("pt", "com pelo menos 2 m", ("2 m", "3 m")),
        ("es", "al menos 2 m", ("2 m", "3 m")),
        ("es", "al menos 3 m", ("3 m",)),
        ("fr", "au moins 3 m", ("3 m",)),
        ("pt", "pelo menos 2,5 m", ("3 m",)),
    ],
)
def test_a_bound_of_several_words_is_none_of_them(
    language: str, text: str, values: tuple[str, ...]
) -> None:
    attributes = {**SHOP.stats.attributes, "Length": ("1 m", "2 m", "3 m")}
    words = Vocabulary(replace(SHOP.stats, language=language, attributes=attributes))
    (found,) = interpret(text, words).entities

    assert found.kind == "attribute"
    assert set(found.values) == {f"Length:{value}" for value in values}
