"""`interpret`: from the words of a shopper to entities, without a database or a language model."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from search.query import Correction, Interpretation
from search.understanding.amounts.prices import find_prices
from search.understanding.amounts.quantity_linking import find_quantities
from search.understanding.amounts.sides import find_sides
from search.understanding.amounts.sizes import find_sizes
from search.understanding.amounts.unstated import unstated_amounts
from search.understanding.choices import join_choices
from search.understanding.entities import add_names, entities, find_only
from search.understanding.exclusion.denials import denials
from search.understanding.exclusion.negations import find_negations
from search.understanding.exclusion.plain import find_plain
from search.understanding.intents import intents, parted
from search.understanding.languages import languages_of
from search.understanding.names.entity_linking import find_names
from search.understanding.names.forms import forms
from search.understanding.names.modifiers import modifiers
from search.understanding.names.needs import find_need
from search.understanding.names.product_types import find_unsold
from search.understanding.names.recipients import find_recipients
from search.understanding.names.title_nouns import find_title_noun
from search.understanding.offers import find_offers
from search.understanding.order import find_order
from search.understanding.parse import Parse
from search.understanding.preferences import find_preferences
from search.understanding.residual_query import (
    remaining_as_typed,
    remaining_text,
    told_by,
    without_quotes,
)
from search.understanding.shop_words.stretches import parted_by_names
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.spelling.correction import corrected
from search.understanding.spelling.mistakes import is_gibberish
from search.understanding.unknown_words import unknown_words
from search.understanding.words.emoji import shown_by
from search.understanding.words.tokens import tokens

ALL = "all"  # switches everything off: the words are searched as typed
SPELLING = "correction"  # switches the correction off
INTENTS = "wishes"  # takes the words for one intent, however many things they name
MOST_TOKENS = 40  # of a query that are understood; what follows is searched as typed

# In this order: what was found earlier is not looked at again.
STEPS = (
    find_names,
    find_negations,
    find_only,
    find_order,
    find_plain,
    find_quantities,
    find_sides,
    find_prices,
    find_sizes,
    find_offers,
    find_need,
    find_recipients,
    find_title_noun,
)


def interpret(text: str, vocabulary: Vocabulary, off: Iterable[str] = ()) -> Interpretation:
    """What `text` asks for, in the shop's own terms; `off` are keys of entities not to make.

    Price, size, stock and what must not be are conditions: who says them, means them. Colour,
    category, brand, material, gender and attributes are preferences, because catalogues fill them
    in unevenly and the neighbour of what was asked for often sells; "only" makes a condition of
    them.
    """
    return interpretation(read(text, vocabulary, off), text)


def read(text: str, vocabulary: Vocabulary, off: Iterable[str] = ()) -> Parse:
    """The query with all that was found in it; with ALL among `off`, its bare tokens."""
    switched_off = frozenset(off)
    if not switched_off & {ALL, SPELLING} and (named := sold_by_emoji(text, vocabulary)):
        return read(named, vocabulary, off)
    meant = text
    typed = parted_by_names(tokens(text), vocabulary)[:MOST_TOKENS]
    languages = languages_of(typed, vocabulary, spoken(vocabulary))
    if not switched_off & {ALL, SPELLING}:
        meant = corrected(text, typed, vocabulary, languages)
        typed = parted_by_names(tokens(meant), vocabulary)[:MOST_TOKENS]
        if meant != text:  # a mistake may have looked like a word of another language
            languages = languages_of(typed, vocabulary, spoken(vocabulary))
    parse = Parse(meant, typed, vocabulary, languages, switched_off)
    if ALL in switched_off:
        return parse
    for step in STEPS:
        step(parse)
    return parse


def sold_by_emoji(text: str, vocabulary: Vocabulary) -> str:
    """What a lone emoji shows, by the first of its names that the shop has as a kind of thing."""
    kinds = (name for name in shown_by(text) if any(read(name, vocabulary).categories()))
    return next(kinds, "")


def spoken(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The languages of the page and of the shop."""
    return tuple(dict.fromkeys([(get_language() or "en")[:2], vocabulary.language]))


def interpretation(parse: Parse, typed: str) -> Interpretation:
    nonsense = is_gibberish(parse.tokens, parse.vocabulary, parse.languages)
    if ALL in parse.off:
        return Interpretation(text=typed.strip(), gibberish=nonsense, languages=parse.languages)
    several = () if INTENTS in parse.off else intents(parse)
    if not several:
        find_unsold(parse)
    add_names(parse)
    join_choices(parse)
    find_preferences(parse)
    found = entities(parse)
    return Interpretation(
        text=remaining_text(parse),
        told=told_by(parse, found),
        original=remaining_as_typed(parse),
        translations=translations(parse),
        entities=found,
        correction=Correction(typed, parse.text) if parse.text != typed else None,
        gibberish=nonsense,
        excluded=tuple(dict.fromkeys(parse.excluded)),
        phrases=phrases(parse),
        intents=several,
        unknown=unknown_words(parse),
        unjudged=tuple(dict.fromkeys(parse.unjudged)),
        unsold=() if several else tuple(parse.unsold),
        forms=() if several else forms(parse),
        modifiers=() if several else (*modifiers(parse), *denials(parse)),
        unstated=() if several else unstated_amounts(parse),
        languages=parse.languages,
        notices=() if several else tuple(parse.notices),
    )


def translations(parse: Parse) -> tuple[tuple[str, str], ...]:
    return tuple((parse.tokens[i].text, english) for i, english in parse.english.items() if english)


def phrases(parse: Parse) -> tuple[str, ...]:
    """What is "in quotes", but for what must not be."""
    return tuple(
        without_quotes(token.typed)
        for i, token in enumerate(parse.tokens)
        if token.kind == "phrase" and i not in parse.dropped
    )


def intent_spans(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where in `text`, as it was typed, each intent begins and ends; one where there is but one."""
    parse = read(text, vocabulary)
    typed = tokens(text)
    parts = parted(parse)
    if len(parts) < 2:
        return [(0, len(text))]
    ends = [*(end for _start, end in parts[:-1]), len(typed)]
    return [
        (typed[start].start, typed[end - 1].end)
        for (start, _end), end in zip(parts, ends, strict=True)
    ]
