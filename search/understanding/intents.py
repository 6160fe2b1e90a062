"""Several products in one query, kept apart: "dress size 2 and shoes" is two intents.

Not every "and" is one: only where both sides name a product of their own. "Black and white dress",
"bed and breakfast tray" and "table and chair set" are one intent each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from search.understanding.names.product_types import things
from search.understanding.parse import Parse

COMMAS = frozenset(",;&+")
BUNDLES = frozenset(
    {"bundle", "combination", "combo", "ensemble", "garnitur", "kit", "set", "sets"}
)
SAME_KIND = frozenset({"color", "material", "gender", "attribute", "brand"})


@dataclass(frozen=True)
class Head:
    """What an intent is for: tokens `start` to `end`; no `categories` for what is not sold."""

    start: int
    end: int
    categories: frozenset[str] = frozenset()


def intents(parse: Parse) -> tuple[str, ...]:
    """The words of each intent; () where there are not several."""
    first, *others = parted(parse)
    if not others:
        return ()
    whose = whose_first(parse)
    return (parse.words(*first), *(shared(parse, *span, whose) for span in others))


def parted(parse: Parse) -> list[tuple[int, int]]:
    """First token and end of each intent; one for the whole query where there is but one."""
    found, start = [], 0
    for one, other in pairwise(heads(parse)):
        joint = joint_between(parse, one, other)
        if joint and are_wishes(parse, one, other, joint, start):
            found.append((start, joint[0]))
            start = joint[1]
    return [*found, (start, len(parse.tokens))]


def are_wishes(parse: Parse, one: Head, other: Head, joint: tuple[int, int], start: int) -> bool:
    """Two products; an "or" parts them, and shoes from boots, where each has its own colour."""
    if is_bundle(parse, one, other) or is_choice(parse, one, other):
        return False
    either = any("or" in parse.plays(i) for i in range(*joint))
    wider = any(nested(a, b) for a in one.categories for b in other.categories)
    return not (either or wider) or are_told_apart(parse, (start, joint[0]), joint[1])


def are_told_apart(parse: Parse, first: tuple[int, int], start: int) -> bool:
    """Whether both have a quality of one kind, and not the same: "black shoes or brown boots"."""
    later = [head.start for head in heads(parse) if head.start >= start][1:]
    end = min(later, default=len(parse.tokens))
    before, after = qualities(parse, *first), qualities(parse, start, end)
    return any(before[kind] != after[kind] for kind in before.keys() & after.keys())


def qualities(parse: Parse, start: int, end: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in parse.names:
        if start <= name.start < end and name.kind in SAME_KIND and not name.negated:
            found.setdefault(name.kind, set()).add(name.meanings[0].value)
    return found


def heads(parse: Parse) -> list[Head]:
    named = [
        Head(name.start, name.end, frozenset(meaning.value for meaning in name.meanings))
        for name in parse.names
        if name.kind == "category" and not name.negated
    ]
    return sorted([*named, *(Head(i, i + 1) for i in things(parse))], key=lambda head: head.start)


def is_bundle(parse: Parse, one: Head, other: Head) -> bool:
    """A "hat and scarf set", a "set of mugs and bowls"."""
    around = [*parse.tokens[max(one.start - 3, 0) : one.start], *parse.tokens[other.end :][:1]]
    return any(token.text in BUNDLES for token in around)


def is_choice(parse: Parse, one: Head, other: Head) -> bool:
    """Whether commas alone part the two in a list that ends in an "or": "mug, bowl or teapot"."""
    if not all(parse.tokens[i].text == "," for i in range(one.end, other.start)):
        return False
    kinds = {i for i, name in parse.owner.items() if name.kind == "category"}
    follows = (i for i in range(other.end, len(parse.tokens)) if i not in kinds)
    ends = next((i for i in follows if parse.tokens[i].text != ","), None)
    return ends is not None and "or" in parse.plays(ends)


def nested(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def joint_between(parse: Parse, one: Head, other: Head) -> tuple[int, int] | None:
    """Where the first intent ends and the next begins. None where no "and" or comma parts them.

    Of several, that before an article ("mug, blue, and a red teapot"), else an "and" before a
    comma, else the last; none between two colours ("a mug and a red and blue teapot").
    """
    joints = [
        joint
        for joint in all_joints(parse, one.end, other.start)
        if not joins_qualities(parse, *joint)
    ]
    return max(joints, key=lambda joint: rank(parse, *joint), default=None)


def all_joints(parse: Parse, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of commas, "and"s and "or"s between the tokens `start` and `end`."""
    i = start
    while i < end:
        j = i
        while j < end and joins(parse, j):
            j += 1
        if j > i:
            yield i, j
        i = max(j, i + 1)


def joins(parse: Parse, i: int) -> bool:
    listed = not parse.plays(i).isdisjoint({"and", "or"}) or parse.tokens[i].text in COMMAS
    return parse.free(i) and listed


def joins_qualities(parse: Parse, start: int, end: int) -> bool:
    before, after = parse.owner.get(start - 1), parse.owner.get(end)
    if before is None or after is None:
        return False
    return before.kind == after.kind and after.kind in SAME_KIND


def rank(parse: Parse, start: int, end: int) -> tuple[bool, bool, int]:
    said = any("and" in parse.plays(i) for i in range(start, end))
    return "article" in parse.plays(end), said, start


def whose_first(parse: Parse) -> str:
    """For whom the first thing is, where that is said before it."""
    end = heads(parse)[0].start
    said = (name for name in parse.names if name.kind == "gender" and name.end <= end)
    return next((parse.words(name.start, name.end) for name in said), "")


def shared(parse: Parse, start: int, end: int, whose: str) -> str:
    """In "women's boots and sandals" the sandals are women's too; "and a hat" is anybody's."""
    words = parse.words(start, end)
    own = any(name.kind == "gender" and start <= name.start < end for name in parse.names)
    return words if own or not whose or "article" in parse.plays(start) else f"{whose} {words}"
