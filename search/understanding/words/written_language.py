"""In which language the titles of a shop are written, whatever its pages speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from search.understanding.lexicon import CODES
from search.understanding.words.glossary import glossary
from search.understanding.words.tokens import words_of as parted
from search.understanding.words.wordlists import FEW, commonest, everyday, is_mostly_of

LEAST = 0.2  # of the words; of a language without a list of words its dictionary has some four
TIMES = 2  # in ten, and of those that only one of two languages has, the other has no half as many


def written_language(counts: Mapping[str, int], spoken: str, brands: Iterable[str] = ()) -> str:
    """The language of these words, from how often each is said; `spoken` where it is not certain.

    Names of `brands` are English words everywhere ("Golden Rose", "Boss").

    Of the commonest words of a shop its own language has .59 to .91 where there is a list of its
    words (de, en, es, fr, it, nl, pt), .44 and more by its dictionary alone. Words that both have
    tell nothing: brands, models and music ("piano", "soprano") stand in English lists as well.
    """
    names = {word for brand in brands for word in parted(brand)}
    counts = {word: n for word, n in counts.items() if word not in names}
    words = commonest(counts)
    if len(words) < FEW or is_mostly_of(counts, spoken):
        return spoken
    known = {code: words_of(code, words) for code in CODES}
    best = max(known, key=lambda code: len(known[code]))
    theirs, mine = known[best], known.get(spoken, frozenset())
    certain = len(theirs - mine) >= max(LEAST * len(words), TIMES * len(mine - theirs))
    return best if certain else spoken


def words_of(language: str, words: Sequence[str]) -> frozenset[str]:
    """Those of the words that are of the language."""
    known = glossary(language)
    return frozenset(
        word for word in words if everyday(word, language) or (known and known.look_up([word]))
    )
