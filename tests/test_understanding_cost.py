"""Understanding costs the same however long a query is."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from search.understanding.parser import MOST_TOKENS, read
from tests.understanding_shop import shop

SHOP = shop()


@pytest.mark.parametrize("word", ["guitar ", "abc1 ", "red ", "not ", "under 80 ", '"a" ', "- "])
def test_only_the_first_words_of_a_query_are_looked_at(word: str) -> None:
    parse = read(word * 300, SHOP)
    assert len(parse.tokens) <= MOST_TOKENS
    assert len(parse.names) <= MOST_TOKENS


def test_the_rest_is_searched_as_it_was_typed() -> None:
    found = interpret("red mug under 20 " + "bla " * MOST_TOKENS + "zebra", SHOP)
    assert found.text.startswith("red mug bla")
    assert found.text.endswith("bla zebra")
