"""Words by what they end in: the parts of compounds that a language writes as one word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Endings:
    """Found by the order of the words turned round, however many there are."""

    def __init__(self, words: Iterable[str]) -> None:
        self._turned = sorted(word[::-1] for word in words)

    def of(self, end: str) -> list[str]:
        """The words that end in `end`, itself included."""
        turned = end[::-1]
        low = bisect_left(self._turned, turned)
        high = bisect_left(self._turned, turned + "\U0010ffff")
        return [word[::-1] for word in self._turned[low:high]]
