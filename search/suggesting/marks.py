"""Which letters of a suggestion are those that were typed."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.bigrams import WORD
from catalog.folding import fold

Mark = tuple[int, int]  # first character and end, of the text as it is shown


def marks(text: str, typed: Sequence[str]) -> tuple[Mark, ...]:
    """Where `text` has the folded beginnings `typed`, one word each, from left to right.

    `marks("Rote Teekanne", ["tee"]) == ((5, 8),)`
    """
    begun = [word for each in typed for word in WORD.findall(each)]
    found = []
    for match in WORD.finditer(text):
        word = next((each for each in begun if fold(match.group()).startswith(each)), "")
        if word:
            found.append((match.start(), match.start() + letters(match.group(), len(word))))
    return tuple(found)


def letters(word: str, folded: int) -> int:
    """How many letters of `word` become the first `folded` ones: two of "ß" are one."""
    return next((n for n in range(len(word) + 1) if len(fold(word[:n])) >= folded), len(word))
