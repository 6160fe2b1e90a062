"""Titles that say on from what alone titles call a kind: "Milk Chocolate" is no milk.

English puts the thing last, so that a thing right behind the noun is what the title sells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from search.query import Entity, Interpretation
from search.understanding.names.noun_in_titles import title_noun, unsaid
from search.understanding.names.product_types import thing_nouns
from search.understanding.names.titles_called import titles_called
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

OF_THEM = frozenset(("set", "pack", "kit", "bundle", "assortment"))  # of screws, that are screws


def without_longer_names(found: Interpretation, known: Vocabulary) -> Interpretation:
    """`found`, its noun no more met by such titles; by one statement, in a shop of English.

    Where nothing else tells which: a "hello kitty" is met by a backpack as well, and what is said
    beside a "cat grass" leaves few of what is no grass.
    """
    noun = title_noun(found)
    told = found.modifiers or found.forms or unsaid(found)
    if noun is None or told or known.language != "en" or found.intents:
        return found
    if words_of(found.text)[-1:] != words_of(noun.words)[-1:]:
        return found  # which says on itself: a "dinner set"
    titles = titles_called(noun.names)
    longer = {phrase for title in titles for phrase in longer_names(noun, title)}
    asked = {f"{a} {b}" for a, b in pairwise(map(base_form, words_of(found.text)))}
    others = (*noun.others, *sorted(longer - asked))
    entities = (replace(each, others=others) if each is noun else each for each in found.entities)
    return replace(found, entities=tuple(entities))


def longer_names(noun: Entity, title: str) -> Iterator[str]:
    """The noun and the thing behind it, of a title that ends in no noun of its own."""
    names = {base_form(words_of(name)[-1]) for name in noun.names if words_of(name)}
    bases = [base_form(word) for word in words_of(title)]
    for word, behind in pairwise(bases):
        if word in names and behind not in names | OF_THEM and behind in thing_nouns("en"):
            yield f"{word} {behind}"
