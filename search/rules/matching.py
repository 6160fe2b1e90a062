"""A question as rules look at it: folded words, and what is chosen by a click or in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from catalog.folding import fold
from catalog.models.attribute import code_of
from search.query import Interpretation, Query
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

Key = tuple[str, str]


def phrase(text: str) -> tuple[str, ...]:
    """Folded words in their base forms, so that "Sneakers" is "sneaker"."""
    return tuple(base_form(word) for word in words_of(fold(text)))


def key_of_filter(spelt: str) -> str:
    """ "Color:Red" -> "color:red"."""
    code, _colon, value = spelt.partition(":")
    return f"{code_of(code)}:{fold(value).strip()}"


@dataclass(frozen=True)
class Question:
    """What a query asks for, in the terms of rules."""

    phrase: tuple[str, ...] = ()
    categories: frozenset[str] = frozenset()  # url_paths
    filters: frozenset[str] = frozenset()  # as of `key_of_filter`
    photo: bool = False

    @classmethod
    def of(cls, query: Query, understood: Interpretation) -> Question:
        chosen = query.filters.chosen().items()
        filters = {key_of_filter(f"{code}:{value}") for code, values in chosen for value in values}
        categories = {query.filters.category} if query.filters.category else set()
        for entity in understood.entities:
            if entity.kind == "category" and not query.filters.category:
                categories.add(entity.value)
            elif entity.kind not in ("not", "category") and entity.kind not in query.filters.active:
                said = (
                    entity.value if entity.kind == "attribute" else f"{entity.kind}:{entity.value}"
                )
                filters.add(key_of_filter(said))
        photo = any(part.photo_id and part.weight > 0 for part in query.parts)
        return cls(phrase(query.text), frozenset(categories), frozenset(filters), photo)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.phrase)

    def says(self, words: tuple[str, ...]) -> bool:
        """Whether they stand in the query, one after the other."""
        starts = range(len(self.phrase) - len(words) + 1)
        return any(self.phrase[at : at + len(words)] == words for at in starts)

    def met(self) -> Iterable[Key]:
        """Whatever a rule that matches is known by."""
        yield "always", ""
        if self.phrase:
            yield "query", " ".join(self.phrase)
        yield from (("word", word) for word in self.words)
        yield from (("category", path) for path in self.categories)
        yield from (("filter", key) for key in self.filters)
        if self.photo:
            yield "photo", ""
