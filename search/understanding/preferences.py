""" "A sofa, preferably green", "am liebsten aus Leder" (German): what comes first, if there is it.

Whoever says so does not want to be shown less: what is preferred decides the order alone.
"""

from __future__ import annotations

from dataclasses import replace

from search.query import Entity
from search.understanding.names.small_words import is_grammatical
from search.understanding.parse import Parse

KINDS = {"brand", "color", "material", "gender", "attribute", "size", "price_min", "price_max"}
CHOOSING = {"and", "or"}


def find_preferences(parse: Parse) -> None:
    """What follows "preferably" at once, with what an "or" joins to it, else what stands before."""
    for i in range(len(parse.tokens)):
        if length := parse.part(i, "preferably"):
            end = i + length
            preferred = following(parse, end) or preceding(parse, i)
            parse.dropped.update(range(i, end))
            parse.entities = [
                (start, replace(each, hard=False, preferred=True) if each in preferred else each)
                for start, each in parse.entities
            ]


def following(parse: Parse, at: int) -> list[Entity]:
    found: list[Entity] = []
    while at < len(parse.tokens):
        here = [each for start, each in parse.entities if start == at and each.kind in KINDS]
        if here:
            found += here
            at = max(end_of(parse, each) for each in here)
        elif is_grammatical(parse, at) and (not found or parse.plays(at) & CHOOSING):
            at += 1
        else:
            return found
    return found


def preceding(parse: Parse, at: int) -> list[Entity]:
    """ "A green one if possible"; of "red sofa if possible" it is not the sofa."""
    while at > 0:
        here = [each for _start, each in parse.entities if end_of(parse, each) == at]
        found = [each for each in here if each.kind in KINDS]
        if found:
            return found
        if here:
            at = min(start for start, each in parse.entities if each in here)
        elif parse.sign(at - 1, ",") or is_grammatical(parse, at - 1):
            at -= 1
        else:
            return []
    return []


def end_of(parse: Parse, entity: Entity) -> int:
    """One past its last token."""
    ends = (i + 1 for i, token in enumerate(parse.tokens) if token.end <= entity.span[1])
    return max(ends, default=0)
