"""British and American spellings of one word: "orthopedic" in a shop that sells orthopaedic beds.

Both are everyday words, so none is a mistake of the other; but titles have only one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.understanding.shop_words.vocabulary import Vocabulary

SHORTEST = 5  # letters of a word in which a part may differ: "four" is no "for"
PAIRS = (
    ("ae", "e"), ("oe", "e"), ("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ise", "ize"),
    ("isation", "ization"), ("lled", "led"), ("lling", "ling"), ("woollen", "woolen"),
    ("ellery", "elry"), ("tyre", "tire"), ("grey", "gray"), ("ogue", "og"), ("chequer", "checker"),
    ("doughnut", "donut"), ("pyjama", "pajama"), ("aluminium", "aluminum"), ("mould", "mold"),
    ("programme", "program"), ("cosy", "cozy"), ("yoghurt", "yogurt"), ("plough", "plow"),
    ("kerb", "curb"), ("moustache", "mustache"), ("draught", "draft"), ("sceptic", "skeptic"),
)  # fmt: skip


def other_spelling(word: str, words: Vocabulary) -> str | None:
    """How the shop's titles spell a folded English word that they have not; None if they do not."""
    if word in words.stats.words or words.meanings([word]):
        return None
    return next((each for each in spellings(word) if each in words.stats.words), None)


def spellings(word: str) -> Iterator[str]:
    for pair in PAIRS:
        for here, there in (pair, pair[::-1]):
            for match in re.finditer(here, word) if len(word) >= SHORTEST or word == here else ():
                yield word[: match.start()] + there + word[match.end() :]
