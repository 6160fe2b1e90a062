"""The small words of a query in the languages it is written in: under, without, only, in stock...

What each part means is said where it is read: prices, sizes, negations, disambiguation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from catalog.folding import fold
from search.understanding.lexicon import Lexicon, lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.words.currencies import CURRENCY_OF
from search.understanding.words.tokens import words_of

Words = tuple[str, ...]
NO_PART: frozenset[str] = frozenset()


DESCRIBING = frozenset({"adjective", "shade", "counted"})  # parts of what may be names as well
PARTS_OF_A_LIST = frozenset({"or", "in", "size", "article"})  # that its words play


@dataclass(frozen=True)
class Grammar:
    """The grammars of some languages as one."""

    parts: Mapping[Words, frozenset[str]]  # folded words of a phrase -> the parts it can play
    words: frozenset[str]  # that stand in any of the phrases
    expressions: Mapping[
        Words, bool
    ]  # without a meaning here -> whether the last word keeps its own
    ambiguous: frozenset[str]  # colours and materials that are things as well
    numbers: Mapping[str, int]  # folded words of those from two on
    people: Mapping[str, int]  # folded words that say for how many a thing is
    sums: Mapping[str, int]  # folded words of what prices are said in, from one on

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the phrases are that begin with a word, the longest first."""
        found: dict[str, set[int]] = {}
        for words in self.parts:
            found.setdefault(words[0], set()).add(len(words))
        return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}

    @cached_property
    def longest_expression(self) -> int:
        return max(map(len, self.expressions), default=0)


@lru_cache(maxsize=256)
def grammar(languages: tuple[str, ...]) -> Grammar:
    """The grammar of all these `languages` at once; those without a lexicon have none."""
    known = [found for found in map(lexicon, languages) if found]
    parts: dict[Words, set[str]] = {}
    for word in CURRENCY_OF:
        parts.setdefault((word,), set()).add("money")
    for each in known:
        for part, phrases in each.grammar.items():
            for phrase in listed(phrases):
                parts.setdefault(tuple(words_of(phrase)), set()).add(part)
    numbers = {
        fold(word): n
        for each in known
        for n, forms in enumerate(listed(each.numbers), start=2)
        for word in forms.split("/")
    }
    people = [each.split() for known_one in known for each in listed(known_one.people)]
    sums = [each.split() for known_one in known for each in listed(known_one.sums)]
    return Grammar(
        parts={words: frozenset(played) for words, played in parts.items() if words},
        words=frozenset(word for phrase in parts for word in phrase),
        expressions={words: starred for each in known for words, starred in expressions(each)},
        ambiguous=frozenset(word for each in known for word in fold(each.ambiguous).split()),
        numbers=numbers,
        people={fold(word): int(number) for number, word in people},
        sums=numbers | {fold(word): int(number) for number, word in sums},
    )


def expressions(of: Lexicon) -> list[tuple[Words, bool]]:
    """ "Rose vase*" is ("rose", "vase") and True."""
    return [(tuple(words_of(each)), each.endswith("*")) for each in listed(of.expressions)]


def is_grammar(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a folded word says nothing by itself in any of the languages: "for", "under"."""
    return word in grammar(languages).words


def is_small(word: str, languages: tuple[str, ...]) -> bool:
    """Whether it plays such a part all alone, and describes nothing: "for", and no "stock"."""
    return bool(grammar(languages).parts.get((word,), NO_PART) - DESCRIBING)
