"""When a name of the shop is not meant as one: "sofa cover", "backpack for a laptop", "at home"."""

from __future__ import annotations

from search.understanding.grammar import THINGS
from search.understanding.inflection import base_form
from search.understanding.parse import Draft, Name


def means_something_else(draft: Draft, name: Name) -> bool:
    if name.kind == "category":
        return is_part_of_another_thing(draft, name) or is_setting(draft, name)
    if name.kind == "attribute":
        return is_setting(draft, name) or is_part(draft, name)
    return is_a_thing_itself(draft, name)


def is_part_of_another_thing(draft: Draft, name: Name) -> bool:
    """English puts the thing itself last: a "shirt dress" is a dress, a "sofa cover" no sofa."""
    after = draft.owner.get(name.end)
    if after and after.kind == "category":
        return True
    noun = after is not None and (not after.meanings or is_plural_attribute(draft, after))
    return not is_plural(draft, name) and (
        draft.unknown(name.end) or noun or is_first_part(draft, name)
    )


def is_first_part(draft: Draft, name: Name) -> bool:
    """ "Hat and scarf hanger", "bed and sofa cushions": of what the second is a part of, too."""
    second = draft.owner.get(name.end + 1)
    return (
        second is not None
        and second.kind == "category"
        and joins(draft, name.end)
        and is_part_of_another_thing(draft, second)
    )


def is_plural(draft: Draft, name: Name) -> bool:
    last = draft.tokens[name.end - 1].text
    return base_form(last, draft.vocabulary.language) != last


def is_plural_attribute(draft: Draft, name: Name) -> bool:
    """ "shoe laces" are laces."""
    return name.kind == "attribute" and is_plural(draft, name)


def is_part(draft: Draft, name: Name) -> bool:
    """The laces themselves, in "shoe laces"."""
    return name.start - 1 in draft.aside and is_plural_attribute(draft, name)


def is_setting(draft: Draft, name: Name) -> bool:
    """Where or what for: "warm feet at home", "carry my laptop", "a backpack for a laptop"."""
    before = before_fillers(draft, name.start - 1)
    if joins(draft, before) and before - 1 in draft.aside:  # "a shelf for shoes and boots"
        return True
    if draft.unknown(before):  # above the dining table
        return "place" in draft.plays(before_fillers(draft, before - 1))
    parts = draft.plays(before)
    if not parts.isdisjoint({"place", "mine"}):
        return name.kind == "category" or "in" not in parts  # a dress "in stripes" is striped
    if draft.unknown(before - 1) and "for" in parts:  # "storage for hats"
        return name.kind == "category"
    earlier = any(each.kind == "category" and each.end < name.start for each in draft.names)
    if name.kind == "attribute":  # a "vase for flowers" is not floral, shoes "for summer" are
        return earlier and "for" in parts and is_plural(draft, name)
    return earlier and not parts.isdisjoint({"for", "with"})


def joins(draft: Draft, i: int) -> bool:
    return draft.free(i) and not draft.plays(i).isdisjoint({"and", "or"})


def before_fillers(draft: Draft, i: int) -> int:
    """Back from token `i` over the articles and numbers between a preposition and its noun."""
    while i >= 0 and ("article" in draft.plays(i) or draft.tokens[i].number is not None):
        i -= 1
    return i


def is_a_thing_itself(draft: Draft, name: Name) -> bool:
    """Gold, rose, glass: a colour or material only beside something of the shop, or alone."""
    words = {token.text for token in draft.tokens[name.start : name.end]}
    if name.kind not in {"color", "material"} or not words <= THINGS:
        return False
    before, after = draft.owner.get(name.start - 1), draft.owner.get(name.end)
    if (after and after.meanings) or is_of_a_part(draft, name):
        return False
    if draft.unknown(name.end) or (before and not before.meanings):
        return True
    introduced = {"in", "and", "or", "only", "not", "shade"}
    return draft.free(name.start - 1) and draft.plays(name.start - 1).isdisjoint(introduced)


def is_of_a_part(draft: Draft, name: Name) -> bool:
    """ "A mirror with a gold frame"."""
    earlier = any(each.kind == "category" and each.end < name.start for each in draft.names)
    return earlier and "with" in draft.plays(before_fillers(draft, name.start - 1))
