""" "Something to drink tea from", "a gift for a runner": what is needed names the thing.

Only where no kind of thing is named. Which things serve a need is written down once, in English:
another language comes to it by its dictionary.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed, rows
from search.understanding.names.entity_linking import give_up
from search.understanding.parse import Name, Parse
from search.understanding.shop_words.lending import SYNONYM
from search.understanding.words.gifts import gifts
from search.understanding.words.glossary import adjectives
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Meaning, includes
from search.understanding.words.tokens import words_of
from search.understanding.words.wordlists import everyday


@cache
def things_for() -> dict[str, tuple[str, ...]]:
    """Base form of a word for a need -> the things that serve it, as English names them."""
    known = lexicon("en")
    needs = rows(known.needs).items() if known else ()
    return {base_form(word): things for said, things in needs for word in listed(said)}


def find_need(parse: Parse) -> None:
    """The things that serve it are alternatives; the words around it are no news of their own."""
    start = asking(parse)
    if start is None or any(parse.categories()):
        return
    behind = range(start) if parse.dictionary else ()  # "花を生けるもの": "something" stands last
    told = [i for i in (*range(start + 1, len(parse.tokens)), *behind) if may_tell(parse, i)]
    served = [(need_at(parse, i), i) for i in told if serving(parse, i)]
    if served:
        take(parse, start, min(served, key=lambda each: each[0])[1])


def may_tell(parse: Parse, i: int) -> bool:
    name = parse.owner.get(i)
    return name is None or is_lent_pattern(parse, name)


def take(parse: Parse, start: int, i: int) -> None:
    """What serves the need that token `i` tells of, asked for by "something" at token `start`."""
    meanings, name = serving(parse, i), parse.owner.get(i)
    if name:
        give_up(parse, name)
    parse.own(Name(i, parse.phrase_end(i + 1), meanings))
    around = (j for j in range(min(start, i), len(parse.tokens)) if parse.free(j))
    everyday = [j for j in around if is_everyday(parse, j)]
    parse.explained.update(everyday)
    parse.around_need.update(j for j in everyday if says_no_more(parse, j))


def asking(parse: Parse) -> int | None:
    """Where a "something" or a "gift" stands; else None."""
    found = (
        i
        for i, token in enumerate(parse.tokens)
        if token.text in gifts() or parse.part(i, "something")
    )
    return next(found, None)


def needed(parse: Parse, i: int) -> str:
    """The word for a need that token `i` is or begins with, in English; "" where it is none."""
    said = words_of(parse.english.get(i) or parse.tokens[i].text)
    return next((base for base in map(base_form, said) if base in things_for()), "")


def need_at(parse: Parse, i: int) -> int:
    """How early the need is written down: who drinks tea, drinks, in whatever order it is said."""
    return list(things_for()).index(needed(parse, i))


def serving(parse: Parse, i: int) -> list[Meaning]:
    """The kinds of things of this shop that serve the need that token `i` tells of."""
    if i >= len(parse.tokens) or i in parse.dropped or parse.tokens[i].kind == "phrase":
        return []
    english = parse.english.get(i)
    language = "" if english else "en"
    things = things_for().get(needed(parse, i), ())
    found: list[Meaning] = []
    for thing in things:
        for meaning in parse.vocabulary.meanings(words_of(thing), ("en",)):
            if meaning.kind == "category" and not any(includes(each, meaning) for each in found):
                found.append(replace(meaning, own=False, language=language, confidence=SYNONYM))
    return found


def is_lent_pattern(parse: Parse, name: Name) -> bool:
    """ "Algo para flores" (Spanish) is no floral thing, though "algo con flores" is one."""
    lent = bool(name.meanings) and not name.meanings[0].own and not name.negated
    return lent and name.kind == "attribute" and "with" not in parse.plays(name.start - 1)


def says_no_more(parse: Parse, i: int) -> bool:
    """Of "something small to put flowers in" the "put"; but no vase is as good as a small one."""
    return not parse.plays(i) and parse.english.get(i) not in adjectives()


def is_everyday(parse: Parse, i: int) -> bool:
    return any(everyday(parse.tokens[i].text, code) for code in parse.languages)
