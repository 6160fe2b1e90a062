"""Unknown words that products write with a hyphen: "xbox" is their "X-Box", "vneck" a "V-neck"."""

from __future__ import annotations

from collections.abc import Iterable

from search.understanding.said import said

SHORTEST, LONGEST = 4, 20  # letters
WORDS_PARTED = 3  # unknown words that are looked at


def parted_words(words: Iterable[str]) -> dict[str, str]:
    """Unknown word -> how products write it."""
    looked_at = [word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()]
    parts = {parted: word for word in looked_at[:WORDS_PARTED] for parted in halves(word)}
    there = said(parts) if parts else set()
    return {parts[parted]: parted for parted in parts if parted in there}


def halves(word: str) -> list[str]:
    """The likeliest last, which is told: a letter before a word, as most are."""
    return [f"{word[:cut]}-{word[cut:]}" for cut in range(len(word) - 2, 0, -1)]
