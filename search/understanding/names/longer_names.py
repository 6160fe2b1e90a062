"""Titles that say on from what alone titles call a kind: "Milk Chocolate" is no milk.

English puts the thing last, so that a thing right behind the noun is what the title sells. In other
languages what a thing is for tells as much: "Pedestal para microfone" (Portuguese) is a stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.names.noun_in_titles import is_by_titles, title_noun, unsaid
from search.understanding.names.product_types import thing_nouns
from search.understanding.names.titles_called import titles_called
from search.understanding.parse import Parse
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

HYPHENED = re.compile(r"([^\W\d_]{2,})-([^\W\d_]+)")
OF_ANY_SIZE = frozenset(
    ["mini", "micro", "midi", "maxi", "mega", "super", "ultra", "demi", "semi", "multi"]
)
OF_THEM = frozenset(("set", "pack", "kit", "bundle", "assortment"))  # of screws, that are screws


def without_longer_names(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, its noun no more met by such titles; by one statement, in a shop of English.

    Where nothing else tells which: a "hello kitty" is met by a backpack as well, and what is said
    beside a "cat grass" leaves few of what is no grass.
    """
    known = parse.vocabulary
    noun = title_noun(found)
    told = found.modifiers or found.forms or unsaid(found)
    if noun is None or told or known.language != "en" or found.intents:
        return found
    if words_of(found.text)[-1:] != words_of(noun.words)[-1:]:
        return found  # which says on itself: a "dinner set"
    titles = titles_called(noun.names)
    longer = {phrase for title in titles for phrase in longer_names(noun, title)}
    asked = {f"{a} {b}" for a, b in pairwise(map(base_form, words_of(found.text)))}
    return but_called(longer - asked, noun, found)


def without_what_is_for_it(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, its kind no more met by titles of what is for such a thing; by one statement.

    A "porte-savon" (French) is no soap either. Not where more titles say so than not: what is for
    a "piscina" (Spanish) may be all there is.
    English full text has no "for".
    """
    known = parse.vocabulary
    kinds = [each for each in found.entities if each.kind == "category" and is_by_titles(each)]
    if len(kinds) != 1 or found.intents or not for_words(known.language):
        return found
    [kind], titles = kinds, titles_called(kinds[0].names)
    led = [phrases for title in titles if (phrases := [*led_to(kind, title, known.language)])]
    if not led or len(led) * 2 > len(titles):
        return found
    asked = {f"{a} {b}" for a, b in pairwise(words_of(found.text))}
    return but_called({phrase for phrases in led for phrase in phrases} - asked, kind, found)


def but_called(phrases: Collection[str], kind: Entity, found: Interpretation) -> Interpretation:
    """`found`, its kind no more met by titles that say one of the phrases."""
    others = (*kind.others, *sorted(phrases))
    entities = (replace(each, others=others) if each is kind else each for each in found.entities)
    return replace(found, entities=tuple(entities))


def led_to(kind: Entity, title: str, language: str) -> Iterator[str]:
    """What the title has of a "for" and the kind behind it: "para microfone".

    Or of what a hyphen joins to it, in languages that put the thing first: "après-shampooing".
    """
    names = {base_form(words_of(name)[-1], language) for name in kind.names if words_of(name)}
    for before, word in pairwise(words_of(title)):
        if base_form(word, language) in names and before in for_words(language):
            yield f"{before} {word}"
    own = lexicon(language)
    for before, word in HYPHENED.findall(fold(title)) if own and own.head_first else ():
        if base_form(word, language) in names and before not in OF_ANY_SIZE:
            yield f"{before} {word}"


@cache
def for_words(language: str) -> frozenset[str]:
    """Those that full text has: English ones are none of its words."""
    known = lexicon(language) if language != "en" else None
    return frozenset(map(fold, listed(known.grammar.get("for", "")))) if known else frozenset()


def longer_names(noun: Entity, title: str) -> Iterator[str]:
    """The noun and the thing behind it, of a title that ends in no noun of its own."""
    names = {base_form(words_of(name)[-1]) for name in noun.names if words_of(name)}
    bases = [base_form(word) for word in words_of(title)]
    for word, behind in pairwise(bases):
        if word in names and behind not in names | OF_THEM and behind in thing_nouns("en"):
            yield f"{word} {behind}"
