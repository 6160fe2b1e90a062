"""Sizes and numbers beside what titles alone call a kind of thing: "garden hose 30 m", "sheet 150".

So is a number with what it counts: of "chain 11 speed" those that titles say so.
A category's own sizes are known while a query is read; what a noun of titles is sold by, only the
products tell. Where some that are called so have the size, the others are not meant.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from search import sql
from search.full_text import TITLE, tsquery
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.names.noun_in_titles import title_noun, unsaid
from search.understanding.parse import Parse
from search.understanding.said import said
from search.understanding.words.grammar import NO_PART, grammar, is_grammar
from search.understanding.words.tokens import words_of
from search.understanding.words.units import is_amount

SOLD_IN = """
    SELECT EXISTS (
        SELECT FROM catalog_product product
          JOIN catalog_variant variant ON variant.product_id = product.id
         WHERE product.active AND product.words @@ to_tsquery('english', %(noun)s)
           AND variant.size = ANY(%(sizes)s))"""
CALLED = """
    SELECT EXISTS (
        SELECT FROM catalog_product
         WHERE active AND words @@ (to_tsquery('english', %(noun)s) &&
                                    to_tsquery('english', %(number)s)))"""
COUNTED = {"counted"}
SHORTEST = 2  # digits: a single one is a count of anything


def with_amounts_of_noun(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, whose sizes are a condition where the thing is sold in them; so is a number."""
    if found.intents:
        return found
    noun = title_noun(found)
    if noun and any(is_wish(each) for each in found.entities):
        entities = tuple(
            replace(each, hard=True) if is_wish(each) and is_sold_in(noun, each) else each
            for each in found.entities
        )
        return replace(found, entities=entities)
    return with_number(found, parse.off)


def is_wish(entity: Entity) -> bool:
    return entity.kind == "size" and not entity.hard and not entity.preferred


def is_sold_in(noun: Entity, size: Entity) -> bool:
    asked = {"noun": tsquery(noun.names, TITLE), "sizes": list(size.values or (size.value,))}
    [(sold,)] = sql.rows(SOLD_IN, asked)
    return bool(sold)


def with_number(found: Interpretation, off: Collection[str]) -> Interpretation:
    """A bare number right behind the kind, or with what it counts anywhere, is asked of it where
    titles of the kind have it.
    """
    kinds = [each for each in found.entities if each.kind == "category"]
    kind = kinds[0] if kinds else None
    number = (counted(kind, found) or behind(kind, found)) if kind else ""
    if not number or not is_called(kinds, number):
        return found
    asked = Entity(MODIFIER, number, number, number, names=(number,))
    return found if asked.key in off else replace(found, modifiers=(*found.modifiers, asked))


def behind(kind: Entity, found: Interpretation) -> str:
    words = words_of(found.text)
    called = {words_of(name)[-1] for name in (kind.words, *kind.names) if words_of(name)}
    number = next((after for word, after in pairwise(words) if word in called), "")
    alone = len(number) >= SHORTEST and is_number(number) and number in unsaid(found)
    return number if alone and words[-1] == number else ""


def counted(kind: Entity, found: Interpretation) -> str:
    """A number with the word behind it, be that asked for as well; no amount, nor a kind."""
    told = {word for each in found.modifiers for word in words_of(each.words)}
    free, no_count = set(unsaid(found)) - told, {*words_of(kind.words), *found.unstated}
    parts = grammar(found.languages or ("en",)).parts
    for number, word in pairwise(words_of(found.text)):
        counts = parts.get((word,), NO_PART) == COUNTED  # "pages"
        amount = is_amount(number, word) or (is_grammar(word, found.languages) and not counts)
        if is_number(number) and number in free and word.isalpha() and word not in no_count:
            return "" if amount else f"{number} {word}"
    return ""


def is_number(word: str) -> bool:
    """Or a fraction: a "3/4" violin."""
    return all(part.isdecimal() for part in word.split("/"))


def is_called(kinds: Sequence[Entity], number: str) -> bool:
    """`kinds`: what the same word may mean, each a category or called so by titles alone."""
    if within := [value for each in kinds for value in each.values]:
        return bool(said([number], in_titles=True, kinds=within))
    asked = {"noun": tsquery(kinds[0].names, TITLE), "number": tsquery([number], TITLE)}
    [(called,)] = sql.rows(CALLED, asked)
    return bool(called)
