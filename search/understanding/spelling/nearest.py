"""The word of the shop that was probably meant by one that nobody knows."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.understanding.shop_words.vocabulary import Vocabulary

SHORTEST_CORRECTED = 4  # letters
TWO_MISTAKES = 7  # letters from which two mistakes are allowed, towards one of the shop's names
OFTEN = 2  # titles that a word is in before others are corrected to it
SPELT_OUT = re.compile(r"([aou])e")  # umlauts as they are written without their dots
SHORTEST_SPELT_OUT = 6  # letters; "shoes" may be anything
SOUNDING_ALIKE = ("aeiouy", "sz", "ckq", "vwf", "ij", "dt")  # one is written for another


def nearest(word: str, words: Vocabulary) -> str | None:
    """The word of the shop that was probably meant."""
    swapped = word[1] + word[0] + word[2:]
    for sure in (swapped, without_umlauts(word, words)):
        if sure in words.known:
            return sure
    limit = 2 if len(word) >= TWO_MISTAKES else 1
    near = extract(
        word,
        words.spellings.get(word[0], ()),
        scorer=OSA.distance,
        processor=None,
        score_cutoff=limit,
        limit=20,
    )
    plausible = [
        (distance, not is_doubled(word, found), -words.known[found], found)
        for found, distance, _ in near
        if is_plausible(word, found, int(distance), words)
    ]
    return min(plausible)[-1] if plausible else None


def without_umlauts(word: str, words: Vocabulary) -> str:
    """A name of the shop whose umlauts are spelt out: "kettenoel" is "Kettenöl"; "" if none is."""
    bare = SPELT_OUT.sub(r"\1", word)
    is_it = bare != word and len(bare) >= SHORTEST_SPELT_OUT
    return bare if is_it and bare in words.known and word not in words.known else ""


def is_plausible(typed: str, found: str, distance: int, words: Vocabulary) -> bool:
    if distance > 1:
        return words.known[found] >= words.heaviest
    if words.known[found] < OFTEN and not (len(typed) >= TWO_MISTAKES and is_slip(typed, found)):
        return False  # of a long word one letter tells enough: "carcasonne"
    return len(typed) > SHORTEST_CORRECTED or is_slip(typed, found)


def is_slip(typed: str, found: str) -> bool:
    """A letter left out, doubled, or swapped with its neighbour; or another that sounds alike."""
    if len(found) > len(typed) or sorted(found) == sorted(typed):
        return True
    if len(found) < len(typed):
        return is_doubled(typed, found)
    changed = [(a, b) for a, b in zip(typed, found, strict=True) if a != b]
    return all(any(a in alike and b in alike for alike in SOUNDING_ALIKE) for a, b in changed)


def is_doubled(typed: str, found: str) -> bool:
    """Whether they differ by a letter that stands once or twice: "poter" is Potter, not Peter."""
    return re.sub(r"(.)\1", r"\1", typed) == re.sub(r"(.)\1", r"\1", found)
