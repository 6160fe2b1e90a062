"""Phrases of other languages with their English, composed of words.

Shoppers say a thing with its colour, its material, a pattern, a part, a purpose. Words come from
dictionaries and lexicons, how they are joined from a table; no ending is inflected. Real captions
are put into other languages word by word, which is how a machine of 1950 would: wrong in grammar,
right in what is spoken of.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from search.encoders.color_names import listed
from search.understanding.lexicon.entry import listed as parted
from search.understanding.words.synonyms import groups

from .dictionaries import NAME_WEIGHT, Translation

COLOUR_FIRST = frozenset({"de", "ja", "ko", "nl", "pl", "ru", "tr", "zh"})
NO_SPACE = frozenset({"ja", "zh"})
COLOUR, COMPOSED, WORD_BY_WORD = 3.0, 1.0, 0.7  # weights
# How a thing {n} is joined with a material, with another noun, with whom it is for, with a part.
JOINED = {
    "ar": ("{n} من {a}", "{n} {a}", "{n} لـ {a}", "{n} مع {a}"),
    "de": ("{n} aus {a}", "{a}{n}", "{n} für {a}", "{n} mit {a}"),
    "es": ("{n} de {a}", "{n} de {a}", "{n} para {a}", "{n} con {a}"),
    "fr": ("{n} en {a}", "{n} de {a}", "{n} pour {a}", "{n} avec {a}"),
    "it": ("{n} in {a}", "{n} da {a}", "{n} per {a}", "{n} con {a}"),
    "ja": ("{a}の{n}", "{a}の{n}", "{a}用{n}", "{a}付き{n}"),
    "nl": ("{n} van {a}", "{a}{n}", "{n} voor {a}", "{n} met {a}"),
    "pl": ("{n} z {a}", "{n} do {a}", "{n} dla {a}", "{n} z {a}"),
    "pt": ("{n} de {a}", "{n} de {a}", "{n} para {a}", "{n} com {a}"),
    "ru": ("{n} из {a}", "{n} для {a}", "{n} для {a}", "{n} с {a}"),
    "tr": ("{a} {n}", "{a} {n}", "{a} için {n}", "{a} olan {n}"),
}
SMALL = ("for", "and", "with", "in")
SMALL_WORDS = {
    "de": ("für", "und", "mit", "in"),
    "es": ("para", "y", "con", "en"),
    "fr": ("pour", "et", "avec", "en"),
    "it": ("per", "e", "con", "in"),
    "nl": ("voor", "en", "met", "in"),
    "pl": ("dla", "i", "z", "w"),
    "pt": ("para", "e", "com", "em"),
    "tr": ("için", "ve", "ile", "içinde"),
}
MATERIALS = parted(
    """cotton, leather, wood, steel, wool, silk, glass, linen, oak, metal, denim, velvet, plastic,
    gold, silver, rubber, bamboo, marble, suede"""
)
ADJECTIVES = parted(
    """striped, checked, floral, dotted, small, large, long, short, soft, warm, round, waterproof,
    modern, elegant, cheap, light, dark, comfortable, new, plain, printed"""
)
USERS = parted(
    """women, men, children, girls, boys, babies, running, hiking, travel, kitchen, garden, office,
    summer, winter, sport, school, bathroom, bedroom, beach, camping, yoga, cooking, reading,
    sleeping"""
)
PARTS = parted(
    """lid, handle, pockets, hood, buttons, zip, sleeves, heels, stripes, dots, flowers, wheels,
    legs, laces, collar, belt, drawers, straps, lamp, battery"""
)


def lexicon_words() -> Iterator[Translation]:
    """What the shop's lexicons call things, and families of colours in sixteen languages."""
    for group in groups():
        for language, names in group.words.items():
            for name in names if language != "en" else ():
                for english in group.words["en"][:3]:
                    yield Translation(language, name, english, NAME_WEIGHT)
    for family, language, names in listed():
        for name in names:
            yield Translation(language, name, family, COLOUR)


@dataclass
class Vocabulary:
    """The words of one language, by their English; `nouns` are things that shops sell."""

    language: str
    words: Mapping[str, str]
    nouns: Sequence[str]
    colours: Mapping[str, Sequence[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.colours = {
            family: names for family, language, names in listed() if language == self.language
        }
        self.space = "" if self.language in NO_SPACE else " "
        self.small = dict(zip(SMALL, SMALL_WORDS.get(self.language, ()), strict=False))

    def said(self, english: str) -> str | None:
        found = (self.words.get(one) for one in (english, english.rstrip("s"), f"{english}s"))
        return next((word for word in found if word), None)

    def composed(self, count: int, pick: random.Random) -> Iterator[Translation]:
        """At most `count` things with a colour, or with something else and perhaps a colour."""
        nouns = [noun for noun in self.nouns if self.said(noun)]
        plain = [word for word in self.words if " " not in word]
        for _ in range(count if nouns else 0):
            english = pick.choice(nouns if pick.random() < 0.8 else plain)
            text = self.said(english) or ""
            if coloured := pick.random() < 0.4:
                english, text = self._coloured(english, text, pick)
            else:
                english, text = self._joined(english, text, plain, pick)
            if not coloured and pick.random() < 0.25:
                english, text = self._coloured(english, text, pick)
            yield Translation(self.language, text, english, COMPOSED)

    def _coloured(self, english: str, text: str, pick: random.Random) -> tuple[str, str]:
        family = pick.choice(sorted(self.colours))
        both = [pick.choice(self.colours[family]), text]
        if self.language not in COLOUR_FIRST:
            both.reverse()
        return f"{family} {english}", self.space.join(both)

    def _joined(
        self, english: str, text: str, plain: Sequence[str], pick: random.Random
    ) -> tuple[str, str]:
        made_of, noun, user, part = JOINED[self.language]
        ways = (
            (MATERIALS, "{a} {n}", made_of),
            (plain, "{a} {n}", noun),
            (USERS, "{n} for {a}", user),
            (PARTS, "{n} with {a}", part),
            (ADJECTIVES, "{a} {n}", "{a} {n}" if self.language in COLOUR_FIRST else "{n} {a}"),
        )
        words, how, said_how = pick.choice(ways)
        word = pick.choice(words)
        if not (said := self.said(word)):
            return english, text
        return how.format(a=word, n=english), said_how.format(a=said, n=text)

    def word_by_word(
        self, captions: Sequence[str], count: int, pick: random.Random
    ) -> Iterator[Translation]:
        """At most `count` captions; words without a translation stay, if they are few."""
        for caption in pick.sample(captions, min(len(captions), 8 * count)):
            words = re.findall("[a-z]+", caption.lower())
            said = [self._word(word) for word in words]
            known = sum(word is not None for word in said)
            if known >= 2 and known >= 2 * (len(words) - known) and count:
                text = self.space.join(own or word for own, word in zip(said, words, strict=True))
                yield Translation(self.language, text, caption, WORD_BY_WORD)
                count -= 1

    def _word(self, english: str) -> str | None:
        if english in self.colours:
            return self.colours[english][0]
        return self.small.get(english) or self.said(english)


def phrases(
    words: Iterable[Translation], nouns: Sequence[str], captions: Sequence[str], count: int
) -> Iterator[Translation]:
    """`count` composed phrases in each language that has enough words, and half as many captions
    word by word."""
    surest: dict[str, dict[str, Translation]] = {}
    for one in words:
        mine = surest.setdefault(one.language, {})
        if one.english not in mine or one.weight > mine[one.english].weight:
            mine[one.english] = one
    for language in sorted(set(surest) & set(JOINED)):
        best = {english: one.text for english, one in surest[language].items()}
        vocabulary, pick = Vocabulary(language, best, nouns), random.Random(language)
        yield from vocabulary.composed(count, pick)
        yield from vocabulary.word_by_word(captions, count // 2, pick)
