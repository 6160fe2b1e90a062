"""Phrases by the beginnings of their words, in memory. No Django."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.bigrams import WORD
from catalog.folding import fold

COMPLETIONS = 50


@dataclass(frozen=True)
class Completion:
    kind: str  # query, category or brand
    text: str
    value: str
    weight: int  # products behind it


class Completions:
    """Every phrase, by each of its words; `matching(["blu", "sn"])` finds "blue sneakers"."""

    def __init__(self, phrases: Iterable[Completion]) -> None:
        self.phrases = sorted(phrases, key=lambda each: (-each.weight, each.text))
        self.folded = [fold(each.text) for each in self.phrases]
        by_word: dict[str, list[int]] = {}
        for place, text in enumerate(self.folded):
            for word in set(WORD.findall(text)):
                by_word.setdefault(word, []).append(place)
        self.words = sorted(by_word)
        self.places = [by_word[word] for word in self.words]

    def matching(self, typed: list[str]) -> list[Completion]:
        """Phrases with a word for each typed beginning, the heaviest first.

        Those that begin as typed come before those that merely contain it.
        """
        begun = [word for text in typed for word in WORD.findall(text)]
        if not begun:
            return []
        found = set.intersection(*(self.beginning_with(word) for word in begun))
        start = " ".join(typed)
        ordered = sorted(found, key=lambda i: (not self.folded[i].startswith(start), i))
        return [self.phrases[i] for i in ordered[:COMPLETIONS]]

    def beginning_with(self, start: str) -> set[int]:
        low = bisect_left(self.words, start)
        high = bisect_left(self.words, start + "\U0010ffff")
        return set().union(*self.places[low:high])
