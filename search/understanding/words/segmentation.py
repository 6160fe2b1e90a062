"""Words of scripts that put no spaces between them: "红色连衣裙" is "红色 连衣裙".

A stretch of letters is parted so that as few of them as can be belong to no word that is written
down, and into as few words as can be: longest matching over the whole stretch at once (the shortest
path through a lattice of words, as in Sproat et al. 1996). Han signs are read as Chinese and as
Japanese, and the reading counts that knows more. Koreans glue words where they like, and particles
always: a stretch is parted only if all of it is known, or a name would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from catalog.bigrams import UNSPACED
from search.understanding.lexicon import CODES, Lexicon, lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.words import dictionary
from search.understanding.words.currencies import CURRENCY_OF
from search.understanding.words.units import UNIT

LONGEST_STRETCH = 50  # letters looked at at once: no word of any language is longer
# "XL码", "Lサイズ": Latin letters before those of another script, where no word has both.
MIXED = re.compile(f"([a-z]+)([{UNSPACED}]+)", re.I)
NO_START = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")  # Thai: of the letter before
PARTICLES = frozenset("的の用")
Piece = tuple[str, bool]  # and whether it is a word


@dataclass(frozen=True)
class Words:
    """All that a language has written down, in small letters."""

    language: str
    letters: re.Pattern[str]
    wholly: bool  # whether a stretch is parted only if all of it is known
    known: frozenset[str]
    longer: frozenset[str]  # than one letter
    longest: int  # letters of one

    def read(self, stretch: str) -> list[Piece] | None:
        """A single sign is a word only where that explains all that stands between two longer ones:
        the "花" of "西兰花" is no flower."""
        found: list[Piece] = []
        for piece, known in parted(stretch, self.longer, self.longest):
            smaller = [(piece, True)] if known else parted(piece, self.known, self.longest)
            found += smaller if all(told for _piece, told in smaller) else less_particle(piece)
        return None if self.wholly and unknown(found) else found


def less_particle(piece: str) -> list[Piece]:
    """What is not known, and what only joins it to a noun: "麸质的面包" (Chinese) is of gluten."""
    ends = len(piece) > 2 and piece[-1] in PARTICLES
    return [(piece[:-1], False), (piece[-1], True)] if ends else [(piece, False)]


def segments(stretch: str) -> tuple[str, ...]:
    """The words of `stretch`, which they make up together; itself where it is of another script.

    What is longer than any word is cut: parts of a word are looked for at each of its letters.
    """
    starts = range(0, len(stretch), LONGEST_STRETCH)
    return tuple(word for at in starts for word in segmented(stretch[at : at + LONGEST_STRETCH]))


@lru_cache(maxsize=20_000)
def segmented(stretch: str) -> tuple[str, ...]:
    if stretch.isascii():
        return (stretch,)
    small = stretch.lower()
    if len(small) != len(stretch):
        return (stretch,)
    readings = [each.read(small) for each in unspaced() if each.letters.search(small)]
    found = [reading for reading in readings if reading]
    best = min(found, key=lambda pieces: (unknown(pieces), len(pieces)), default=[(small, False)])
    return tuple(part for piece in cut(stretch, best) for part in by_script(piece))


def by_script(piece: str) -> tuple[str, ...]:
    mixed = MIXED.fullmatch(piece)
    is_word = any(piece.lower() in each.known for each in unspaced())
    return (piece,) if mixed is None or is_word else mixed.groups()


def cut(stretch: str, pieces: list[Piece]) -> Iterator[str]:
    start = 0
    for piece, _known in pieces:
        yield stretch[start : start + len(piece)]
        start += len(piece)


def unknown(pieces: list[Piece]) -> int:
    """Letters that are of no word."""
    return sum(len(piece) for piece, known in pieces if not known)


def parted(text: str, words: frozenset[str], longest: int) -> list[Piece]:
    """The fewest unknown letters, and then the fewest words."""
    # Of the text up to each letter: unknown letters, words, and where the last of them begins.
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(text) + 1):
        letters, count, _start = best[-1]
        choices = [(letters + 1, count, end - 1)]
        for start in range(max(0, end - longest), end):
            if text[start:end] in words and not NO_START.match(text, end):
                choices.append((best[start][0], best[start][1] + 1, start))
        best.append(min(choices))
    return joined(text, best, words)


def joined(text: str, best: list[tuple[int, int, int]], words: frozenset[str]) -> list[Piece]:
    """Read from behind; unknown letters beside each other are one piece."""
    pieces: list[Piece] = []
    end = len(text)
    while end:
        start = best[end][2]
        piece, known = text[start:end], best[end][0] == best[start][0] and text[start:end] in words
        if pieces and not known and not pieces[-1][1]:
            pieces[-1] = (piece + pieces[-1][0], False)
        else:
            pieces.append((piece, known))
        end = start
    return pieces[::-1]


@cache
def unspaced() -> tuple[Words, ...]:
    every = [known for code in CODES if (known := lexicon(code))]
    return tuple(words_of(each) for each in every if each.unspaced or each.unspaced_at_times)


@cache
def unspaced_languages() -> tuple[str, ...]:
    return tuple(each.language for each in unspaced())


def words_of(known: Lexicon) -> Words:
    phrases = [word for word, _english in dictionary.entries(known.language)]
    phrases += [*CURRENCY_OF, *UNIT]  # "500元以下", "1リットルのボトル"
    said = [*known.grammar.values(), known.numbers.replace("/", ","), known.people, known.gifts]
    phrases += [word for text in said for word in listed(text)]
    words = {word for phrase in phrases for word in re.split(r"[\s\d]+", phrase.lower()) if word}
    return Words(
        known.language,
        re.compile(f"[{known.letters}]"),
        known.unspaced_at_times,
        frozenset(words),
        frozenset(word for word in words if len(word) > 1),
        max(map(len, words), default=0),
    )
