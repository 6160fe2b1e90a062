"""In which language the titles of a shop are written, whatever its pages speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.understanding.lexicon import CODES
from search.understanding.words.glossary import glossary
from search.understanding.words.wordlists import FEW, commonest, everyday, is_mostly_of

LEAST = 0.2  # of the words; of a language without a list of words its dictionary has some four
TIMES = 2  # in ten, and no other language half as many


def written_language(counts: Mapping[str, int], spoken: str) -> str:
    """The language of these words, from how often each is said; `spoken` where it is not certain.

    Of the commonest words of a shop its own language has .86 to .91 where there is a list of its
    words (de, en, es, fr, it, nl, pt), .44 and more by its dictionary alone; others half of that.
    """
    words = commonest(counts)
    if len(words) < FEW or is_mostly_of(counts, spoken):
        return spoken
    shares = {code: share(words, code) for code in CODES}
    best = max(shares, key=lambda code: shares[code])
    certain = shares[best] >= max(LEAST, TIMES * shares.get(spoken, 0.0))
    return best if certain else spoken


def share(words: Sequence[str], language: str) -> float:
    """How many of the words are of the language, 0 to 1."""
    known = glossary(language)
    told = (everyday(word, language) or (known and known.look_up([word])) for word in words)
    return sum(map(bool, told)) / len(words)
