"""Composed questions: a shopper's photo and a change in words ("but in green", "without stripes").

Asked are only changes that the shop can answer: a product of the same shape with the change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from .products import Product, alike, products
from .shots import Snapshot, snapshots
from .texts import material

# How often each kind of change is asked at most, and the words of a shopper for it.
CHANGES = {
    "colour": (90, ("in {}", "but in {}", "this in {}", "the same in {}", "{} instead")),
    "material": (60, ("in {}", "but made of {}", "this in {}", "of {} please")),
    "pattern": (20, ("but {}", "{} instead", "the same but {}")),
    "without": (25, ("without {}", "no {}", "the same without {}")),
    "form": (35, ("with {}", "but with {}", "the same with {}")),
}
PATTERN_NOUNS = {
    "striped": "stripes",
    "dotted": "dots",
    "checked": "checks",
    "floral": "flowers",
    "plaid": "plaid",
    "diamond": "diamonds",
    "zigzag": "zigzags",
}
FORMS = {
    ("sleeves", "long"): "long sleeves",
    ("sleeves", "short"): "short sleeves",
    ("neck", "V-neck"): "a V-neck",
    ("neck", "crew neck"): "a crew neck",
    ("neck", "turtleneck"): "a turtleneck",
}


@dataclass(frozen=True)
class Change:
    """What is to be otherwise; `done` says whether a product has it so."""

    kind: str
    said: str
    done: Callable[[Product], bool]


def colors(product: Product) -> set[str]:
    return {way.color for way in product.colorways}


def changes(own: Product, others: Sequence[Product]) -> Iterator[Change]:
    """Every change of `own` that one of the products of its kind has made."""
    shapes = [other for other in others if alike(own, other)]
    for color in sorted({c for other in shapes for c in colors(other)} - colors(own)):
        yield Change("colour", color, lambda p, c=color: c in colors(p))
    for stuff in sorted({material(other)[0] for other in shapes} - {material(own)[0]}):
        yield Change("material", stuff, lambda p, s=stuff: material(p)[0] == s)
    for pattern in sorted({other.pattern for other in shapes} - {own.pattern, ""}):
        if not own.pattern:
            yield Change("pattern", pattern, lambda p, n=pattern: p.pattern == n)
    if own.pattern and any(not other.pattern for other in shapes):
        yield Change("without", PATTERN_NOUNS[own.pattern], lambda p: p.pattern != own.pattern)
    for (name, value), said in FORMS.items():
        if own.design.spec.get(name, value) != value:
            yield Change("form", said, lambda p, n=name, v=value: p.design.spec.get(n) == v)


def grade(own: Product, other: Product, change: Change) -> int:
    """3: all else is as it was; 2: the shape is, or all but one thing; 1: the kind is."""
    if other is own or other.kind.key != own.kind.key or not change.done(other):
        return 0
    kept = {
        "form": alike(own, other),
        "colour": bool(colors(own) & colors(other)),
        "material": material(own)[0] == material(other)[0],
        "pattern": other.pattern == (own.pattern if change.kind != "without" else ""),
    }
    kept.pop(change.kind, None)
    missed = sum(not same for same in kept.values())
    if not missed:
        return 3
    return 2 if alike(own, other) or (change.kind == "form" and missed == 1) else 1


def composed_judgements() -> list[dict[str, Any]]:
    """One question of a kind a photo, the photos in turn, at most as many as CHANGES says."""
    everything = products()
    found: list[dict[str, Any]] = []
    for kind, (most, wordings) in CHANGES.items():
        chance = Random(f"composed {kind}")
        lines = [
            line
            for shot in chance.sample(snapshots(), len(snapshots()))
            if (line := question(shot, kind, wordings, chance, everything))
        ]
        found += lines[:most]
    return found


def question(
    shot: Snapshot,
    kind: str,
    wordings: Sequence[str],
    chance: Random,
    everything: Sequence[Product],
) -> dict[str, Any] | None:
    """None where nothing good (2 or 3) answers any change of this kind."""
    possible = [change for change in changes(shot.product, everything) if change.kind == kind]
    for change in chance.sample(possible, len(possible)):
        grades = {
            other.skus(other.colorways[0])[0]: grade(shot.product, other, change)
            for other in everything
        }
        if max(grades.values()) < 2:
            continue
        relevant = {sku: found for sku, found in grades.items() if found}
        text = chance.choice(wordings).format(change.said)
        return {"query": {"photo": shot.name, "text": text}, "kind": kind, "relevant": relevant}
    return None
