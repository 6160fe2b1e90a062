"""Other words of the shop for a word of the query: what the words retriever may match as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from catalog.folding import fold
from search.understanding.lexicon import Lexicon
from search.understanding.shop_words.compounds import joining
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.inflection import base_form
from search.understanding.words.measures import spellings
from search.understanding.words.tokens import words_of

TERM = re.compile(r"\w[\w.'-]*")  # as the words retriever parts a text
SHORTEST_END = 4  # letters of the end of a compound
MOST_COMPOUNDS = 12
LONGEST_PHRASE = 4  # words of a query that a synonym may stand for


def alternatives(
    text: str, vocabulary: Vocabulary, languages: Iterable[str] = ()
) -> dict[str, tuple[str, ...]]:
    """Folded word of `text` -> words that mean the same and that this shop uses.

    `alternatives("grey couch", ...)` is `{"couch": ("sofas", "sofa")}` in a shop of sofas. What is
    joined in the text and parted in titles ("wifi", "Wi-Fi"), or the other way round, is the same.
    """
    codes = tuple(dict.fromkeys((*languages, vocabulary.language)))
    terms = list(dict.fromkeys(TERM.findall(fold(text))))
    found: dict[str, list[str]] = {term: same(term, vocabulary, codes) for term in terms}
    triples = zip(terms, terms[1:], terms[2:], strict=False)
    sides = (each for each in triples if each[1] == "x")  # "40 x 80"
    for parts in (*pairwise(terms), *sides):
        if "".join(parts) in vocabulary.stats.words:
            for part in parts:
                found[part].append("".join(parts))
    for phrase in phrases(terms):
        for others in (vocabulary.lending(code).same(phrase, ()) for code in codes):
            for term in phrase:
                found[term] += others
    used = {
        term: [fold(each) for each in others if is_used(each, vocabulary)]
        for term, others in found.items()
    }
    spelt = {term: [*others, *parted_amount(term, vocabulary)] for term, others in used.items()}
    return {term: tuple(dict.fromkeys(others)) for term, others in spelt.items() if others}


def parted_amount(term: str, vocabulary: Vocabulary) -> list[str]:
    """ "5l" as titles may write it: "5 l"; "40x80": "40 x 80"."""
    parts = spellings(term)[-1].split()
    numbers = [part for part in parts if part[0].isdigit()]
    amount = len(parts) in (2, 3) and parts[0].isdigit() and term not in vocabulary.stats.words
    return [" ".join(parts)] if amount and vocabulary.stats.words.keys() >= {*numbers} else []


def phrases(terms: list[str]) -> Iterator[list[str]]:
    """Runs of two and more terms: a synonym of the whole run is as good as each of its words."""
    for length in range(2, LONGEST_PHRASE + 1):
        for start in range(len(terms) - length + 1):
            yield terms[start : start + length]


def same(term: str, vocabulary: Vocabulary, languages: tuple[str, ...]) -> list[str]:
    """The shop's own names for it, the words of its synonym groups, and how titles join words."""
    words = words_of(term)
    lent = [fold(each.label) for each in vocabulary.meanings(words, languages) if not each.own]
    own = [] if any(":" in label for label in lent) else lent
    synonyms = [
        other for code in languages for other in vocabulary.lending(code).same(words, languages)
    ]
    halves = vocabulary.titles.halves(term)
    joined = compounds_of(term, vocabulary, joining(languages))
    parts = [" ".join(halves)] if halves else []
    return [*own, *vocabulary.titles.forms_of(term), *synonyms, *parts, *joined]


def compounds_of(term: str, vocabulary: Vocabulary, joining: Iterable[Lexicon]) -> list[str]:
    """Words of titles that end in it: "Damenschuhe" for "Schuhe", "Esstisch" for "Tische" too.

    The commonest first; `joining`: the languages that join words.
    """
    ends = {form for known in joining for form in (term, base_form(term, known.language))}
    longer = {
        word
        for end in ends
        if len(end) >= SHORTEST_END
        for word in vocabulary.titles.ending_in(end)
        if word not in ends
    }
    return sorted(longer, key=lambda word: (-vocabulary.stats.words[word], word))[:MOST_COMPOUNDS]


def is_used(phrase: str, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.key([word])[0] in vocabulary.used for word in words_of(phrase))
