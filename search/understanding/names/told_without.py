"""Of what must not be: products that say so, where no other of the kind says that it has it.

Of office chairs "without arms" those that speak of none have none, as others are "with arms". But
no toothpaste says that there is fluoride in it: those "without fluoride" are those that say so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from catalog.denials import denials_of
from catalog.folding import fold
from search import sql
from search.full_text import TITLE, tsquery
from search.query import Entity, Interpretation
from search.understanding.names.noun_in_titles import title_noun
from search.understanding.names.words_of_noun import BY_KIND, BY_TITLE
from search.understanding.parse import Parse


def with_told_without(found: Interpretation, _parse: Parse) -> Interpretation:
    """`found`, whose preference for what says so is a condition there; by one statement."""
    denials = {each.words: each for each in found.modifiers if is_denial(each)}
    noun = title_noun(found)
    kinds = [value for each in found.entities if each.kind == "category" for value in each.values]
    if not denials or not (noun or kinds) or found.intents:
        return found
    alone = set(told_alone(denials, noun, kinds))
    labels = {each.value: each.label for each in found.entities if each.kind == "not"}
    modifiers = (
        replace(each, preferred=False, label=labels.get(each.words, each.label))
        if each.words in alone and is_denial(each)
        else each
        for each in found.modifiers
    )
    return replace(found, modifiers=tuple(modifiers)) if alone else found


def is_denial(entity: Entity) -> bool:
    return entity.preferred and entity.names[:1] == tuple(denials_of(fold(entity.words))[:1])


def told_alone(
    words: Collection[str], noun: Entity | None, kinds: Collection[str]
) -> Iterator[str]:
    """Those that some of the kind say they are without, and none that it has."""
    denied = [tsquery(denials_of(word)) for word in words]
    asked = {
        "words": list(words),
        "titled": denied,
        "said": [f"{tsquery([word])} & !{no}" for word, no in zip(words, denied, strict=True)],
        "kept": denied,
        "noun": tsquery(noun.names, TITLE) if noun else "",
        "kinds": list(kinds),
    }
    for word, _products, without, having, _kept in sql.rows(BY_TITLE if noun else BY_KIND, asked):
        if without and not having:
            yield word
