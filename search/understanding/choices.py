"""Between which values the shopper leaves the choice: "yellow or red", "size 41 or 42".

Two colours beside each other are both wanted ("blue and white"); with an "or" in their list, any
one of them will do. So it will of two kinds of things side by side that nothing can be at once:
"canapé lit" (French) where the shop has sofas and beds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise, permutations

from search.query import Entity
from search.understanding.parse import Parse
from search.understanding.words import genders
from search.understanding.words.grammar import PARTS_OF_A_LIST
from search.understanding.words.tokens import words_of

CHOSEN = frozenset({"category", "brand", "color", "material", "gender", "attribute", "size"})

Span = tuple[int, int]  # characters
Value = list[tuple[int, Entity]]  # what was read from the same words, with its first token


def join_choices(parse: Parse) -> None:
    """Give the values of one list the words of all of it: what has the same words is one choice."""
    found: list[tuple[int, Entity]] = []
    for values in lists(parse):
        whole = values[0][0][1].span[0], values[-1][0][1].span[1]
        placed = [each for value in values for each in value]
        if len(values) > 1 and leaves_choice(parse, values, whole):
            drop_between(parse, values, whole)
            said, hard = parse.text[slice(*whole)], any(each.hard for _i, each in placed)
            placed = [(i, replace(each, words=said, span=whole, hard=hard)) for i, each in placed]
        found += placed
    parse.entities = found


def lists(parse: Parse) -> Iterator[list[Value]]:
    """The values in the order of their words, those of one kind in one list."""
    ordered = sorted(parse.entities, key=lambda placed: placed[1].span)
    current: list[Value] = []
    for _span, found in groupby(ordered, key=lambda placed: placed[1].span):
        value = list(found)
        if current and not are_listed(parse, current[-1][0][1], value[0][1]):
            yield current
            current = []
        current.append(value)
    if current:
        yield current


def leaves_choice(parse: Parse, values: list[Value], whole: Span) -> bool:
    said = any("or" in parse.plays(i) for i in tokens_in(parse, whole))
    pairs = pairwise(value[0][1] for value in values)
    return said or all(are_either(parse, one, other) for one, other in pairs)


def are_either(parse: Parse, one: Entity, other: Entity) -> bool:
    """Two kinds of things with nothing between them, no product being of both."""
    if {one.kind, other.kind} != {"category"} or tokens_in(parse, (one.span[1], other.span[0])):
        return False
    places = [*one.values, *other.values]
    return not (
        any(parse.vocabulary.evidence.is_aside(place) for place in places)
        or is_of_people(parse, one)
        or is_of_people(parse, other)
        or any(a == b or f"{a}/".startswith(f"{b}/") for a, b in permutations(places, 2))
    )


def is_of_people(parse: Parse, entity: Entity) -> bool:
    """Whether it is a department: "shoes women" are both."""
    return any(genders.is_of_people(word, parse.languages) for word in words_of(entity.words))


def are_listed(parse: Parse, one: Entity, other: Entity) -> bool:
    """Whether nothing but a comma, an "or" and the like stands between two values of one kind."""
    if are_either(parse, one, other):
        return True
    between = tokens_in(parse, (one.span[1], other.span[0]))
    return (
        one.kind == other.kind
        and one.kind in CHOSEN
        and bool(between)
        and all(parse.plays(i) & PARTS_OF_A_LIST or parse.tokens[i].text == "," for i in between)
    )


def tokens_in(parse: Parse, span: Span) -> list[int]:
    start, end = span
    return [i for i, token in enumerate(parse.tokens) if start <= token.start and token.end <= end]


def drop_between(parse: Parse, values: list[Value], whole: Span) -> None:
    """Leave no "or" in the text where the values have left it."""
    places = {i for value in values for i in tokens_in(parse, value[0][1].span)}
    if places <= parse.dropped:
        parse.dropped.update(tokens_in(parse, whole))
