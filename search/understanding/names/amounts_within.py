"""Amounts with a bound that titles alone state: "tv over 50 inch", "puzzle over 200 pieces".

What titles of the kind say is read number by number, and those within are asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from catalog.folding import fold
from search import sql
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.names.titles_called import titles_called
from search.understanding.parse import Bound, Parse
from search.understanding.said import OF_KINDS
from search.understanding.shop_words.stated_amounts import bare
from search.understanding.words.inflection import base_form
from search.understanding.words.measures import measure
from search.understanding.words.tokens import decimal

READ = 1_000  # titles of a category
MOST_NAMED = 60  # amounts of titles that are asked for
AMOUNT = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)?)\s*-?\s*([^\W\d_]+)")
CALLED = f"""
    SELECT title FROM catalog_product WHERE active AND {OF_KINDS.format("%s")} LIMIT {READ}"""


def with_amounts_within(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with such amounts as modifiers; by one statement, where there is a bound."""
    kinds = [each for each in found.entities if each.kind == "category"]
    bounds = [each for each in parse.bounds if not is_said(each, parse, found)]
    if not kinds or not bounds or found.intents:
        return found
    titles = titles_of(kinds)
    told = {parse.words(each.start, each.end): within(each, titles, parse) for each in bounds}
    asked = [Entity(MODIFIER, said, said, said, names=names) for said, names in told.items()]
    more = tuple(each for each in asked if each.names and each.key not in parse.off)
    settled = {each.words for each in asked if each.names}
    return replace(
        found,
        unstated=tuple(each for each in found.unstated if each not in settled),
        modifiers=(*found.modifiers, *more),
    )


def is_said(bound: Bound, parse: Parse, found: Interpretation) -> bool:
    """Whether something else was made of its words: a price, a size."""
    start, end = parse.span(bound.start, bound.end)
    return any(start < each.span[1] and each.span[0] < end for each in found.entities)


def titles_of(kinds: Collection[Entity]) -> list[str]:
    """By their categories, or where titles alone name the kind by that."""
    values = [value for each in kinds for value in each.values]
    names = tuple(name for each in kinds for name in each.names)
    if not values:
        return titles_called(names)
    return [title for [title] in sql.rows(CALLED, [values])]


def within(bound: Bound, titles: Collection[str], parse: Parse) -> tuple[str, ...]:
    """As titles write them, the commonest notation first."""
    said = (match for title in titles for match in AMOUNT.finditer(fold(title)))
    met = (match[0] for match in said if meets(bound, match, parse.vocabulary.language))
    return tuple(dict.fromkeys(met))[:MOST_NAMED]


def meets(bound: Bound, said: re.Match[str], language: str) -> bool:
    number = decimal(said[1])
    if number is None:
        return False
    dimension, amount = measure(number, said[2]) or counted(number, said[2], language)
    return dimension == bound.dimension and bound.low <= amount <= bound.high


def counted(number: Decimal, word: str, language: str) -> tuple[str, Decimal]:
    return bare(base_form(word, language)), number
