"""Questions of which a catalogue's own columns say what is to be counted: "red belts", "belts".

A question's right products have the colour and the category's name that it names. Beside them
stand its kin, which a fair judge counts neither for nor against: a colour or a category whose name
holds the asked one ("Navy Blue" for blue, "Sports Sandals" for sandals).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

Row = Mapping[str, str]
Key = tuple[str, str]  # colour ("" where none is asked), category's name

SEPARATOR = " > "  # of a category's path, as in the columns of an import
SEED = 11
OF_EACH = 120  # questions of one kind
FEWEST = 2  # right products
NO_COLOUR = {"na", "multi", "skin", "metallic", "clear", "natural", "wood"}
TYPE, COLOUR_AND_TYPE, TITLE = "type", "colour and type", "title"


@dataclass(frozen=True)
class Question:
    text: str
    kind: str
    right: frozenset[str]  # SKUs; a product is right with any of its own
    kin: frozenset[str] = frozenset()


def questions(rows: Sequence[Row], of_each: int = OF_EACH) -> list[Question]:
    """At most `of_each` of a kind, the same ones each time."""
    skus: dict[Key, set[str]] = defaultdict(set)
    products: dict[Key, set[str]] = defaultdict(set)
    for row in rows:
        for colour in {"", *colours(row)}:
            skus[colour, type_of(row)].add(row["sku"])
            products[colour, type_of(row)].add(row.get("group") or row["sku"])
    asked = [key for key in skus if says_something(key) and len(products[key]) >= FEWEST]
    found = []
    for kind in (TYPE, COLOUR_AND_TYPE):
        keys = sorted(key for key in asked if bool(key[0]) == (kind == COLOUR_AND_TYPE))
        chosen = Random(SEED).sample(keys, min(of_each, len(keys)))
        found += [
            Question(" ".join(key).strip(), kind, frozenset(skus[key]), kin(key, skus))
            for key in chosen
        ]
    return found + titled(rows, of_each)


def colours(row: Row) -> set[str]:
    """ "Blue/White" is both, and itself."""
    named = row.get("color", "").lower()
    return {named, *re.split(r"\s*[/,]\s*", named)} - {""}


def type_of(row: Row) -> str:
    """Of several categories the first says what it is: "Sofas", of "Furniture > Sofas|Outlet"."""
    first = row.get("category", "").partition("|")[0]
    return first.split(SEPARATOR)[-1].strip().lower()


def says_something(key: Key) -> bool:
    colour, type_ = key
    is_colour = colour not in NO_COLOUR and "/" not in colour
    return bool(type_) and is_colour and not (colour and colour in type_)


def kin(asked: Key, skus: Mapping[Key, set[str]]) -> frozenset[str]:
    """SKUs of colours and types whose names hold the asked ones, without those that are right."""
    near: Iterable[set[str]] = (
        found for key, found in skus.items() if all(map(holds, key, asked)) and key != asked
    )
    return frozenset(set().union(*near) - skus[asked])


def holds(name: str, asked: str) -> bool:
    """Whether `name` is the asked one with more words around it."""
    return not asked or bool(re.search(rf"\b{re.escape(asked)}\b", name))


def titled(rows: Sequence[Row], of_each: int) -> list[Question]:
    """Whole titles; products of one title cannot be told apart by it, each of them is right."""
    skus: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    for row in rows:
        folded = " ".join(row["title"].lower().split())
        titles[folded] = row["title"]
        skus[folded].add(row["sku"])
    chosen = Random(SEED).sample(sorted(skus), min(of_each, len(skus)))
    return [Question(titles[each], TITLE, frozenset(skus[each])) for each in chosen]
