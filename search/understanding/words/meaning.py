"""What a phrase can stand for in a shop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.folding import fold

# Where one phrase has several meanings, the first of these is meant.
KINDS = ("color", "material", "gender", "category", "brand", "attribute")

Key = tuple[str, ...]  # the base forms of the words of a phrase


@dataclass(frozen=True)
class Meaning:
    """One thing that a phrase can stand for."""

    kind: str  # one of KINDS
    value: str  # as an entity and a filter carry it
    label: str
    own: bool = True  # the shop's own word for it, no synonym
    values: tuple[str, ...] = ()  # of the catalogue, in all their spellings
    name: str = ""  # the shop's name, or the part of it, that the phrase is
    language: str = ""  # in which a synonym stands for it; "" for the shop's own word
    confidence: float = 1.0


def put(found: dict[Key, list[Meaning]], key: Key, meaning: Meaning) -> None:
    """Add a meaning of a phrase: of two kinds the first of KINDS holds, and each place once."""
    there = found.setdefault(key, [])
    if there and KINDS.index(meaning.kind) < KINDS.index(there[0].kind):
        there.clear()
    if there and there[0].kind != meaning.kind:
        return
    if not any(includes(each, meaning) for each in there):
        there.append(meaning)


def includes(wide: Meaning, narrow: Meaning) -> bool:
    """ "Watches" and "Watches > Watches" are one thing to ask for, and so are "Blue" and "blue"."""
    nested = wide.kind == "category" and narrow.value.startswith(f"{wide.value}/")
    return nested or fold(wide.value) == fold(narrow.value)


def spellings(values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The first spelling of each value -> all that differ from it in case and accents alone."""
    found: dict[str, list[str]] = {}
    for value in values:
        found.setdefault(fold(value), []).append(value)
    return {each[0]: tuple(each) for each in found.values()}
