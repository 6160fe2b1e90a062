"""What the shopper takes away was understood: its words are not counted as unknown."""

from __future__ import annotations

import pytest

from search.understanding.parser import interpret
from tests.understanding_shop import shop


@pytest.mark.parametrize("words", ["mug under 20", "sofa from 200 to 400 euros", "shoes size 42"])
def test_the_words_of_a_chip_that_is_gone_are_known(words: str) -> None:
    known = shop()
    entities = interpret(words, known).entities
    demands = [each.key for each in entities if each.kind != "category"]
    assert interpret(words, known, demands).unknown == ()
