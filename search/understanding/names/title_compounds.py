"""What the shop's titles say right before the name of a kind: a "coffee table", "running shoes".

No dictionary has them all, and a shop that writes "coffee table" on some of its tables says of the
others that they are none. Where no title has the two words together, the word is left to meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.parse import Parse
from search.understanding.said import said
from search.understanding.words.grammar import is_grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of
from search.understanding.words.units import is_amount

SHORTEST_PART = 3  # letters: "t shirt" is a name


def with_compounds(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with such words as modifiers, in a shop that writes English."""
    if parse.vocabulary.language != "en" or found.intents:
        return found
    phrases = {
        f"{word} {name}": (word, kind) for word, kind in before_kinds(found) for name in kind.names
    }
    told = said(phrases, in_titles=True)
    called = dict(pair for phrase, pair in phrases.items() if phrase in told)
    named = (modifier_of(word, kind, found) for word, kind in called.items())
    more = tuple(each for each in named if each.key not in parse.off)
    return replace(found, modifiers=(*found.modifiers, *more)) if more else found


def with_wholes(found: Interpretation, _parse: Parse) -> Interpretation:
    """`found`, where "wrapping paper" is what a title calls so in whatever category.

    The shop may file it with the gifts, and not with what it calls paper.
    """
    nouns = {
        name: each.words
        for each in found.modifiers
        for name in each.names
        if not each.preferred and name.isalpha()
    }
    if not nouns:
        return found
    return replace(found, entities=tuple(whole(each, nouns) for each in found.entities))


def whole(entity: Entity, nouns: Mapping[str, str]) -> Entity:
    """With what titles call so; `nouns`: by which words of the query each was said.

    A "regenbroek" (Dutch) says both by itself.
    """
    if entity.kind != "category" or not entity.values:
        return entity
    called = (
        [noun] if said == entity.words else [f"{noun} {name}" for name in entity.names]
        for noun, said in nouns.items()
    )
    return replace(entity, wholes=(*entity.wholes, *(each for some in called for each in some)))


def before_kinds(found: Interpretation) -> Iterator[tuple[str, Entity]]:
    """Words that nothing explains, each with the kind whose name it stands before."""
    entities = (*found.entities, *found.forms, *found.modifiers)
    explained = {word for each in entities for word in words_of(each.words)}
    explained |= {word for each in found.entities for word in in_english(each, found)}
    words = words_of(found.text)
    for each in found.entities:
        if each.kind != "category":
            continue
        heads = {base_form(name) for name in each.names}
        for before, word, head in zip(["", *words], words, words[1:], strict=False):
            plain = len(word) >= SHORTEST_PART and word.isalpha() and word not in explained
            named = plain and not is_amount(before, word) and not is_grammar(word, found.languages)
            if named and base_form(head) in heads:
                yield word, each


def in_english(said: Entity, found: Interpretation) -> Iterator[str]:
    """The words by which the text says a quality that was asked for in another language.

    Not of a kind: a "Couchtisch" (German) is a coffee table, and not whatever is a table.
    """
    if said.kind != "category":
        typed = words_of(said.words)
        told = (english for word, english in found.translations if word in typed)
        yield from (word for english in told for word in words_of(english))


def modifier_of(word: str, kind: Entity, found: Interpretation) -> Entity:
    """Said by the word, or by one of another language that says both: "Couchtisch" (German)."""
    spoken = [own for own, english in found.translations if word in words_of(english)]
    typed = kind.words if fold(kind.words) in spoken else next(iter(spoken), word)
    return Entity(MODIFIER, word, typed, typed, names=(word,))
