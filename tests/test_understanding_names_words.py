"""The words of a name are the same whether or not it has signs that need a look."""

from __future__ import annotations

import pytest

from search.understanding.words.tokens import tokens, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Garden  Hose Reel ", ["garden", "hose", "reel"]),
        ("Garden-Hose", ["garden", "hose"]),
        ("Children's Chair", ["children", "chair"]),
        ("Böden 3 mm", ["boden", "3", "mm"]),
        ("Salt & Pepper", ["salt", "and", "pepper"]),
        ("", []),
        (" ", []),
    ],
)
def test_a_name_is_its_folded_words(name: str, words: list[str]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize("letters", [50, 51, 101])
def test_words_without_signs_are_the_tokens_of_the_text(letters: int) -> None:
    name = f"Plain {'x' * letters} Words"
    assert words_of(name) == [each.text for each in tokens(name)]
