"""A query while it is being read: which words are taken for what, and which stay in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from search.query import Entity, Notice
from search.understanding.languages import written_in
from search.understanding.lexicon import lexicon
from search.understanding.shop_words.size_index import Sizes
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.glossary import Glossary
from search.understanding.words.grammar import NO_PART, Grammar, Words, grammar
from search.understanding.words.meaning import Key, Meaning
from search.understanding.words.tokens import Token
from search.understanding.words.translator import translator


@dataclass
class Name:
    """Tokens `start` to `end` (exclusive) name something; without meanings, a fixed expression."""

    start: int
    end: int
    meanings: list[Meaning]
    negated: bool = False
    hard: bool = False

    @property
    def kind(self) -> str:
        return self.meanings[0].kind if self.meanings else ""


class Bound(NamedTuple):
    """From `low` to `high` of what is measured or counted, in tokens `start` to `end`."""

    dimension: str
    low: Decimal
    high: Decimal
    start: int
    end: int


@dataclass
class Parse:
    text: str
    tokens: list[Token]
    vocabulary: Vocabulary
    languages: tuple[str, ...]  # whose words are understood
    off: frozenset[str] = frozenset()
    names: list[Name] = field(default_factory=list)
    owner: dict[int, Name] = field(default_factory=dict)  # token -> its name
    compounds: set[int] = field(default_factory=set)  # tokens that are a kind by their end alone
    aside: set[int] = field(default_factory=set)  # tokens of names that mean something else
    things: set[int] = field(default_factory=set)  # of these, those that are no colour but a thing
    dropped: set[int] = field(default_factory=set)  # tokens that leave the text
    explained: set[int] = field(default_factory=set)  # tokens that stay, and mean something
    around_need: set[int] = field(default_factory=set)  # and say nothing but the need
    switched_off: set[int] = field(default_factory=set)  # tokens of entities that are not wanted
    entities: list[tuple[int, Entity]] = field(default_factory=list)  # with the token they begin at
    excluded: list[str] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)
    unsold: list[str] = field(default_factory=list)
    unstated: list[tuple[int, int]] = field(
        default_factory=list
    )  # amounts that nothing has, so far
    bounds: list[Bound] = field(default_factory=list)  # of amounts that no attribute has
    notices: list[Notice] = field(default_factory=list)

    @cached_property
    def grammar(self) -> Grammar:
        return grammar(self.languages)

    @cached_property
    def english(self) -> dict[int, str]:
        """Token -> its word in the shop's language, mostly English, where another is asked in.

        The first token of a phrase has all of it: it is what titles and encoder know best.
        """
        return {
            start + i: "" if i else said
            for start, length, said in self.translated
            for i in range(length)
        }

    @cached_property
    def phrase_lengths(self) -> dict[int, int]:
        """First token -> words of a dictionary's phrase: "la compra", "salle de bain"."""
        return {start: length for start, length, said in self.translated if length > 1 and said}

    @cached_property
    def translated(self) -> list[tuple[int, int, str]]:
        """First token, how many, and what they are in the shop's language."""
        known, choose = self.dictionary, self.vocabulary.sold_of
        return list(known.phrases(self.tokens, choose)) if known else []

    @cached_property
    def dictionary(self) -> Glossary | None:
        """Of the language that is asked in, where that is not the shop's."""
        return translator(self.asked_in, self.vocabulary.language) if self.asked_in else None

    @cached_property
    def asked_in(self) -> str:
        """The language of the query where it is not the shop's, else ""."""
        return written_in(self.tokens, self.vocabulary, self.languages)

    @cached_property
    def expressions(self) -> dict[Key, bool]:
        """Of the grammar, under the forms in which the shop's words are looked up."""
        listed = self.grammar.expressions.items()
        return {self.vocabulary.key(words): starred for words, starred in listed}

    def is_head_first(self, meaning: Meaning) -> bool:
        """Whether what describes a thing follows it, in the language of this word."""
        own = self.vocabulary.language
        # Whoever asks a Spanish shop in English for a "piano stool" wants a stool.
        known = lexicon(meaning.language or (self.asked_in if own != "en" else "") or own)
        return bool(known and known.head_first)

    def own(self, name: Name) -> None:
        self.names.append(name)
        self.owner.update(dict.fromkeys(range(name.start, name.end), name))

    def meanings(self, words: list[str]) -> list[Meaning]:
        return self.vocabulary.meanings(words, self.languages)

    def free(self, i: int) -> bool:
        """Whether token `i` is there and nothing has been made of it."""
        return (
            0 <= i < len(self.tokens)
            and i not in self.owner
            and i not in self.dropped
            and self.tokens[i].kind != "phrase"
        )

    def sign(self, i: int, signs: str) -> bool:
        return (
            self.free(i) and self.tokens[i].kind == "sign" and self.tokens[i].text in signs.split()
        )

    def part(self, i: int, *wanted: str) -> int:
        """How many tokens from `i` on are a grammar phrase that plays one of the `wanted` parts."""
        for words in self.phrases_at(i):
            if not self.grammar.parts[words].isdisjoint(wanted):
                return len(words)
        return 0

    def limit_at(self, i: int) -> int:
        """How many tokens, several, from `i` on bound a number behind them: "pelo menos 2 m"."""
        length = self.part(i, "over", "under")
        counted = length > 1 and i + length < len(self.tokens)
        return length if counted and self.tokens[i + length].number is not None else 0

    def longest_part(self, i: int) -> int:
        """How many tokens from `i` on are a grammar phrase of any part."""
        return len(next(self.phrases_at(i), ()))

    def phrases_at(self, i: int) -> Iterator[Words]:
        """The grammar phrases that begin with token `i`, the longest first."""
        if not self.free(i):
            return
        for length in self.grammar.lengths.get(self.tokens[i].text, ()):
            words = tuple(token.text for token in self.tokens[i : i + length])
            if words in self.grammar.parts and all(self.free(j) for j in range(i, i + length)):
                yield words

    def plays(self, i: int) -> frozenset[str]:
        """The parts of the single word `i`."""
        inside = 0 <= i < len(self.tokens)
        return self.grammar.parts.get((self.tokens[i].text,), NO_PART) if inside else NO_PART

    def unknown(self, i: int) -> bool:
        """A word nothing is known about: no name, no size, no beginning of a grammar phrase."""
        if not self.free(i) or self.tokens[i].kind != "word" or i in self.explained:
            return False
        is_size = self.tokens[i].text in self.vocabulary.sizes.everywhere().forms
        return not (is_size or self.plays(i) or self.longest_part(i))

    def phrase_end(self, end: int) -> int:
        """Past the tokens behind `end` that a dictionary takes as one with those before it."""
        while self.english.get(end) == "":
            end += 1
        return end

    def phrase_start(self, i: int) -> int:
        """The first token of what a dictionary takes as one with token `i`."""
        while i > 0 and self.english.get(i) == "":
            i -= 1
        return i

    def words(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[end - 1].end

    def take(self, entity: Entity, start: int, end: int) -> None:
        """Add an entity whose words leave the text, also where the shopper has switched it off.

        Whoever takes a size away asks for any size, and not for what is called "42".
        """
        self.dropped.update(range(start, end))
        self.add(entity, start, end)

    def mention(self, entity: Entity, start: int, end: int) -> None:
        """Add an entity whose words stay in the text."""
        if self.add(entity, start, end):
            self.explained.update(range(start, end))

    def add(self, entity: Entity, start: int, end: int) -> bool:
        """Whether it holds; of what the shopper has switched off only the words are known."""
        if entity.key in self.off:
            self.switched_off.update(range(start, end))
            return False
        self.entities.append((start, entity))
        return True

    def categories(self) -> Iterable[str]:
        """The `url_path`s of what is asked for."""
        for name in self.names:
            if name.kind == "category" and not name.negated:
                yield from (meaning.value for meaning in name.meanings)

    @cached_property
    def sizes(self) -> Sizes:
        """Those of what is asked for; empty where that has none, or nobody knows what it is.

        Read once the names are found.
        """
        return self.vocabulary.sizes.of(self.categories())
