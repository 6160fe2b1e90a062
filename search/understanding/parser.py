"""`interpret`: from the words of a shopper to entities, without a database or a language model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.query import Correction, Entity, Interpretation
from search.understanding.entity_linking import find_names
from search.understanding.intents import intents, parted
from search.understanding.missing_colors import find_missing_colors
from search.understanding.negations import find_negations
from search.understanding.parse import Parse
from search.understanding.prices import find_prices
from search.understanding.product_types import find_missing_things
from search.understanding.residual_query import remaining_text, without_quotes
from search.understanding.sizes import find_sizes
from search.understanding.spelling import corrected, is_gibberish
from search.understanding.tokens import tokens
from search.understanding.vocabulary import Vocabulary

ALL = "all"  # switches everything off: the words are searched as typed
SPELLING = "correction"  # switches the correction off
INTENTS = "wishes"  # takes the words for one intent, however many things they name


def interpret(text: str, vocabulary: Vocabulary, off: Iterable[str] = ()) -> Interpretation:
    """What `text` asks for, in the shop's own terms; `off` are keys of entities not to make.

    Price, size, stock and what must not be are conditions: who says them, means them. Colour,
    category, brand, material, gender and attributes are preferences, because catalogues fill them
    in unevenly and the neighbour of what was asked for often sells; "only" makes a condition of
    them.
    """
    switched_off = frozenset(off)
    spoken = {"en", (get_language() or "en")[:2]}
    if ALL in switched_off:
        nonsense = is_gibberish(tokens(text), vocabulary, spoken)
        return Interpretation(text=text.strip(), gibberish=nonsense)
    meant = text
    if SPELLING not in switched_off:
        meant = corrected(text, tokens(text), vocabulary, spoken)
    parse = parsed(meant, vocabulary, switched_off)
    several = () if INTENTS in switched_off else intents(parse)
    if not several:
        find_missing_colors(parse)
        find_missing_things(parse)
    add_names(parse)
    return Interpretation(
        text=remaining_text(parse),
        entities=entities(parse),
        correction=Correction(text, meant) if meant != text else None,
        gibberish=is_gibberish(parse.tokens, vocabulary, spoken),
        excluded=tuple(dict.fromkeys(parse.excluded)),
        phrases=tuple(
            without_quotes(token.typed) for token in parse.tokens if token.kind == "phrase"
        ),
        intents=several,
        notices=() if several else tuple(parse.notices),
    )


def parsed(text: str, vocabulary: Vocabulary, off: frozenset[str] = frozenset()) -> Parse:
    parse = Parse(text, tokens(text), vocabulary, off)
    for find in (find_names, find_negations, find_only, find_prices, find_sizes, find_stock):
        find(parse)
    return parse


def intent_spans(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where in `text`, as it was typed, each intent begins and ends; one where there is but one."""
    typed = tokens(text)
    meant = corrected(text, typed, vocabulary, {"en", (get_language() or "en")[:2]})
    parts = parted(parsed(meant, vocabulary))
    if len(parts) < 2:
        return [(0, len(text))]
    return [(typed[start].start, typed[end - 1].end) for start, end in parts]


def find_only(parse: Parse) -> None:
    """ "only leather", "leather only": the name beside it becomes a condition."""
    for i in range(len(parse.tokens)):
        length = parse.part(i, "only")
        before, after = parse.owner.get(i - 1), parse.owner.get(i + length)
        name = before if after and before and after.kind == "category" else after or before
        if length and name and name.meanings:
            name.hard = True
            parse.dropped.update(range(i, i + length))


def find_stock(parse: Parse) -> None:
    for i in range(len(parse.tokens)):
        length = parse.part(i, "in stock")
        if length:
            entity = Entity("in_stock", "1", parse.words(i, i + length), _("in stock"), True)
            parse.take(entity, i, i + length)


def add_names(parse: Parse) -> None:
    """Names stay in the text: they help the encoder and the words."""
    for name in parse.names:
        if name.negated:
            continue
        words = parse.words(name.start, name.end)
        for meaning in name.meanings:
            entity = Entity(meaning.kind, meaning.value, words, meaning.label, name.hard)
            if entity.key not in parse.off:
                parse.entities.append((name.start, entity))


def entities(parse: Parse) -> tuple[Entity, ...]:
    """In the order of the words, each once.

    In one list of "dress size 2 and shoes" the size is no condition: it is not that of the shoes.
    """
    ordered = [entity for _place, entity in sorted(parse.entities, key=lambda placed: placed[0])]
    if len(parted(parse)) > 1:
        ordered = [
            replace(entity, hard=False) if entity.kind == "size" else entity for entity in ordered
        ]
    return tuple({entity.key: entity for entity in reversed(ordered)}.values())[::-1]
