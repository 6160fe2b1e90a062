"""Other words of the shop for a word of the query: what the full-text leg may match as well."""

from __future__ import annotations

import re

from catalog.folding import fold
from search.understanding.tokens import words_of
from search.understanding.vocabulary import Vocabulary

TERM = re.compile(r"\w[\w.'-]*")  # as the words leg parts a text


def alternatives(text: str, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Folded word of `text` -> words that mean the same and that this shop uses.

    `alternatives("grey couch", ...)` is `{"couch": ("sofas", "sofa")}` in a shop of sofas.
    """
    found = {}
    for term in dict.fromkeys(TERM.findall(fold(text))):
        others = [other for other in same(term, vocabulary) if is_used(other, vocabulary)]
        if others:
            found[term] = tuple(dict.fromkeys(others))
    return found


def same(term: str, vocabulary: Vocabulary) -> list[str]:
    """The names that the shop itself has for it, then the words of its synonym groups."""
    words = words_of(term)
    lent = [fold(each.label) for each in vocabulary.meanings(words) if not each.own]
    own = [] if any(":" in label for label in lent) else lent
    return [*own, *vocabulary.phrases.synonyms.get(vocabulary.key(words), ())]


def is_used(phrase: str, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.key([word])[0] in vocabulary.used for word in words_of(phrase))
