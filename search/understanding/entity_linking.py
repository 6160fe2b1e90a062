"""Names of the shop in a query: categories, brands, colours, materials, genders, attributes."""

from __future__ import annotations

from search.understanding.disambiguation import means_something_else
from search.understanding.parse import Name, Parse
from search.understanding.phrases import LONGEST_PHRASE, Meaning


def find_names(parse: Parse) -> None:
    """Longest name first, from left to right; then those that mean something else are given up."""
    i = 0
    while i < len(parse.tokens):
        name = expression(parse, i) or name_at(parse, i)
        if name:
            parse.own(name)
        i = name.end if name else i + 1
    for name in list(parse.names):
        if means_something_else(parse, name):
            give_up(parse, name)


def spoken(parse: Parse, start: int, length: int) -> list[str]:
    """The words of a possible name, [] where a sign or the end comes between."""
    tokens = parse.tokens[start : start + length]
    if len(tokens) < length:
        return []
    words = ["and" if token.text == "&" else token.text for token in tokens]
    fits = all(token.kind in {"word", "number"} or token.text == "&" for token in tokens)
    return words if fits and tokens[0].kind == "word" else []


def expression(parse: Parse, i: int) -> Name | None:
    """Words that mean nothing of the shop together: "orange juicer"."""
    for length in range(parse.vocabulary.longest_expression, 1, -1):
        words = spoken(parse, i, length)
        starred = parse.vocabulary.expressions.get(parse.vocabulary.key(words)) if words else None
        if starred is not None and not parse.vocabulary.meanings(words):
            return Name(i, i + length - starred, [])
    return None


def name_at(parse: Parse, i: int) -> Name | None:
    for length in range(min(LONGEST_PHRASE, len(parse.tokens) - i), 0, -1):
        words = spoken(parse, i, length)
        meanings = meanings_of(parse, i, words) if words else []
        if meanings:
            return Name(i, i + length, meanings)
    return shaded(parse, i)


def meanings_of(parse: Parse, i: int, words: list[str]) -> list[Meaning]:
    """Also of two words that the shop writes as one ("tea pot"); never of a preposition alone."""
    vocabulary = parse.vocabulary
    if len(words) == 1 and parse.plays(i) - {"adjective", "shade", "counted", "small"}:
        return []
    if len(words) == 1 and "small" in parse.plays(i):
        return []
    found = vocabulary.meanings(words)
    if not found and len(words) == 2 and not (parse.plays(i) or parse.plays(i + 1)):
        found = vocabulary.meanings(["".join(words)])
    return found


def shaded(parse: Parse, i: int) -> Name | None:
    """ "light blue", where the shop has only blue."""
    if "shade" not in parse.plays(i):
        return None
    color = name_at(parse, i + 1) if i + 1 < len(parse.tokens) else None
    if color and color.kind == "color":
        return Name(i, color.end, color.meanings)
    return None


def give_up(parse: Parse, name: Name) -> None:
    parse.names.remove(name)
    for i in range(name.start, name.end):
        del parse.owner[i]
        parse.aside.add(i)
