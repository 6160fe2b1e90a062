"""Words that the shop does not use itself, with the meaning of one that it does, by language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from catalog.folding import fold
from search.understanding.shop_words.catalogue_stats import CatalogueStats, Synonyms
from search.understanding.shop_words.phrases import Phrases
from search.understanding.words import colors, genders
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Key, Meaning, put
from search.understanding.words.synonyms import (
    Heard,
    add_others,
    groups,
    heard_in,
    keys_in,
    others_in,
    wider,
)
from search.understanding.words.tokens import words_of

STAND_IN = 0.5  # confidence of a coarser name for a colour that the shop does not name
SYNONYM = 0.8


class Lending:
    """The synonyms of one language; the shop's own, of admin, hold in all of them."""

    def __init__(self, phrases: Phrases, stats: CatalogueStats, language: str) -> None:
        self.phrases, self.language = phrases, language
        self.found: dict[Key, list[Meaning]] = {}
        self.exact: dict[Key, list[Meaning]] = {}  # by the very words: "Schal" is no "Schale"
        self.spelt: dict[Key, list[Key]] = {}  # the very words that share a base form
        # Word -> those that mean the same in a group of the shop's.
        self.others: dict[Key, dict[str, str]] = {}
        self.own = language == stats.language
        self._lend_colors(stats)
        self._lend_genders(stats)
        self._lend_departments(stats)
        for synonyms in stats.synonyms:
            self._lend_group(Heard(synonyms, dict.fromkeys(map(fold, synonyms), "")))
        for one_way in stats.one_way:
            self._lend_one_way(one_way)
        self._lend_built_in()
        self._lend_wider()

    def key(self, words: Iterable[str]) -> Key:
        return tuple(base_form(word, self.language) for word in words)

    def meanings(self, words: Sequence[str]) -> list[Meaning]:
        return self.exact.get(tuple(words)) or self.nearest(words)

    def nearest(self, words: Sequence[str]) -> list[Meaning]:
        """Of words with one base form, the one spelt most alike: "platos" are plates, no silver.

        (Spanish "plato" and "plateado" share theirs.)
        """
        key = self.key(words)
        typed, others = " ".join(words), self.spelt.get(key, [])
        if len(others) < 2:
            return self.found.get(key, [])
        return self.exact[max(others, key=lambda other: alike(typed, " ".join(other)))]

    def same(self, words: Iterable[str], languages: Iterable[str] | None = None) -> tuple[str, ...]:
        """Other words, folded, for what these words of this language are; of `languages` alone."""
        others = self.others_of(words)
        if languages is None:
            return tuple(others)
        wanted = {"", *languages}
        return tuple(other for other, language in others.items() if language in wanted)

    def others_of(self, words: Iterable[str]) -> Mapping[str, str]:
        """Each of the others with its language, "" where it is of the shop's own group."""
        key = self.key(words)
        return {**self.others.get(key, {}), **others_in(self.language, self.own).get(key, {})}

    def _lend(self, word: str, meant: Iterable[Meaning]) -> None:
        """Give a word the meanings of another, unless it has one of its own."""
        words = words_of(word)
        if self.phrases.own(words) or tuple(words) in self.exact:
            return
        known = self.key(words) in self.found
        if meant := list(meant):
            self.spelt.setdefault(self.key(words), []).append(tuple(words))
        for meaning in meant:
            lent = replace(meaning, own=False, language=self.language)
            put(self.exact, tuple(words), lent)
            if known:
                continue
            put(self.found, self.key(words), lent)
            if len(words) > 1:
                put(self.found, self.key(["".join(words)]), lent)

    def _lend_colors(self, stats: CatalogueStats) -> None:
        for name, color in colors.words(self.language).items():
            self._lend(name, color_meanings(color, stats))

    def _lend_genders(self, stats: CatalogueStats) -> None:
        by_concept = genders.by_concept(stats.genders, stats.language)
        for word, concept in genders.words(self.language).items():
            values = by_concept.get(concept, ())
            meant = [
                Meaning("gender", each, each, values=self._for_both(each, stats)) for each in values
            ]
            if stats.genders and not meant and concept not in genders.ANYBODY:
                meant = [Meaning("gender", concept, word)]  # the shop tells whom things are for
            self._lend(word, meant)

    def _lend_departments(self, stats: CatalogueStats) -> None:
        """ "Femme" is the department "Women" of a shop that tells by it whom things are for."""
        by_concept = genders.by_concept({each.name for each in stats.categories}, stats.language)
        for word, concept in genders.words(self.language).items():
            for name in by_concept.get(concept, ())[:1]:
                self._lend(word, self._meant([name]))

    def _for_both(self, value: str, stats: CatalogueStats) -> tuple[str, ...]:
        return genders.with_anybody((value,), stats.genders, stats.language)

    def _lend_group(self, heard: Heard) -> None:
        add_others(self.others, heard, self.language)
        self._lend_all(heard.words, self._meant(heard.group))

    def _lend_built_in(self) -> None:
        """Of hundreds of groups a shop has something of some: the others lend nothing."""
        keys = keys_in(self.language, self.own, self.phrases.language)
        for heard, known in zip(heard_in(self.language, self.own), keys, strict=True):
            if not known.isdisjoint(self.phrases.found):
                self._lend_all(heard.words, self._meant(heard.group))

    def _lend_one_way(self, synonyms: Synonyms) -> None:
        """Let the words find what the others are to the shop; not the others what the words are."""
        for word in synonyms.words:
            key = self.key(words_of(word))
            others = dict.fromkeys(map(fold, synonyms.also), "")
            self.others[key] = self.others.get(key, {}) | others
        self._lend_all(synonyms.words, self._meant(synonyms.also))

    def _meant(self, group: Iterable[str]) -> list[Meaning]:
        """What one of these words is to the shop itself.

        A word of another language than the shop's may name a place of it, and no value: an Italian
        "plaid" is a blanket, and a shop's "plaid" a pattern.
        """
        found = (self._own(word, group) for word in group)
        return [replace(each, confidence=SYNONYM) for each in next(filter(None, found), [])]

    def _own(self, word: str, group: Iterable[str]) -> list[Meaning]:
        found = self.phrases.own(words_of(word))
        language = group[word] if isinstance(group, Mapping) else ""
        foreign = language not in ("", "en", self.phrases.language)
        return [each for each in found if not foreign or each.kind == "category"]

    def _lend_wider(self) -> None:
        for group in groups():
            for wide in filter(None, map(wider().get, group.words["en"])):
                self._lend_all(group.words.get(self.language, ()), self._meant_by(wide))
        if self.language == "en":
            for narrow, wide in wider().items():
                self._lend_all([narrow], self._meant_by(wide))

    def _lend_all(self, words: Iterable[str], meant: Sequence[Meaning]) -> None:
        for word in words:
            self._lend(word, meant)

    def _meant_by(self, wide: str) -> Sequence[Meaning]:
        """What a word is to the shop, or another of its group."""
        groups_of_it = (each.languages for each in groups() if wide in each.languages)
        return self._meant([wide]) or self._meant(next(groups_of_it, ()))


def alike(one: str, other: str) -> int:
    """How many letters two words begin with together."""
    pairs = zip(one, other, strict=False)
    return len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])


def color_meanings(color: str, stats: CatalogueStats) -> list[Meaning]:
    """A colour asked for, with all of the shop's names that are it, or a coarser one for it.

    What is a material as much as a colour is meant as one only where the shop has that colour.
    """
    there = colors.members(color, stats.colors, stats.language)
    if there:
        return [Meaning("color", there[0], there[0], values=there)]
    instead = colors.stand_ins(color, stats.colors, stats.language)
    if instead:
        return [Meaning("color", instead[0], instead[0], values=instead, confidence=STAND_IN)]
    return [] if color in colors.NO_STAND_IN else [Meaning("color", color, color)]
