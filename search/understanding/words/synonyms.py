"""Words for the same thing in all languages, built in; a shop adds its own in admin.

Only the shop's vocabulary gives them a meaning: a group counts where one of its words is a
category, material, attribute... of this shop, and the others then stand for it. Each word stands
for it in its own language alone: a "robe" is a dress only to who writes French.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from catalog.folding import fold
from search.understanding.lexicon import lexicon, lexicons
from search.understanding.lexicon.entry import listed, rows
from search.understanding.words import dictionary
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Key
from search.understanding.words.tokens import words_of


@dataclass
class Group:
    """Words for one thing: language -> its words."""

    words: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def languages(self) -> dict[str, str]:
        """Each folded word -> its language; English has the first say."""
        found: dict[str, str] = {}
        for code, words in self.words.items():
            for word in words:
                found.setdefault(fold(word), code)
        return found


@dataclass(frozen=True)
class Heard:
    """A group as those hear it who speak one language."""

    words: Sequence[str]  # of that language: each stands for whatever the shop has of the group
    group: Mapping[str, str]  # each folded word -> its language, "" where it holds in all


@cache
def heard_in(language: str, own: bool) -> tuple[Heard, ...]:
    """The built-in groups; with those of its dictionary where it is the shop's `own` language."""
    found = []
    for group in groups():
        words = group.words.get(language, [])
        found.append(Heard(words, dict.fromkeys(map(fold, words), language) | group.languages))
    same = dictionary.synonyms(language) if own else ()
    return (*found, *(Heard(each, dict.fromkeys(map(fold, each), language)) for each in same))


@cache
def keys_in(language: str, own: bool, shop: str) -> tuple[frozenset[Key], ...]:
    """Of each of `heard_in` how a shop of the language `shop` would look its words up."""
    return tuple(
        frozenset(key_of(word, shop) for word in each.group) for each in heard_in(language, own)
    )


@cache
def others_in(language: str, own: bool) -> Mapping[Key, Mapping[str, str]]:
    """Each word of a language -> the others of its groups, each with its language."""
    found: dict[Key, dict[str, str]] = {}
    for each in heard_in(language, own):
        add_others(found, each, language)
    return found


def add_others(found: dict[Key, dict[str, str]], heard: Heard, language: str) -> None:
    """Note for each word those of its group that have another base form."""
    keys = {other: key_of(other, language) for other in heard.group}
    for word in heard.words:
        key = key_of(word, language)
        others = {other: code for other, code in heard.group.items() if keys[other] != key}
        found[key] = found.get(key, {}) | others


def key_of(word: str, language: str) -> Key:
    return tuple(base_form(each, language) for each in words_of(word))


@cache
def groups() -> tuple[Group, ...]:
    """One a line of `same` in the English lexicon, with the words of all other languages."""
    english = lexicon("en")
    found = [
        Group({"en": list(listed(line))})
        for line in (english.same.strip().splitlines() if english else ())
    ]
    by_word = {word: group for group in reversed(found) for word in group.words["en"]}
    for each in lexicons():
        for word, words in each.thing_words.items():
            by_word[word].words.setdefault(each.language, []).extend(words)
    return tuple(found)


@cache
def wider() -> dict[str, str]:
    """ "Ankle boots" -> "boots": what is meant where a shop has no category for the narrower."""
    english = lexicon("en")
    kinds = rows(english.kinds) if english else {}
    return {narrow: wide for wide, narrower in kinds.items() for narrow in narrower}
