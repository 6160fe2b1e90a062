"""Amounts that no column has and texts say: a "pen 0.5 mm" is what a title calls so.

As with other words that tell which of a kind, a product meets one where its words say it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.parse import Parse
from search.understanding.said import said
from search.understanding.words.grammar import Grammar, grammar
from search.understanding.words.measures import equal_amounts, spellings
from search.understanding.words.tokens import words_of

# The "six" of "a bowl for six" may be said of anything, and then it is no amount of people.
WITH_DIGITS = re.compile(r"\d")
SIDE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:mm|cm)", re.I)
SYSTEMS = frozenset(("eu", "eur", "uk", "us"))  # a size 6 is none of the US
WHOLE_FIRST = re.compile(r"(\d+)\s*[x×]\s*(?=\d)", re.I)


def with_amounts_in_texts(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with what texts say as modifiers; only what nothing says is left unstated.

    An attribute may measure something else (what a parcel weighs): what titles of the kind say
    themselves is asked of them, and no more said to be missing. By one statement at most for
    either, and none where there is no such amount.
    """
    missing = {each.words: each for each in found.notices if each.kind == "amount"}
    kinds = {value for each in found.entities if each.kind == "category" for value in each.values}
    known = grammar(found.languages)
    told = in_texts(found.unstated, known)
    told |= in_texts(missing, known, in_titles=True, kinds=kinds) if kinds else {}
    measured = (each for each in told if WITH_DIGITS.search(each) or sized(each, known))
    asked = (Entity(MODIFIER, amount, amount, amount, names=told[amount]) for amount in measured)
    settled = [notice for amount, notice in missing.items() if amount in told]
    return replace(
        found,
        unstated=tuple(amount for amount in found.unstated if amount not in told),
        modifiers=(*found.modifiers, *(each for each in asked if each.key not in parse.off)),
        notices=tuple(each for each in found.notices if each not in settled),
    )


def in_texts(
    amounts: Iterable[str],
    known: Grammar,
    *,
    in_titles: bool = False,
    kinds: Collection[str] = (),
) -> dict[str, tuple[str, ...]]:
    """The amounts that texts say, each with the forms in which they do."""
    spelt = {form: amount for amount in amounts for form in sized(amount, known) or forms(amount)}
    there = said(spelt, in_titles=in_titles, kinds=kinds) if spelt else set()
    told: dict[str, tuple[str, ...]] = {}
    for form in filter(there.__contains__, spelt):
        told[spelt[form]] = (*told.get(spelt[form], ()), fold(form))
    return told


def forms(amount: str) -> tuple[str, ...]:
    """How texts may say it: in its own unit, in others, and as one side of a thing or its first."""
    equal = (form for other in equal_amounts(amount) for form in spellings(other))
    sides = (form for other in beside_another(amount) for form in spellings(other))
    return tuple(dict.fromkeys((*spellings(amount), *equal, *sides)))


def beside_another(amount: str) -> list[str]:
    """ "8 mm" is a side of "8 x 40 mm" and of "3 x 8"; "4x40" is "4,0 x 40"."""
    if side := SIDE.fullmatch(amount):
        return [f"{side[1]} x", f"x {side[1]}"]
    first = WHOLE_FIRST.match(amount)
    return [f"{first[1]},0 x {amount[first.end() :]}"] if first else []


def sized(amount: str, known: Grammar) -> tuple[str, ...]:
    """ "Größe 6" (German) as texts may say it: "Gr. 6", "size 6"; () for what is no size."""
    *name, size = words_of(amount)
    parts = known.parts
    if "size" not in parts.get(tuple(name), ()):
        return ()
    single = (words[0] for words in parts if len(words) == 1 and parts[words] == {"size"})
    named = (word for word in single if word not in SYSTEMS)
    return tuple(f"{word} {size}" for word in dict.fromkeys((*name[-1:], *named)))
