import pytest

from search.understanding import interpret
from tests.understanding_shop import shop

VOCABULARY = shop()


@pytest.mark.parametrize("text", ["asdfgh", "qwertz uiop", "zzzzz", "0815", "lkjhlkjh fdsajkl"])
def test_what_has_no_word_has_no_meaning(text: str) -> None:
    assert interpret(text, VOCABULARY).gibberish


@pytest.mark.parametrize("text", ["sneakers", "asdfgh shoes", "tv", "gift for a runner", "椅子"])
def test_one_known_word_is_a_meaning(text: str) -> None:
    assert not interpret(text, VOCABULARY).gibberish


def test_words_as_typed_may_be_gibberish_too() -> None:
    assert interpret("asdfgh", VOCABULARY, off=("all",)).gibberish
