"""Things that shops sell, whether this one does or not: who asks for one can be told there is none.

They are listed in the lexicons, as single words in the singular, for `base_form`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count, takewhile

from catalog.folding import fold
from search.understanding.lexicon import lexicon
from search.understanding.parse import Parse
from search.understanding.shop_words.alternatives import compounds_of
from search.understanding.shop_words.compounds import joining
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words import genders
from search.understanding.words.dictionary import english_things
from search.understanding.words.dictionary import things as things_of
from search.understanding.words.gifts import gifts
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

ASIDE = frozenset({"for", "with", "place", "mine"})


@cache
def listed_things(language: str) -> frozenset[str]:
    """As they are written, folded."""
    known = lexicon(language)
    return frozenset(fold(known.products).split()) if known else frozenset()


@cache
def known_things(language: str) -> frozenset[str]:
    return frozenset(base_form(word, language) for word in listed_things(language))


@cache
def accessories(language: str) -> tuple[str, ...]:
    """What belongs to the thing that stands before it in a title; of a shop in that language."""
    known = lexicon(language) or lexicon("en")
    return tuple((known.accessories if known else "").split()) or ("accessory",)


@cache
def thing_nouns(language: str) -> frozenset[str]:
    """What is a thing, whoever sells it; what is a present may be anything."""
    known = lexicon(language)
    anything = fold(f"{known.gifts}, {known.purposes}").replace(",", " ").split() if known else ()
    named = {base_form(fold(word), language) for word in dictionary_things(language)}
    return (known_things(language) | named) - {base_form(word, language) for word in anything}


def dictionary_things(language: str) -> Iterator[str]:
    if language == "en":
        listed = iter(english_things())
    else:
        listed = (word for word, _english in things_of(language))
    return (word for word in listed if " " not in word)


def things(parse: Parse) -> list[int]:
    """The tokens that are such a thing, which the shop has no name for, and that are asked for.

    One pass over the tokens: whether something is only spoken of ("stand for my guitar") is
    carried along from the preposition that says so.
    """
    found, aside = [], False
    for i in range(len(parse.tokens)):
        if is_thing(parse, i) and not aside:
            found.append(i)
        if not (parse.unknown(i) or parse.plays(i) & {"article", "adjective", "shade"}):
            looked_for = "for" in parse.plays(i) and parse.plays(i - 1) == {"small"}
            aside = not looked_for and not parse.plays(i).isdisjoint(ASIDE)
    return found


def is_thing(parse: Parse, i: int) -> bool:
    if i in parse.aside or not parse.unknown(i):
        return False
    text = parse.tokens[i].text
    if any(base_form(text, code) in known_things(code) for code in parse.languages):
        return True
    english, known = parse.english.get(i, ""), parse.dictionary
    if known is not None and (text,) not in known.exact:
        english = " ".join(words_of(english)[-1:])  # a "Ledergürtel" (German) is a belt
    return base_form(english) in known_things("en")


def find_unsold(parse: Parse) -> None:
    """ "Guitar strap" in a shop without; a "guitar bag" is a bag, where the shop has bags."""
    if any(parse.categories()):
        return
    end = 0
    for i in things(parse):
        said = dict.fromkeys((parse.english.get(i) or "", parse.tokens[i].text))
        sold = any(is_sold(each, parse.vocabulary, parse.languages) for each in said if each)
        if i >= end and not sold and is_told_by_titles(parse, i):
            end = end_of(parse, i)
            parse.unsold.append(parse.words(start_of(parse, i), end))


def is_told_by_titles(parse: Parse, i: int) -> bool:
    """Whether titles would say it: not where they are in another language than the word."""
    own = parse.vocabulary.language
    if own == "en" and parse.english.get(i):
        return True
    listed = base_form(parse.tokens[i].text, own) in known_things(own)
    return listed and parse.vocabulary.speaks_its_language


def start_of(parse: Parse, i: int) -> int:
    """With the letter before it: a "t-shirt" is no shirt."""
    letter = i > 0 and parse.free(i - 1) and len(parse.tokens[i - 1].text) == 1
    return i - (letter and parse.tokens[i - 1].text.isalpha() and not parse.plays(i - 1))


def end_of(parse: Parse, i: int) -> int:
    """With the word behind it, which in English is what the thing is: a "guitar strap", no "gift".

    Of a phrase that is translated as one ("gafas de sol") with all of it.
    """
    if parse.english.get(i):
        silent = takewhile(lambda end: parse.english.get(end) == "", count(i + 1))
        return i + 1 + sum(1 for _ in silent)
    follows = parse.unknown(i + 1) and "adjective" not in parse.plays(i + 1)
    return i + 1 + (follows and not is_for_whom(parse, i + 1))


def is_for_whom(parse: Parse, i: int) -> bool:
    """ "Ski gloves kids": said of a thing, or a present, and no part of its name."""
    word = parse.tokens[i].text
    return word in gifts() or genders.is_of_people(word, parse.languages)


def is_sold(word: str, vocabulary: Vocabulary, languages: tuple[str, ...]) -> bool:
    """Whether a title or a name of the shop has the word, or one that means the same or ends in it.

    Who has a "Fahrradhelm" (German), has a "Helm"; and a "paint brush" is a paintbrush.
    """
    if vocabulary.titles.halves(word) or compounds_of(word, vocabulary, joining(languages)):
        return True
    spoken = (*languages, vocabulary.language)
    same = (other for code in spoken for other in vocabulary.lending(code).same([word], spoken))
    keys = [vocabulary.key(word.split()), *(vocabulary.key(fold(other).split()) for other in same)]
    return any(all(part in vocabulary.used for part in key) for key in keys)
