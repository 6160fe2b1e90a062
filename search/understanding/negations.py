"""What must not be: "without laces", "-leather", "not black", "no logo"."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.filters import TOGETHER
from search.query import Chip
from search.understanding.parse import Draft


def find_negations(draft: Draft) -> None:
    for i in range(len(draft.tokens)):
        length = negation(draft, i)
        if not length:
            continue
        j = i + length
        if exclude_together(draft, i, j):
            continue
        while end := negate(draft, i, j):
            i, j = end, end + draft.part(end, "or")
            if j == end:
                break


def exclude_together(draft: Draft, start: int, j: int) -> bool:
    """ "Anything but black boots" leaves the brown ones and the black sandals."""
    if draft.tokens[start].text not in {"anything", "everything"} or any(
        draft.owner.get(i) for i in range(start)
    ):
        return False
    names = []
    while (name := draft.owner.get(j)) and name.meanings:
        names.append(name)
        j = name.end
    kinds = {name.kind for name in names}
    if len(kinds) < 2 or len(kinds) < len(names) or "category" not in kinds:
        return False
    meant = [name.meanings[0] for name in names]
    value = TOGETHER.join(f"{meaning.kind}:{meaning.value}" for meaning in meant)
    said = draft.words(names[0].start, j)
    for name in names:
        name.negated = True
    return draft.take(Chip("not", value, draft.words(start, j), label(said), True), start, j)


def negation(draft: Draft, i: int) -> int:
    """How many tokens from `i` on say "not"."""
    if not draft.free(i):
        return 0
    if draft.tokens[i].kind == "minus":
        return 1
    return draft.part(i, "not")


def negate(draft: Draft, start: int, j: int) -> int:
    """Exclude the name or word at `j`; where it ends, 0 where nothing can be excluded."""
    while draft.free(j) and "small" in draft.plays(j):
        j += 1
    name = draft.owner.get(j)
    if name and name.meanings:
        name.negated = True
        return name.end if exclude_name(draft, start, name.end, j) else 0
    if not draft.unknown(j) and "adjective" not in draft.plays(j):
        return 0
    word = draft.tokens[j].text
    if draft.take(Chip("not", word, draft.words(start, j + 1), label(word), True), start, j + 1):
        draft.excluded.append(word)
    return j + 1


def exclude_name(draft: Draft, start: int, end: int, j: int) -> bool:
    """Attributes are excluded by their word, everything else by kind and value."""
    words = draft.words(start, end)
    taken = False
    for meaning in draft.owner[j].meanings:
        value = f"{meaning.kind}:{meaning.value}"
        if meaning.kind == "attribute":
            value = meaning.value.split(":", 1)[1]
        name = meaning.label if meaning.kind == "category" else value.split(":")[-1]
        chosen = draft.take(Chip("not", value, words, label(name), True), start, end)
        if chosen and meaning.kind == "attribute":
            draft.excluded.append(value)
        taken = taken or chosen
    return taken


def label(what: str) -> str:
    return _("not %(what)s") % {"what": what}
