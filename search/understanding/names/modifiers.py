"""Nouns that say which of a kind: a "dog bed", a "garden chair", a "robe de mariée" (French).

No column has them. A product meets one where its words say it: a bed that says nothing of dogs is
no dog bed, however many beds the shop has. What describes a thing ("comfy") is left to its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from catalog.folding import fold
from search.query import Entity
from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.names.imitations import imitation_at
from search.understanding.names.product_types import thing_nouns
from search.understanding.names.small_words import is_grammatical
from search.understanding.names.words_beside import (
    one_of_two,
    titled_forms,
    titles_with,
    words_beside,
)
from search.understanding.parse import Parse
from search.understanding.shop_words.alternatives import same
from search.understanding.shop_words.compounds import first_words
from search.understanding.words import dictionary
from search.understanding.words.gifts import gifts
from search.understanding.words.grammar import DESCRIBING
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Meaning
from search.understanding.words.tokens import words_of

MODIFIER = "modifier"  # the kind of entity that words alone say
SETTINGS = "people, places and times"  # heading of a dictionary
MODIFIER_WORDS = 2  # words: "living room"
JOINING = {"for", "of", "article"}  # "a bed for the dog", "lit de chien"
# What may stand between a noun and the kind behind it: "su için ayakkabı" (Turkish, for water).
PASSED_OVER = {"adjective", "for behind"}
BESIDE = {"color", "material", "gender", "attribute", "brand"}  # may stand between: "dog red bed"

Said = tuple[int, int, str]  # first token, one past the last, and the noun in English


@cache
def settings() -> frozenset[str]:
    """Whom, where and when things are for, in English: "dog", "living room", "wedding"."""
    known = lexicon("en")
    if known is None:
        return frozenset()
    people = f"{known.grammar['person']}, {', '.join(known.genders.values())}"
    vague = {key(fold(each)) for each in listed(f"{people}, {known.vague}")}
    named = (line.partition(":")[0] for line in dictionary.section(SETTINGS, "de").splitlines())
    return frozenset(key(name) for name in named if name) - vague - gifts()


@cache
def nouns() -> frozenset[str]:
    return settings() | thing_nouns("en")


def key(words: str) -> str:
    *first, last = words_of(words) or [""]
    return " ".join([*first, base_form(last)])


def modifiers(parse: Parse) -> tuple[Entity, ...]:
    """Of the one kind of thing that is asked for, and what titles tell of it; in a shop that does
    not write English, that alone.
    """
    kinds = [each for _start, each in parse.entities if each.kind == "category"]
    if parse.vocabulary.language != "en" or not kinds:
        titled = (*own_compounds(parse), *told_by_titles(parse))
        return tuple(each for each in titled if each.key not in parse.off)
    known = {stem for each in kinds for name in each.names for stem in stems(name)}
    said = (each for start, end in heads(parse) for each in around(parse, start, end))
    found = [entity_of(parse, *each) for each in said if not stems(each[2]) <= known]
    found += imitating(parse)
    taken = {each.span for each in found}
    found += [each for each in told_by_titles(parse) if each.span not in taken]
    return tuple({each.key: each for each in found if each.key not in parse.off}.values())


def own_compounds(parse: Parse) -> Iterator[Entity]:
    """ "Regenbroek" (Dutch): trousers by its end, and what titles call so is one, and no other.

    Where none does, what titles of the kind say apart: "Samtsessel" (German), a "Sessel Samt".
    """
    known = parse.vocabulary
    for name in parse.names:
        i = name.start
        if i not in parse.compounds or name.kind != "category" or name.negated:
            continue
        word = parse.tokens[i].text
        forms = [each for each in (word, *known.titles.forms_of(word)) if each in known.stats.words]
        typed, span = parse.words(i, i + 1), parse.span(i, i + 1)
        if forms:
            names = tuple(dict.fromkeys(map(fold, forms)))
            yield Entity(MODIFIER, word, typed, typed, span=span, names=names)
        elif names := said_apart(parse, word, name.meanings):
            yield Entity(MODIFIER, names[0], names[0], names[0], span=span, names=names)


def said_apart(parse: Parse, word: str, last: list[Meaning]) -> tuple[str, ...]:
    """The first part of a compound in the forms that titles of its last have; () where none has."""
    kinds = {each.value for each in last}
    firsts = first_words(word, last, parse.vocabulary)
    told = (titled_forms(parse, each, titles_with(parse, each, kinds)) for each in firsts)
    return next(filter(None, told), ())


def told_by_titles(parse: Parse) -> Iterator[Entity]:
    for i, names in words_beside(parse):
        yield said_at(parse, i, names)
    for i, names in one_of_two(parse):
        # The category says both to whoever reads all words of a product.
        yield replace(said_at(parse, i, names), wholes=names)


def said_at(parse: Parse, i: int, names: tuple[str, ...]) -> Entity:
    typed = parse.words(i, i + 1)
    return Entity(MODIFIER, names[0], typed, typed, span=parse.span(i, i + 1), names=names)


def imitating(parse: Parse) -> Iterator[Entity]:
    """What is called after a material, where the shop has no name for it."""
    for name in parse.names:
        if name.meanings or name.negated:
            continue
        length, called = imitation_at(parse, name.start)
        if length == name.end - name.start:
            typed, span = parse.words(name.start, name.end), parse.span(name.start, name.end)
            yield Entity(
                MODIFIER, called[0], typed, typed, span=span, names=tuple(map(fold, called))
            )


def stems(words: str) -> set[str]:
    return {base_form(word) for word in words_of(words)}


def heads(parse: Parse) -> set[tuple[int, int]]:
    """Where kinds of things are named, as tokens."""
    named = {
        (each.start, each.end)
        for each in parse.names
        if each.kind == "category" and not each.negated
    }
    titled = {
        (start, start + 1)
        for start, each in parse.entities
        if each.kind == "category" and start not in parse.owner
    }
    return named | titled


def around(parse: Parse, start: int, end: int) -> Iterator[Said]:
    """Before the head, within it where it is a compound, or behind a "for"."""
    yield from within(parse, start, end)
    yield from before(parse, start)
    yield from behind(parse, end)


def within(parse: Parse, start: int, end: int) -> Iterator[Said]:
    """ "Hundebett" (German) is a dog bed."""
    said = parse.english.get(start, "")
    describing = " ".join(words_of(said)[:-1])
    while end < len(parse.tokens) and parse.english.get(end) == "":  # "de mariée", of one phrase
        end += 1
    if describing and key(describing) in nouns():
        yield start, end, describing


def before(parse: Parse, start: int) -> Iterator[Said]:
    at = start
    while at > 0:
        name = parse.owner.get(at - 1)
        if name and name.kind in BESIDE:
            at = name.start
        elif found := next((each for each in ending_at(parse, at) if each), None):
            yield found
            at = found[0]
        elif name is None and parse.plays(at - 1) & PASSED_OVER:
            at -= 1
        else:
            return


def ending_at(parse: Parse, end: int) -> Iterator[Said]:
    """The longest first."""
    for start in range(max(0, end - MODIFIER_WORDS), end):
        inside = (i for i in range(start, end) if i == start or parse.english.get(i) != "")
        words = [english(parse, i) for i in inside]  # a phrase has all of it at its first word
        if all(words) and key(" ".join(words)) in nouns():
            yield start, end, " ".join(words)


def english(parse: Parse, i: int) -> str:
    """Token `i` in English, "" where it is of no use as a noun."""
    if parse.free(i) and i in parse.phrase_lengths:  # be it with an article: "la compra"
        return parse.english[i]
    token = parse.tokens[i]
    free = parse.free(i) and i not in parse.explained
    if token.kind != "word" or not (free or i in parse.aside) or is_grammatical(parse, i):
        return ""
    return parse.english.get(i, token.text) if parse.plays(i) <= DESCRIBING else ""


def is_between(parse: Parse, i: int) -> bool:
    """Whether token `i` only joins a noun to its head."""
    return bool(parse.plays(i) & JOINING) or parse.english.get(i) == ""


def behind(parse: Parse, end: int) -> Iterator[Said]:
    at = end
    while parse.free(at) and at not in parse.phrase_lengths and is_between(parse, at):
        at += 1
    setting = any("for" in parse.plays(i) for i in range(end, at))  # "a backpack for a laptop"
    if at == end or (setting and at in parse.aside):
        return
    for stop in range(min(at + MODIFIER_WORDS, len(parse.tokens)), at, -1):
        if not (english(parse, stop - 1) or parse.english.get(stop - 1) == ""):
            continue  # the "with" of "for a laptop with ..."
        said = " ".join(filter(None, (english(parse, i) for i in range(at, stop))))
        if key(said) in nouns():
            yield at, max(stop, at + parse.phrase_lengths.get(at, 0)), said
            return


def entity_of(parse: Parse, start: int, end: int, said: str) -> Entity:
    typed, span = parse.words(start, end), parse.span(start, end)
    others = same(said, parse.vocabulary, ("en",)) if " " not in said else []
    names = tuple(dict.fromkeys(map(fold, (said, key(said), *others))))
    return Entity(MODIFIER, key(said), typed, typed, span=span, names=names)
