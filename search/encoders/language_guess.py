"""Which of two text towers hears a text: the English one, or the one that knows sixteen languages.

Decided from the letters alone, before any tower has run, so that a shop in English pays nothing. A
script that the English tower cannot read decides by itself; in Latin letters every word has a vote,
half its own weight and half the mean weight of its n-grams (hashed, as in Joulin et al. 2016, "Bag
of Tricks for Efficient Text Classification"), learned by `search.training.language_table`. A
doubtful text, a brand or a loan word is heard as English: that is what was trained on pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

import numpy as np

BUCKETS = 1 << 16  # the first holds the bias
NGRAM_LETTERS = 5  # letters of an n-gram
VOTES = 40  # words of a text that are asked
LOUDEST = 5.0  # however sure a word is: "sneaker" among three German words is no English
LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]+")  # in Latin letters, folded
# Arabic, Cyrillic, Thai, Hangul, kana and Han: what the multilingual tower reads beside Latin.
OTHER_SCRIPT = re.compile(
    "[\u0400-\u052f\u0600-\u06ff\u0750-\u077f\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d]"
)
DOUBT = 1.5  # votes together beyond which it is another language; a lone word has to be sure
OTHER_SHARE = 1 / 3  # of the letters


Say = Callable[[Sequence[str]], np.ndarray]  # of n texts, n rows


def by_tower(
    texts: Sequence[str], weights: np.ndarray | None, english: Say, other: Say
) -> np.ndarray:
    """What `english` says of the texts that it hears and `other` of the others, in their order.

    Without `weights` there is one tower. A tower that hears none of the texts is not asked.
    """
    foreign = np.zeros(len(texts), bool) if weights is None else is_foreign(texts, weights)
    if not foreign.any():
        return english(texts)
    order = np.argsort(foreign, kind="stable")
    parted = [[texts[row] for row in order if foreign[row] == side] for side in (False, True)]
    parts = [say(some) for say, some in zip((english, other), parted, strict=True) if some]
    rows = np.concatenate(parts)
    back = np.empty_like(rows)
    back[order] = rows
    return back


def none_unknown(texts: Sequence[str]) -> np.ndarray:
    """(n,) float32: a text that the other tower hears is in a script that it knows."""
    return np.zeros(len(texts), np.float32)


def is_foreign(texts: Sequence[str], weights: np.ndarray) -> np.ndarray:
    """(n,) bool: the texts that the multilingual tower hears. `weights` (BUCKETS,) float32."""
    return np.array([_is_foreign(text, weights) for text in texts], bool)


def _is_foreign(text: str, weights: np.ndarray) -> bool:
    folded = text.casefold()
    letters = "".join(LETTERS.findall(folded))
    others = len(OTHER_SCRIPT.findall(letters))
    if others and others >= OTHER_SHARE * len(letters):
        return True
    words = WORD.findall(folded)[:VOTES]
    votes = [float(weights[list(buckets(word))] @ shares(word) + weights[0]) for word in words]
    return sum(max(-LOUDEST, min(LOUDEST, vote)) for vote in votes) > DOUBT


def buckets(word: str) -> Iterator[int]:
    """Where a word has its weight, and then its n-grams of one letter, of two, and so on."""
    whole = f"<{word}>"
    yield _bucket(whole)
    for length in range(1, NGRAM_LETTERS + 1):
        for start in range(len(whole) - length + 1):
            yield _bucket(whole[start : start + length])


def shares(word: str) -> np.ndarray:
    """What each of `buckets` counts; together 1."""
    count = sum(max(0, len(word) + 2 - length + 1) for length in range(1, NGRAM_LETTERS + 1))
    found = np.full(1 + count, 0.5 / count, np.float32)
    found[0] = 0.5
    return found


def _bucket(letters: str) -> int:
    return 1 + crc32(letters.encode()) % (BUCKETS - 1)
