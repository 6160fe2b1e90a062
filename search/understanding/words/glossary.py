"""Words of other languages in English, one by one: "taza de té" is "cup of tea".

A shop's titles and what its encoder knows best are English; a word that a dictionary has needs no
guess at its meaning. A word is looked up as it is written, then by its base form, then as a
compound ("Leselampe": reading lamp). Of a word with several meanings ("tenda": curtain, tent) the
one is taken that the shop sells, else the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import takewhile

from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.words import dictionary
from search.understanding.words.grammar import is_grammar, is_small
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import Token, words_of

PHRASE_WORDS = 6  # words of a phrase that is looked up as one
SHORTEST_PART = 3  # letters of a part of a compound
TURKISH_CASES = """da de dan den daki deki ta te tan ten taki teki nda nde ndan nden ndaki ndeki
    nin nun in un"""
# What a folded word ends in -> the word that is written down, where stemmers tell the two apart:
# "alta", "bicchieri", "plissée", "szklanek", "marineblauwe", "كوبان" (two cups).
FORMS = {
    # What is of wood or of cast iron: "hölzerner", "gusseiserne".
    "de": tuple((f"ern{end}", "ern") for end in ("e", "er", "es", "en", "em")),
    "es": (("as", "o"), ("os", "o"), ("a", "o")),
    "pt": (
        ("as", "o"),
        ("os", "o"),
        ("a", "o"),
        ("ois", "ol"),
        ("ais", "al"),
        ("oes", "ao"),
        ("eis", "el"),
    ),
    "it": (("i", "e"), ("i", "o"), ("e", "a"), ("e", "o"), ("a", "o")),
    "nl": (("ode", "ood"), ("e", "")),
    "fr": (("ees", "e"), ("ee", "e"), ("es", ""), ("e", "")),
    "ar": (("تان", "ة"), ("تين", "ة"), ("ان", ""), ("ين", "")),
    "pl": (("ek", "ka"), ("ek", "ko"), ("a", "y"), ("e", "y")),
    # Where something is, where from, and whose: "yatakta", "masadan", "masasında", "evin".
    "tr": tuple((ending, "") for ending in TURKISH_CASES.split()),
}
DESCRIBING = ("qualities and parts", "actions")  # headings of a dictionary
MATERIALS = ("materials and patterns",)
ENGLISH = ("en",)

Words = tuple[str, ...]
Choose = Callable[[list[str]], str]  # which of several things is meant


def first(meanings: list[str]) -> str:
    """Where nobody asks what is sold."""
    return meanings[0]


class Glossary:
    """The dictionary of one language; folded words in, English out."""

    def __init__(self, language: str, entries: Iterable[tuple[str, str]]) -> None:
        self.language = language
        self.exact: dict[Words, str] = {}
        self.things: dict[Words, list[str]] = {}  # all that a word names, each in English
        self.stems: dict[Words, str] = {}
        self.letters: set[str] = set()
        self.descriptions: set[str] = set()  # English that no product has to say: "cosy", "boil"
        self.materials: set[str] = set()  # in English, too
        for word, english in entries:
            words = tuple(words_of(word))
            self.letters.update(word.lower())
            self.exact.setdefault(words, english)
            self.stems.setdefault(self.key(words), english)

        for word, english in dictionary.things(language) if self.exact else ():
            named = self.things.setdefault(tuple(words_of(word)), [])
            named += [english] if english not in named else []

    def key(self, words: Iterable[str]) -> Words:
        return tuple(base_form(word, self.language) for word in words)

    def phrases_with(self, word: str) -> list[str]:
        """What it names by several words of which `word` is one: "rouge à lèvres" of "rouge"."""
        return self.named_by.get(word, [])

    @cached_property
    def named_by(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for words in self.things:
            for word in words if len(words) > 1 else ():
                found.setdefault(word, []).append(" ".join(words))
        return found

    def look_up(self, words: Sequence[str], choose: Choose = first) -> str | None:
        """What a phrase is in English; None where the dictionary has it in no form.

        A small word is no form of a thing: "pero" (Spanish) is but, and no pear.
        """
        found = self.as_written(tuple(words), choose)
        if found is not None:
            return found
        found = self.inflected(words)
        if found and len(words) == 1 and is_small(words[0], (self.language,)):
            return found if all(is_grammar(each, ENGLISH) for each in words_of(found)) else None
        return found

    def inflected(self, words: Sequence[str]) -> str | None:
        """The same of a phrase that is in the dictionary in another form."""
        found = self.stems.get(self.key(words))
        if found is None and len(words) == 1:
            found = self.singular(words[0]) or self.compound(words[0]) or self.bare(words[0])
        if found is None and len(words) == 1:
            found = self.other_form(words[0])
        return found

    def as_written(self, words: Words, choose: Choose) -> str | None:
        english, things = self.exact.get(words), self.things.get(words, [])
        return choose(things) if english in things else english

    def singular(self, word: str) -> str | None:
        """Of plurals that stemmers leave alone: "pufs", "bikinis"."""
        return self.single(word[:-1]) if word.endswith("s") and len(word) > SHORTEST_PART else None

    def other_form(self, word: str) -> str | None:
        """Of an adjective as it agrees with its noun, or of a plural."""
        if len(word) <= SHORTEST_PART:
            return None
        endings = FORMS.get(self.language, ())
        forms = (word.removesuffix(end) + other for end, other in endings if word.endswith(end))
        return next(filter(None, map(self.single, forms)), None)

    def bare(self, word: str) -> str | None:
        """Without what Arabic writes as one with it: "والقميص" is "and the shirt"."""
        rests = (word.removeprefix(each) for each in self.prefixes if word.startswith(each))
        return next(filter(None, (self.single(rest) for rest in rests if len(rest) > 1)), None)

    def compound(self, word: str) -> str | None:
        """ "Leselampe": what its longest known end is, after what stands before that."""
        return self.parted(word, {}) if self.links else None

    def parted(self, word: str, tried: dict[str, str | None]) -> str | None:
        """`tried`: what was found for its beginnings, as each may stand before several ends."""
        if word not in tried:
            tried[word] = None
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
                last = self.single(word[cut:])
                first = self.first_part(word[:cut], tried) if last else None
                if first:
                    tried[word] = f"{first} {last}"
                    break
        return tried[word]

    def first_part(self, part: str, tried: dict[str, str | None]) -> str | None:
        plain = (part.removesuffix(link) for link in self.links if part.endswith(link))
        known = (self.single(each) for each in plain if len(each) >= SHORTEST_PART)
        return next(filter(None, known), None) or self.parted(part, tried)

    def single(self, word: str) -> str | None:
        return self.exact.get((word,)) or self.stems.get(self.key((word,)))

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        known = lexicon(self.language)
        return known.prefixes if known else ()

    @cached_property
    def links(self) -> tuple[str, ...]:
        known = lexicon(self.language)
        return known.links if known and known.compounds else ()

    def phrases(
        self, found: Sequence[Token], choose: Choose = first
    ) -> Iterator[tuple[int, int, str]]:
        """First token, how many, and their English: of all that is known, the longest first."""
        at = 0
        while at < len(found):
            length, said = self.longest(found[at : at + PHRASE_WORDS], choose)
            if length:
                yield at, length, said
            at += length or 1

    def longest(self, found: Sequence[Token], choose: Choose) -> tuple[int, str]:
        """How many of the tokens from the first on are a phrase, and which; 0 where none is."""
        words = [token.text for token in takewhile(lambda each: each.kind == "word", found)]
        for length in range(len(words), 0, -1):
            english = self.look_up(words[:length], choose)
            if english is not None:
                return length, english
        return 0, ""


@cache
def glossary(language: str) -> Glossary | None:
    """The dictionary of a language; None where nobody has written one."""
    if not dictionary.exists(language):
        return None
    found = Glossary(language, dictionary.entries(language))
    found.descriptions = {english for _word, english in under(DESCRIBING, language)}
    found.materials = {english for _word, english in under(MATERIALS, language)}
    return found


def under(headings: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
    """Each word under these headings of a dictionary, with its English."""
    for heading in headings:
        yield from dictionary.entries_under(heading, language)


def describes(word: str, language: str) -> bool:
    """Whether the dictionary has the folded word for what English grammar has for an adjective.

    Few of the things that are beautiful or small say so.
    """
    known = glossary(language)
    return known is not None and known.look_up([word]) in adjectives()


def praises(word: str, language: str) -> bool:
    """The same of what is in the eye of who looks, or a matter of degree."""
    return describes(word, language) and not tells_a_fact(word, language)


def tells_a_fact(word: str, language: str) -> bool:
    """Whether a word of the grammar, folded, is said of a thing that is so or is not: "faltbar"."""
    known = glossary(language)
    english = word if language == "en" else (known and known.look_up([word])) or ""
    return english in FACTS


def is_adjective(word: str, language: str) -> bool:
    """Whether its ending tells so, in a language whose adjectives have endings of their own."""
    own = lexicon(language)
    return own is not None and word.endswith(own.adjectives)


# What a thing is or is not, whoever looks; no praise, and no matter of degree.
QUALITIES = """waterproof foldable folding collapsible round square oval rectangular wireless
    cordless bluetooth electric portable smart summer winter vegan sleeveless handmade"""
FACTS = frozenset(QUALITIES.split())


@cache
def adjectives() -> frozenset[str]:
    known = lexicon("en")
    return frozenset(listed(known.grammar["adjective"])) if known else frozenset()
