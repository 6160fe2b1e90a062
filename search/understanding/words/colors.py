"""Colours as shoppers and shops name them: which names are one colour, and which come next to it.

A shop's "Dark Green" is dark green and green, its "Blue/White" blue and white, its "Gray" grey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from catalog.folding import fold
from search.understanding.lexicon import lexicon, lexicons
from search.understanding.words.color_neighbours import NEIGHBOURS
from search.understanding.words.inflection import base_form

# Materials as much as colours: a copper kettle is no orange one, so nothing stands in for them.
NO_STAND_IN = frozenset({"bronze", "clear", "copper", "gold", "natural", "silver", "terracotta"})
# What everybody tells apart: a red thing is not shown as burgundy where the shop has no red.
BASIC_NAMES = "beige black blue brown green grey multicoloured orange pink purple red white yellow"
BASIC = frozenset(BASIC_NAMES.split())
# Words of any language that make a colour lighter or darker.
SHADES = {
    word: shade
    for shade, words in {
        "light": """light pale hell helle heller helles zart clair claire claro clara chiaro chiara
            licht lichte jasny jasna jasne acik""",
        "dark": """dark deep dunkel dunkle dunkler dunkles fonce foncee oscuro oscura scuro scura
            donker donkere ciemny ciemna ciemne escuro escura koyu""",
    }.items()
    for word in words.split()
}
PARTS = re.compile(r"\s*(?:[/,;+&|]|\band\b|\bund\b|\bet\b|\by\b)\s*")
SHORTEST_TAIL = 3  # letters of a colour at the end of a word: "dunkelrot"


@cache
def words(language: str) -> dict[str, str]:
    """Every folded name of a colour in a language -> its name in NEIGHBOURS."""
    found = lexicon(language)
    listed = found.color_words.items() if found else ()
    named = {fold(word): name for name, each in listed for word in each}
    return named | ({name: name for name in NEIGHBOURS} if language == "en" else {})


@cache
def stems(language: str) -> dict[tuple[str, ...], str]:
    """The same by the base forms of the words: "rote" and "rotes" are "rot"."""
    return {
        tuple(base_form(word, language) for word in name.split()): color
        for name, color in words(language).items()
    }


@cache
def names() -> dict[str, str]:
    """Of all languages; where two differ, English has the last say."""
    return {
        name: color for each in reversed(lexicons()) for name, color in words(each.language).items()
    }


def canonical(color: str, language: str = "") -> str:
    """ "Navy Blue" -> "navy", "rotes" -> "red"; a name that we do not know stays, folded."""
    plain = " ".join(fold(color).replace("-", " ").split())
    known = words(language).get(plain) or names().get(plain)
    return known or by_stem(plain, language) or plain


def asked(name: str, languages: Iterable[str]) -> str:
    """The colour that a query's words name, in the first of its languages that knows them."""
    found = (words(code).get(name) or in_stems(name, code) for code in languages)
    return next(filter(None, found), "") or canonical(name)


def in_stems(name: str, language: str) -> str:
    return stems(language).get(tuple(base_form(word, language) for word in name.split()), "")


def by_stem(plain: str, language: str) -> str:
    codes = (language, *(each.language for each in lexicons()))
    return next(filter(None, (in_stems(plain, code) for code in codes if code)), "")


@lru_cache(maxsize=20_000)
def families(color: str, language: str = "") -> frozenset[str]:
    """All the colours that a shop's name of one stands for.

    `families("Dark Green") == {"dark green", "green"}`, and that of "Blue/White" has both.
    """
    found: set[str] = set()
    for part in filter(None, PARTS.split(fold(color).replace("-", " "))):
        name = canonical(part, language)
        found |= {name, *heads(part, language)}
        if name != part:
            found |= set(heads(name, "en"))
    return frozenset(found)


def heads(name: str, language: str) -> list[str]:
    """The colours in a name of several words, or at the end of a compound."""
    several = name.split()
    if len(several) > 1:
        known = {word: canonical(word, language) for word in several}
        colors = [word for word in several if known[word] in NEIGHBOURS or known[word] in BASIC]
        told = [known[word] for word in colors if known[word] in BASIC] or [
            known[word] for word in colors
        ]
        return told
    return [color for tail, color in tails(language) if name.endswith(tail) and name != tail][:1]


@cache
def tails(language: str) -> list[tuple[str, str]]:
    """Names of basic colours where a language writes "dunkelrot", the longest first."""
    found = lexicon(language)
    if not found or not found.compounds:
        return []
    basic = [
        (name, color)
        for name, color in words(language).items()
        if color in BASIC and len(name) >= SHORTEST_TAIL and " " not in name
    ]
    return sorted(basic, key=lambda pair: -len(pair[0]))


def members(asked: str, available: Iterable[str], language: str = "") -> tuple[str, ...]:
    """The `available` colours that are `asked` (a name in NEIGHBOURS); exact names first."""
    there = [color for color in available if asked in families(color, language)]
    return tuple(sorted(there, key=lambda color: canonical(color, language) != asked))


def stand_ins(asked: str, available: Iterable[str], language: str = "") -> tuple[str, ...]:
    """Under which coarser names a shop may file a finer one ("crimson": Red); () where none is.

    `stand_ins("light green", ["Green", "Dark Green"]) == ("Green",)`; dark blue is rather Navy.
    """
    if asked in BASIC or asked in NO_STAND_IN:
        return ()
    there = list(available)
    plain = [head for head in heads(asked, "en") if head in BASIC]
    for name in [*NEIGHBOURS.get(asked, ()), *plain]:
        exact = tuple(color for color in there if canonical(color, language) == name)
        if exact:
            return exact
    return ()


def near_colors(color: str, available: Iterable[str]) -> tuple[str, ...]:
    """The `available` colours nearest to `color`, best first; the colour itself is left out.

    `near_colors("cream", ["Beige", "White", "Red"]) == ("Beige", "White")`
    """
    asked = canonical(color)
    by_name: dict[str, list[str]] = {}
    for value in available:
        by_name.setdefault(canonical(value), []).append(value)
    found: list[str] = []
    queue = [near for near in NEIGHBOURS.get(asked, ()) if near != asked]
    for name in [*queue, *(second for near in queue for second in NEIGHBOURS.get(near, ())[:1])]:
        found += [value for value in by_name.get(name, ()) if name != asked and value not in found]
    return tuple(found)
