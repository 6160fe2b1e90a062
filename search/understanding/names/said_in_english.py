"""Things that a shop's titles call by their English name: "Yoga Strap" of a German shop.

Whoever asks for a "Yogagurt" means that. A word of the shop's language that no product has is the
kind by its English, where titles say it.
"""

from __future__ import annotations

from dataclasses import replace

from search.query import Entity, Interpretation
from search.understanding.names.title_nouns import TITLED
from search.understanding.parse import Parse
from search.understanding.said import said
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.glossary import glossary
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of


def with_english_names(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with such a word as its kind, where it has none; by one statement."""
    kinds = any(each.kind == "category" for each in found.entities)
    if kinds or found.intents or not found.unknown:
        return found
    named = {word: name for word in found.unknown if (name := english_of(word, parse.vocabulary))}
    called = said(named.values(), in_titles=True) if named else set[str]()
    word = next((word for word, name in named.items() if name in called), "")
    if not word:
        return found
    typed = found.typed(word)
    kind = Entity(
        "category", named[word], typed, typed, names=(named[word], word), confidence=TITLED
    )
    return replace(
        found,
        entities=(*found.entities, kind),
        told=(*found.told, word),
        unknown=tuple(each for each in found.unknown if each != word),
    )


def english_of(word: str, known: Vocabulary) -> str:
    """Its English, if the shop's titles have all the words of that."""
    own = glossary(known.language)
    english = words_of((own and own.look_up([word])) or "")
    there = (base_form(each, known.language) in known.titles.base_forms for each in english)
    return " ".join(english) if english and all(there) else ""
