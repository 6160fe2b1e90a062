"""Whom a thing is given to: "a gift for my dad", "Hemd für meinen Mann" (German).

A relative tells whom a thing is made for, behind a "for" or beside a gift, unless the shop's
titles have the word themselves ("Best dad mug"). A gift says nothing of what it is: where more is
asked for than that, the words for it leave the text, and so do those for its occasion.
"""

from __future__ import annotations

from search.understanding.parse import Name, Parse
from search.understanding.words.genders import relatives
from search.understanding.words.gifts import gifts, occasions
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Meaning

BETWEEN = 3  # words of "para o meu pai" (Portuguese) from "for" to whom it is for


def find_recipients(parse: Parse) -> None:
    given = [i for i in range(len(parse.tokens)) if is_gift(parse, i)]
    for i in range(len(parse.tokens)):
        concept = concept_of(parse, i)
        if not concept or not (given or is_for(parse, i)):
            continue
        if meanings := made_for(parse, concept):
            parse.own(Name(i, i + 1, meanings))
        elif given:
            parse.dropped.add(i)
    if given:
        drop_gift(parse, given)


def is_gift(parse: Parse, i: int) -> bool:
    return parse.tokens[i].text in gifts() and parse.free(i) and not is_titled(parse, i)


def is_titled(parse: Parse, i: int) -> bool:
    """Whether titles of the shop have the word."""
    known = parse.vocabulary
    return base_form(parse.tokens[i].text, known.language) in known.titles.base_forms


def concept_of(parse: Parse, i: int) -> str:
    """What token `i` says of a recipient, man or woman; else ""."""
    if not parse.free(i) or is_titled(parse, i):
        return ""
    said = (relatives(code).get(parse.tokens[i].text, "") for code in parse.languages)
    return next(filter(None, said), "")


def is_for(parse: Parse, i: int) -> bool:
    """Whether a "for" stands before it; nothing but small words between them."""
    for j in range(i - 1, max(i - 1 - BETWEEN, -1), -1):
        if "for" in parse.plays(j):
            return True
        if "small" not in parse.plays(j):
            return False
    return False


def made_for(parse: Parse, concept: str) -> list[Meaning]:
    """Who it is made for, as this shop tells it; [] where it does not."""
    found = parse.vocabulary.meanings([concept], ("en",))
    return [each for each in found if each.kind in ("gender", "category")]


def drop_gift(parse: Parse, given: list[int]) -> None:
    """What is said of the gift itself leaves the text; the gift too, where more is asked for."""
    for i, token in enumerate(parse.tokens):
        if token.text in occasions() and parse.free(i) and not is_titled(parse, i):
            parse.dropped.add(i)
    if parse.entities or any(name.meanings for name in parse.names):
        parse.dropped.update(given)
