"""Names of the shop in a query: categories, brands, colours, materials, genders, attributes."""

from __future__ import annotations

from search.interpretation.draft import Draft, Name
from search.interpretation.grammar import THINGS
from search.interpretation.inflection import base_form
from search.interpretation.phrases import LONGEST_PHRASE, Meaning


def find_names(draft: Draft) -> None:
    """Longest name first, from left to right; then those that mean something else are given up."""
    i = 0
    while i < len(draft.tokens):
        name = expression(draft, i) or name_at(draft, i)
        if name:
            draft.own(name)
        i = name.end if name else i + 1
    for name in list(draft.names):
        if is_part_of_another_thing(draft, name) or is_a_thing_itself(draft, name):
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


def is_part_of_another_thing(draft: Draft, name: Name) -> bool:
    """English puts the thing itself last: a "shirt dress" is a dress, a "sofa cover" no sofa."""
    if name.kind != "category":
        return False
    after = draft.owner.get(name.end)
    if after and after.kind == "category":
        return True
    if is_purpose(draft, name):
        return True
    noun = after is not None and (not after.meanings or is_plural_attribute(draft, after))
    return not is_plural(draft, name) and (draft.unknown(name.end) or noun)


def is_plural(draft: Draft, name: Name) -> bool:
    last = draft.tokens[name.end - 1].text
    return base_form(last, draft.vocabulary.language) != last


def is_plural_attribute(draft: Draft, name: Name) -> bool:
    """ "shoe laces" are laces."""
    return name.kind == "attribute" and is_plural(draft, name)


def is_purpose(draft: Draft, name: Name) -> bool:
    """A "backpack for a laptop" is a backpack."""
    earlier = any(each.kind == "category" and each.end < name.start for each in draft.names)
    before = name.start - 1
    while is_filler(draft, before):
        before -= 1
    return earlier and "purpose" in draft.plays(before)


def is_filler(draft: Draft, i: int) -> bool:
    """An article or a number between a preposition and its noun."""
    parts = draft.plays(i)
    article = "small" in parts and "purpose" not in parts
    return article or (i > 0 and draft.tokens[i].number is not None)


def is_a_thing_itself(draft: Draft, name: Name) -> bool:
    """Orange, gold, glass: a colour or material only beside something of the shop, or alone."""
    words = {token.text for token in draft.tokens[name.start : name.end]}
    if name.kind not in {"color", "material"} or not words <= THINGS:
        return False
    before, after = draft.owner.get(name.start - 1), draft.owner.get(name.end)
    if after and after.meanings:
        return False
    if name.end < len(draft.tokens) and draft.unknown(name.end):
        return True
    return draft.unknown(name.start - 1) or bool(before and not before.meanings)


def give_up(draft: Draft, name: Name) -> None:
    draft.names.remove(name)
    for i in range(name.start, name.end):
        del draft.owner[i]
