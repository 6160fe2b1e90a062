"""Captions in other languages: the shop's lexicons know what things and colours are called.

The multilingual tower puts languages near each other, not on each other. A word for a kind and a
word for its colour, from `search.understanding` and from the table of colours, are captions of the
same pictures; they are heard by that tower alone, since MiniLM reads no more than English.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from search.encoders.color_names import listed, nearest_color
from search.understanding.synonyms import groups

from .thesaurus import plain

COLOUR_FIRST = frozenset(["de", "ja", "ko", "nl", "pl", "ru", "tr", "zh"])
NO_SPACE = frozenset({"ja", "zh"})
NOUN, BOTH, COLOUR = 0.8, 1.2, 0.3  # weights as captions, shared by all languages


def translations(kind: str | None, colour: str | None) -> Iterator[tuple[str, float]]:
    """Every caption with the weight it is drawn by."""
    nouns = _nouns().get(plain(kind), {}) if kind else {}
    family = nearest_color(colour) if colour else None
    colours = _colours().get(family, {}) if family else {}
    for language, names in nouns.items():
        for name in names:
            yield name, NOUN / len(nouns) / len(names)
        if language in colours:
            pair = [names[0], colours[language]]
            if language in COLOUR_FIRST:
                pair.reverse()
            yield ("" if language in NO_SPACE else " ").join(pair), BOTH / len(nouns)
    for name in colours.values():
        yield name, COLOUR / len(colours)


@cache
def _nouns() -> dict[str, dict[str, list[str]]]:
    """By the English name of a thing: language -> what it is called there."""
    found: dict[str, dict[str, list[str]]] = {}
    for group in groups():
        foreign = {language: names for language, names in group.words.items() if language != "en"}
        for name in group.words["en"]:
            found.setdefault(plain(name), foreign)
    return found


@cache
def _colours() -> dict[str, dict[str, str]]:
    """By family: language -> its first word there."""
    found: dict[str, dict[str, str]] = {}
    for family, language, named in listed():
        found.setdefault(family, {})[language] = named[0]
    return found
