"""What titles call by a kind and what it is of, and sell elsewhere: "sac de couchage", no "sac".

French, Spanish, Italian and Portuguese name other things by the head of a kind's name and what
follows it, be it with a small word between or right behind ("huile essentielle"). Japanese, Chinese
and Thai write both as one: a "リップクリーム" is no cream of the face. Where titles have the whole
phrase, and none of the kind's own, the phrase is the kind.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from catalog.bigrams import IN_UNSPACED
from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.names.noun_in_titles import is_by_titles
from search.understanding.names.title_nouns import TITLED
from search.understanding.parse import Parse
from search.understanding.said import said, titled
from search.understanding.words.grammar import grammar, is_grammar
from search.understanding.words.tokens import words_of

LINKING = {"of", "for"}  # "sac de couchage", "poêle à bois"


def with_whole_phrase(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, its kind exchanged for the phrase; by two statements, where there is a phrase."""
    known = parse.vocabulary
    own = lexicon(known.language)
    kinds = [each for each in found.entities if each.kind == "category" and each.values]
    if not own or found.intents or len({each.span for each in kinds}) != 1:
        return found
    phrase = joined(kinds[0], found, head_first=own.head_first)
    if own.head_first and not phrase:
        phrase = phrase_of(kinds[0], found, known.language)
    if not phrase or not said([phrase], in_titles=True):
        return found
    if titled([phrase], kinds):
        return found
    called = Entity(
        "category", phrase, phrase, phrase, span=kinds[0].span, names=(phrase,), confidence=TITLED
    )
    others = (each for each in found.entities if each not in kinds)
    return replace(found, entities=(called, *others))


def joined(kind: Entity, found: Interpretation, *, head_first: bool) -> str:
    """The kind with the word that it is written as one with, in scripts without spaces."""
    if not IN_UNSPACED.search(kind.words):
        return ""
    words, head = words_of(found.text), fold(kind.words)
    told = {word for each in found.entities if each is not kind for word in words_of(each.words)}
    pairs = ((b, a) if head_first else (a, b) for a, b in pairwise(words))
    wholes = (
        head + word if head_first else word + head
        for word, noun in pairs
        if fold(noun) == head and word not in told
    )
    return next((each for each in wholes if each in fold(found.text)), "")


def phrase_of(kind: Entity, found: Interpretation, language: str) -> str:
    """The kind with the word that a small one links to it, where nothing else says that word.

    Or with the word right behind it, where titles call other things by the kind's name as well.
    """
    words, head = words_of(found.text), words_of(kind.words)
    start = next((i for i in range(len(words)) if words[i : i + len(head)] == head), -1)
    end = start + len(head)
    if start < 0 or len(words) <= end:
        return ""
    told = {word for each in found.entities if each is not kind for word in words_of(each.words)}
    links = grammar((language,)).parts.get((words[end],), frozenset()) & LINKING
    end += bool(links)
    behind = words[end] if end < len(words) else ""
    beside = behind.isalpha() and not is_grammar(behind, (language,))
    called = links or (beside and is_by_titles(kind))
    return " ".join(words[start : end + 1]) if called and behind and behind not in told else ""
