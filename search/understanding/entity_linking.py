"""Names of the shop in a query: categories, brands, colours, materials, genders, attributes."""

from __future__ import annotations

from search.understanding.disambiguation import means_something_else
from search.understanding.parse import Draft, Name
from search.understanding.phrases import LONGEST_PHRASE, Meaning


def find_names(draft: Draft) -> None:
    """Longest name first, from left to right; then those that mean something else are given up."""
    i = 0
    while i < len(draft.tokens):
        name = expression(draft, i) or name_at(draft, i)
        if name:
            draft.own(name)
        i = name.end if name else i + 1
    for name in list(draft.names):
        if means_something_else(draft, name):
            give_up(draft, name)


def spoken(draft: Draft, start: int, length: int) -> list[str]:
    """The words of a possible name, [] where a sign or the end comes between."""
    tokens = draft.tokens[start : start + length]
    if len(tokens) < length:
        return []
    words = ["and" if token.text == "&" else token.text for token in tokens]
    fits = all(token.kind in {"word", "number"} or token.text == "&" for token in tokens)
    return words if fits and tokens[0].kind == "word" else []


def expression(draft: Draft, i: int) -> Name | None:
    """Words that mean nothing of the shop together: "orange juicer"."""
    for length in range(draft.vocabulary.longest_expression, 1, -1):
        words = spoken(draft, i, length)
        starred = draft.vocabulary.expressions.get(draft.vocabulary.key(words)) if words else None
        if starred is not None and not draft.vocabulary.meanings(words):
            return Name(i, i + length - starred, [])
    return None


def name_at(draft: Draft, i: int) -> Name | None:
    for length in range(min(LONGEST_PHRASE, len(draft.tokens) - i), 0, -1):
        words = spoken(draft, i, length)
        meanings = meanings_of(draft, i, words) if words else []
        if meanings:
            return Name(i, i + length, meanings)
    return shaded(draft, i)


def meanings_of(draft: Draft, i: int, words: list[str]) -> list[Meaning]:
    """Also of two words that the shop writes as one ("tea pot"); never of a preposition alone."""
    vocabulary = draft.vocabulary
    if len(words) == 1 and draft.plays(i) - {"adjective", "shade", "counted", "small"}:
        return []
    if len(words) == 1 and "small" in draft.plays(i):
        return []
    found = vocabulary.meanings(words)
    if not found and len(words) == 2 and not (draft.plays(i) or draft.plays(i + 1)):
        found = vocabulary.meanings(["".join(words)])
    return found


def shaded(draft: Draft, i: int) -> Name | None:
    """ "light blue", where the shop has only blue."""
    if "shade" not in draft.plays(i):
        return None
    color = name_at(draft, i + 1) if i + 1 < len(draft.tokens) else None
    if color and color.kind == "color":
        return Name(i, color.end, color.meanings)
    return None


def give_up(draft: Draft, name: Name) -> None:
    draft.names.remove(name)
    for i in range(name.start, name.end):
        del draft.owner[i]
        draft.aside.add(i)
