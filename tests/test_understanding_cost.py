"""Understanding costs the same however long a query is."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from search.understanding.parser import MOST_TOKENS, read
from search.understanding.words.glossary import Glossary
from search.understanding.words.segmentation import LONGEST_STRETCH
from search.understanding.words.tokens import tokens
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


def test_a_word_of_many_words_costs_no_more_than_the_square_of_its_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    single = Glossary.single

    def counted(known: Glossary, word: str) -> str | None:
        asked.append(word)
        return single(known, word)

    monkeypatch.setattr(Glossary, "single", counted)
    eels = Glossary("de", [("aal" * times, "eel") for times in (1, 2, 3)])
    assert eels.look_up(["q" + "aal" * 16]) is None
    assert len(asked) < LONGEST_STRETCH**2


@pytest.mark.parametrize("part", ["xqzvjk", "ﷺ", "ﬃ"])
def test_what_is_longer_than_any_word_is_cut_and_stays_in_the_text(part: str) -> None:
    text = "red mug " + part * 300
    assert max(len(token.text) for token in read(text, SHOP).tokens) <= LONGEST_STRETCH
    assert interpret(text, SHOP).text == text


def test_a_long_text_without_spaces_is_read_to_its_end() -> None:
    assert [each.text for each in tokens("红色连衣裙" * 20)].count("连衣裙") >= 18
