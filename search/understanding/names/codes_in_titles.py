"""Short codes that titles alone say: a "bulb H7", an "oil 5W30", a "battery AA".

Letters with digits are no words, and too short for an article's number; so are a few letters that
titles never write but as capitals. Where titles of the kind have one as a word of its own, the
others are not meant; a part of a size, as the "M8" of "M8x40", tells nothing apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.names.amounts_within import titles_of
from search.understanding.names.modifiers import MODIFIER
from search.understanding.names.noun_in_titles import unsaid
from search.understanding.names.titles_called import titles_called
from search.understanding.parse import Parse
from search.understanding.said import titled
from search.understanding.words.measures import read_measure

LETTERS = (2, 3)  # of an abbreviation
CODE = re.compile(r"(?<![\w.,/-])(?=\w*\d)(?=\w*[a-z])[a-z\d]{2,8}(?![\w/-]|[.,]\d)")


def with_codes_in_titles(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with such codes as modifiers; by no statement where there is none."""
    kinds = [each for each in found.entities if each.kind == "category"]
    if not kinds or found.intents:
        return found
    told = [*codes_told_apart(list(codes_of(found)), kinds), *abbreviations(found, kinds, parse)]
    asked = (Entity(MODIFIER, code, code, code, names=(code,)) for code in told)
    more = tuple(each for each in asked if each.key not in parse.off)
    return replace(found, modifiers=(*found.modifiers, *more)) if more else found


def abbreviations(found: Interpretation, kinds: Sequence[Entity], parse: Parse) -> Iterator[str]:
    """The few letters that titles write in capitals alone, of those that titles of the kind have.

    By one statement for each of so few letters that titles have, and one more.
    """
    used, free = parse.vocabulary.stats.words, unsaid(found)
    letters = [word for word in free if is_short(word) and word in used]
    capitals = [word for word in letters if is_abbreviation(word)]
    there = titled(capitals, kinds) if capitals else ()
    yield from (word for word in capitals if word in there)


def codes_of(found: Interpretation) -> Iterator[str]:
    """Those that nothing says yet, and that are no amount: "500ml"."""
    told = (*found.entities, *found.modifiers, *found.forms)
    heard = fold(" ".join([*(each.words for each in told), *found.unstated]))
    for match in CODE.finditer(fold(found.text)):
        code = match.group()
        if code not in heard.split() and not read_measure(code):
            yield code


def is_short(word: str) -> bool:
    return word.isalpha() and word.isascii() and len(word) in LETTERS


def is_abbreviation(word: str) -> bool:
    """Whether titles have it always in capitals, and none of them is all in capitals."""
    alone = re.compile(rf"(?<![\w-]){word}(?![\w-])", re.IGNORECASE)
    titles = titles_called((word,))
    there = [(match[0], title) for title in titles if (match := alone.search(title))]
    return bool(there) and all(
        written.isupper() and not title.isupper() for written, title in there
    )


def codes_told_apart(codes: Sequence[str], kinds: Sequence[Entity]) -> list[str]:
    titles = [fold(title) for title in titles_of(kinds)] if codes else []
    return [code for code in codes if tells_apart(code, titles)]


def tells_apart(code: str, titles: Sequence[str]) -> bool:
    alone = re.compile(rf"(?<![\w-]){code}(?![\w-])")
    with_it = [title for title in titles if code in title]
    return bool(with_it) and all(alone.search(title) for title in with_it)
