"""Whether a word is an everyday word of a language: then it is no typing mistake.

The lists are those of pyspellchecker; kept as sorted 32-bit checksums, they take 1 MB instead
of 40, for one word in ten thousand taken for known that is not. A language that it does not have
brings a short one in its lexicon.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from heapq import nlargest
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex

import numpy as np
from django.conf import settings
from numpy.typing import NDArray
from spellchecker import SpellChecker

from catalog.bigrams import is_alphabetic
from catalog.folding import fold
from search.understanding.lexicon import lexicon

LONG, SHORT = 4, 2  # letters of a word that tells a language, and of one in Chinese signs or kana
FIRST_UNSPACED = "\u0e00"  # Thai, kana, Chinese and Korean signs come after this one
COMMONEST, FEW = 200, 20  # words that are asked; that tell nothing yet
RARE = 50  # how often a word is said that stands in a list for completeness alone
LISTS = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})


@lru_cache(maxsize=100_000)
def everyday(word: str, language: str) -> bool:
    """Whether the folded `word` is in the language's list; False where there is no list."""
    if language not in LISTS:
        return word in listed_in_lexicon(language)
    return stands_in(checksums(language), word)


@lru_cache(maxsize=100_000)
def is_often(word: str, language: str) -> bool:
    """Whether it is said often: a list of English has "tapis" and "tasse", too."""
    return language in LISTS and stands_in(checksums(language, RARE), word)


def stands_in(sums: NDArray[np.uint32], word: str) -> bool:
    wanted = np.uint32(zlib.crc32(word.encode()))  # of the lists' type, or numpy copies them
    place = int(np.searchsorted(sums, wanted))
    return place < len(sums) and bool(sums[place] == wanted)


def is_mostly_of(counts: Mapping[str, int], language: str) -> bool:
    """Whether the commonest words are of that language; a few may be of any.

    Of those of English shops nine in ten are English, of those of others three at most.
    """
    often = commonest(counts)
    known = sum(everyday(word, language) for word in often)
    return len(often) < FEW or known >= len(often) / 2


def commonest(counts: Mapping[str, int]) -> list[str]:
    """The words said most often that may tell a language; of scripts without spaces short ones."""
    words = (word for word in counts if is_alphabetic(word) and len(word) >= shortest(word))
    return nlargest(COMMONEST, words, key=lambda word: counts[word])


def shortest(word: str) -> int:
    return LONG if word < FIRST_UNSPACED else SHORT


@cache
def listed_in_lexicon(language: str) -> frozenset[str]:
    known = lexicon(language)
    return frozenset(fold(known.everyday).split()) if known else frozenset()


@cache
def checksums(language: str, above: int = 0) -> NDArray[np.uint32]:
    """Of words that are said more often than `above`, 0 or RARE.

    Kept in a file, which the processes of a shop share: the lists take seconds to be read.
    """
    try:
        return np.load(place_of(language, above), mmap_mode="r")
    except (OSError, ValueError, EOFError):
        return made(language)[above]


def place_of(language: str, above: int) -> Path:
    name = f"{language}-{above}" if above else language
    return Path(settings.STATE_DIR) / "words" / f"{name}-{version('pyspellchecker')}.npy"


def made(language: str) -> dict[int, NDArray[np.uint32]]:
    """Both lists of a language, kept: whoever needs one needs the other, too."""
    words = SpellChecker(language=language).word_frequency.items()
    known = [(zlib.crc32(fold(word).encode()), often) for word, often in words]
    lists = {above: said_more(known, above) for above in (0, RARE)}
    for above, sums in lists.items():
        with suppress(OSError):
            keep(sums, place_of(language, above))
    return lists


def said_more(known: Sequence[tuple[int, int]], above: int) -> NDArray[np.uint32]:
    """Of checksums, each with how often its word is said."""
    found = {checksum for checksum, often in known if often > above}
    return np.sort(np.fromiter(found, np.uint32, len(found)))


def keep(sums: NDArray[np.uint32], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{token_hex(4)}.npy")
    np.save(draft, sums)
    draft.replace(place)


def read_word_lists() -> None:
    """All of them, before somebody waits for one: a word is looked up in every language."""
    for language in LISTS:
        checksums(language)
        checksums(language, RARE)
