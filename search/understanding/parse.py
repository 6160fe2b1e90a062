"""A query while it is being read: which words are taken for what, and which stay in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from search.query import Entity, Notice
from search.understanding.grammar import GRAMMAR, LONGEST, PHRASES
from search.understanding.phrases import Meaning
from search.understanding.tokens import Token
from search.understanding.vocabulary import Vocabulary

NOTHING: frozenset[str] = frozenset()


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


@dataclass
class Parse:
    text: str
    tokens: list[Token]
    vocabulary: Vocabulary
    off: frozenset[str] = frozenset()
    names: list[Name] = field(default_factory=list)
    owner: dict[int, Name] = field(default_factory=dict)  # token -> its name
    aside: set[int] = field(default_factory=set)  # tokens of names that mean something else
    dropped: set[int] = field(default_factory=set)  # tokens that leave the text
    entities: list[tuple[int, Entity]] = field(default_factory=list)  # with the token they begin at
    excluded: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def own(self, name: Name) -> None:
        self.names.append(name)
        self.owner.update(dict.fromkeys(range(name.start, name.end), name))

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
        for length in range(LONGEST, 0, -1):
            if all(self.free(j) for j in range(i, i + length)):
                words = tuple(token.text for token in self.tokens[i : i + length])
                if not GRAMMAR.get(words, NOTHING).isdisjoint(wanted):
                    return length
        return 0

    def plays(self, i: int) -> frozenset[str]:
        """The parts of the single word `i`."""
        inside = 0 <= i < len(self.tokens)
        return GRAMMAR.get((self.tokens[i].text,), NOTHING) if inside else NOTHING

    def unknown(self, i: int) -> bool:
        """A word nothing is known about: no name, no size, no beginning of a grammar phrase."""
        if not self.free(i) or self.tokens[i].kind != "word":
            return False
        is_size = self.tokens[i].text in self.vocabulary.sizes.everywhere()
        return not (is_size or self.plays(i) or self.part(i, *PHRASES))

    def words(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def take(self, entity: Entity, start: int, end: int) -> bool:
        """Add an entity whose words leave the text, unless the shopper has switched it off."""
        if entity.key in self.off:
            return False
        self.entities.append((start, entity))
        self.dropped.update(range(start, end))
        return True

    def categories(self) -> Iterable[str]:
        """The `url_path`s of what is asked for."""
        for name in self.names:
            if name.kind == "category" and not name.negated:
                yield from (meaning.value for meaning in name.meanings)
