"""Kinds of things that nothing knows for one, and that titles are headed by: "croquettes" (French).

No dictionary has all that is sold. Where a title names the thing first ("Croquettes chien 3 kg") or
last ("Cherry Tomatoes 330 g"), as its language does, the word is what the thing is, and not what
it is for or of: a "Tomato Soup" is a soup.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from catalog.folding import fold
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.names.noun_in_titles import (
    is_written_as_noun,
    stand_together,
    unsaid,
)
from search.understanding.names.title_nouns import TITLED
from search.understanding.names.titles_called import titles_called
from search.understanding.parse import Parse
from search.understanding.shop_words.alternatives import is_used, same
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.gifts import gifts
from search.understanding.words.glossary import describes, is_adjective
from search.understanding.words.grammar import NO_PART, grammar, is_grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

HEADED = 1 / 3  # of the titles with the word; fewer speak of something else
SHORTEST = 3  # letters
PLACES = 2  # of a query that are looked at for the thing


def with_titled_head(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with such a word as its kind, where it has none; by one statement at most."""
    known = parse.vocabulary
    kinds = any(each.kind == "category" for each in found.entities)
    if kinds or found.intents or found.unsold or found.gibberish:
        return found
    word, names = titled_head(found, known)
    if not names:
        return found
    either = [
        (each, named)
        for each in listed_behind(word, found)
        if (named := names_of(each, found, known))
    ]
    words = (word, *(each for each, _names in either))
    names = tuple(dict.fromkeys((*names, *(name for _each, named in either for name in named))))
    typed = " / ".join(map(found.typed, words))
    sure = TITLED if known.stats.is_categorised else 1.0
    kind = Entity("category", word, typed, typed, names=names, confidence=sure)
    return replace(
        found,
        entities=(*found.entities, kind),
        told=(*found.told, *words),
        unknown=tuple(each for each in found.unknown if each not in words),
    )


def titled_head(found: Interpretation, known: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """The word that heads titles, and its names there; no names where none does.

    It is the likeliest, or the next where a title has both: in "Zollstock klappbar" (German) what
    describes the thing stands in its place.
    """
    before = ""
    for word in islice(head_of(found, known), PLACES):
        names = names_of(word, found, known)
        if names and is_head(names, known) and (not before or stand_together(before, names)):
            return word, names
        before = word
    return "", ()


def listed_behind(word: str, found: Interpretation) -> Iterator[str]:
    """The words behind it that an "or" makes kinds as well: "tuner or metronome"."""
    free, parts = set(unsaid(found)), grammar(found.languages or ("en",)).parts
    words = words_of(found.text)
    at = words.index(word) + 1
    while at + 1 < len(words) and "or" in parts.get((words[at],), NO_PART):
        if words[at + 1] not in free:
            return
        yield words[at + 1]
        at += 2


def head_of(found: Interpretation, known: Vocabulary) -> Iterator[str]:
    """The words of the query that would be the thing, the likeliest first: none that describes one,
    nor a present.
    """
    free, own = set(unsaid(found)), lexicon(known.language)
    words = words_of(found.text)
    start = next((i for i, word in enumerate(words) if word in free), len(words))
    run = list(takewhile(lambda word: not is_grammar(word, found.languages), words[start:]))
    # What is counted is the thing where nothing else is: not the "speed" of a "chain 11 speed".
    counted = {word for number, word in pairwise(words) if number.isdecimal()}
    run = [word for word in run if not word.isdecimal() and word not in counted] or run
    while run and run[-1] not in free:  # "Fietskrat blauw" (Dutch): said, wherever it stands
        run.pop()
    for word in run if own and own.head_first else reversed(run):
        if word not in free or word in gifts():
            return
        if not describes(word, known.language) and not is_adjective(word, known.language):
            if len(word) < SHORTEST or not word.isalpha():
                return
            yield word


def names_of(word: str, found: Interpretation, known: Vocabulary) -> tuple[str, ...]:
    forms = [word, *known.titles.written_forms(word), *same(word, known, found.languages)]
    return tuple(each for each in dict.fromkeys(map(fold, forms)) if is_used(each, known))


def is_head(names: tuple[str, ...], known: Vocabulary) -> bool:
    titles, language = titles_called(names), known.language
    called = {tuple(base_form(word, language) for word in words_of(name)) for name in names}
    if not any(is_written_as_noun(word, title, language) for title in titles for word in names):
        return False
    heads = sum(heads_title(called, words_of(title), language) for title in titles)
    return heads > 0 and heads >= HEADED * len(titles)


def heads_title(called: Collection[tuple[str, ...]], title: list[str], language: str) -> bool:
    """Whether the title puts one of the names first, or last before an amount or a small word, as
    its language names things. `called`: base forms.
    """
    own, bases = lexicon(language), tuple(base_form(word, language) for word in title)
    for name in called:
        places = [i for i in range(len(bases)) if bases[i : i + len(name)] == name]
        if own and 0 in places and (own.head_first or own.compounds):
            return True  # what joins words puts all that the thing is of into one: "Tomatensamen"
        if own and own.adjectives and any(are_adjectives(title[:i], language) for i in places):
            return True  # "Ёлочные шары", "Кружка белая" (Russian)
        last = (is_last(title[i + len(name) :], language) for i in places)
        if not (own and own.head_first) and any(last):
            return True
    return False


def are_adjectives(words: list[str], language: str) -> bool:
    return all(is_adjective(word, language) for word in words)


def is_last(behind: list[str], language: str) -> bool:
    """Whether what stands behind a word of a title leaves it the thing: nothing, or no noun."""
    return not behind or not behind[0].isalpha() or is_grammar(behind[0], (language,))
