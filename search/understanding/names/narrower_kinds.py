"""A kind that the shop has only a wider category for: its jeans are those that titles call so.

A lexicon says what is a kind of what (`wider`). Where no title of the wider category has a word for
the narrower, whatever is of the wider one is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.parse import Parse
from search.understanding.said import titled
from search.understanding.shop_words.alternatives import is_used
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.meaning import Key
from search.understanding.words.synonyms import key_of, wider
from search.understanding.words.tokens import words_of


def with_narrower_kind(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with the narrower kind as a modifier; by one statement at most."""
    kinds = [each for each in found.entities if each.kind == "category" and each.values]
    if found.intents or len({each.span for each in kinds}) != 1:
        return found  # of "jeans or a skirt" no skirt is called jeans
    if any(each.words in kinds[0].words for each in found.forms):
        return found  # a "maxi dress" is one whose title says no other length
    names = narrower_names(kinds, found, parse.vocabulary)
    if not names or not titled(names, kinds):
        return found
    typed = kinds[0].words
    modifier = Entity(MODIFIER, names[0], typed, typed, span=kinds[0].span, names=names)
    # The category is borne out by its titles: a "bookshelf speaker" beside it is no bookcase.
    entities = tuple(
        replace(each, confidence=1.0) if each in kinds else each for each in found.entities
    )
    return replace(found, entities=entities, modifiers=(*found.modifiers, modifier))


def narrower_names(
    kinds: Sequence[Entity], found: Interpretation, known: Vocabulary
) -> tuple[str, ...]:
    """The words for it that titles may have; none where the shop has a category of it."""
    called = {key_of(each.label, known.language) for each in kinds}
    said = dict.fromkeys((kinds[0].words, *in_english(kinds[0], found)))
    groups = [with_others(word, found, known) for word in said]
    words = [
        word
        for group in groups
        if not narrower().isdisjoint(key_of(each, "en") for each in group)
        and called.isdisjoint(key_of(each, known.language) for each in group)
        for word in group
    ]
    written = (form for word in words for form in (word, *known.titles.written_forms(word)))
    return tuple(form for form in dict.fromkeys(map(fold, written)) if is_used(form, known))


@cache
def narrower() -> frozenset[Key]:
    return frozenset(key_of(word, "en") for word in wider())


def in_english(kind: Entity, found: Interpretation) -> list[str]:
    """What its words are translated by; the first word of a phrase stands for all of it."""
    english = dict(found.translations)
    return [english[word] for word in words_of(fold(kind.words)) if english.get(word)]


def with_others(word: str, found: Interpretation, known: Vocabulary) -> list[str]:
    """The word, and those that mean the same."""
    languages = tuple(dict.fromkeys((*found.languages, "en")))
    others = (known.lending(code).same(words_of(word), languages) for code in languages)
    return [fold(word), *(each for several in others for each in several)]
