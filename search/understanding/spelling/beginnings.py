"""Words that are still being typed: what they may become, and what they probably do."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.spelling.mistakes import is_known, mistakes
from search.understanding.spelling.nearest import SHORTEST_CORRECTED, nearest
from search.understanding.words.grammar import grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import Token


def completed(begun: list[str], words: Vocabulary, language: str) -> list[str]:
    """Words that are being typed, with mistakes mended; the last one is only a beginning."""
    spoken = (language, words.language)
    mistaken = mistakes(begun[:-1], words, spoken)
    whole = [(nearest(word, words) or word) if word in mistaken else word for word in begun[:-1]]
    return [*whole, nearest_beginning(begun[-1], words)]


def beginning(start: str, words: Vocabulary) -> list[str]:
    """The words of the shop's names that begin like this, shortest first."""
    begun = (word for word in words.spellings.get(start[0], ()) if word.startswith(start))
    names = (word for word in begun if words.known[word] >= words.heaviest and word != start)
    return sorted(names, key=lambda word: (len(word), word))


def nearest_beginning(start: str, words: Vocabulary) -> str:
    """The word whose beginning is one mistake away, the shop's heaviest; else `start` itself."""
    if len(start) < SHORTEST_CORRECTED or not start.isalpha() or start in words.known:
        return start
    swapped = start[1] + start[0] + start[2:]
    choices = words.spellings.get(start[0], [])
    if any(word.startswith(start) for word in choices):
        return start
    near = {word for word in words.spellings.get(start[1], ()) if word.startswith(swapped)}
    for end in (len(start), len(start) + 1):  # one more where a letter was left out
        begun = [word[:end] for word in choices]
        found = extract(start, begun, scorer=OSA.distance, score_cutoff=1, limit=None)
        near.update(choices[place] for _word, _distance, place in found)
    return min(near, key=lambda word: (-words.known[word], len(word), word), default=start)


def is_begun(
    word: str, words: Vocabulary, languages: Sequence[str], typed: Sequence[Token]
) -> bool:
    """A word of no language; alone, also one that no product has ("sneak", but not "boot")."""
    if (
        len(word) < SHORTEST_CORRECTED
        or not word.isalpha()
        or word in grammar(tuple(languages)).words
    ):
        return False
    base = base_form(word, words.language)
    alone = len(typed) == 1 and word not in words.known and base not in words.used
    return alone or not is_known(word, words, languages)
