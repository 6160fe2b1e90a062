"""Words beside those of the shop that a mistake may mean: things of any shop, small words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from catalog.folding import fold
from search.understanding.spelling.nearest import SHORTEST_CORRECTED, is_slip
from search.understanding.words import dictionary
from search.understanding.words.grammar import grammar

SHORTEST_THING = 7  # letters of a thing that the shop does not name, and that a mistake may mean
SHORTEST_SMALL = 5  # letters; of longer small words any one may be mistaken
TURNING = frozenset({"not", "under", "over", "between", "only"})  # parts of words that turn others


def thing_in(word: str, languages: Sequence[str]) -> str | None:
    """The thing of one of these languages that was probably meant."""
    near = ((code, nearest_thing(word, thing_words(code))) for code in languages)
    return next((thing_words(code)[thing] for code, thing in near if thing), None)


@cache
def thing_words(language: str) -> dict[str, str]:
    """The single words for things of a dictionary, folded -> as they are written."""
    if not dictionary.exists(language):
        return {}
    written = (word for word, _english in dictionary.things(language))
    return {fold(word): word for word in written if " " not in word}


def nearest_thing(typed: str, things: Iterable[str]) -> str | None:
    if len(typed) < SHORTEST_THING:
        return None
    alike = (each for each in things if each[0] == typed[0])
    near = (each for each in alike if OSA.distance(typed, each, score_cutoff=1) == 1)
    return min(near, default=None)


def small_word(word: str, languages: Sequence[str]) -> str | None:
    """ "Withot" is "without": what a small word says turns a query round.

    Another letter makes another word of a short one: "encre" (French, ink) is no "entre".
    """
    near = extract(
        word, small_words(tuple(languages)), scorer=OSA.distance, processor=None, score_cutoff=1
    )
    meant = (found for found, _distance, _place in near)
    return next((each for each in meant if len(each) > SHORTEST_SMALL or is_slip(word, each)), None)


@cache
def small_words(languages: tuple[str, ...]) -> tuple[str, ...]:
    parts = grammar(languages).parts.items()
    return tuple(
        words[0]
        for words, played in parts
        if len(words) == 1 and len(words[0]) > SHORTEST_CORRECTED and not played.isdisjoint(TURNING)
    )
