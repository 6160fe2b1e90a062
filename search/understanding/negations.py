"""What must not be: "without laces", "-leather", "not black", "no logo"."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.filters import TOGETHER
from search.query import Entity
from search.understanding.parse import Parse


def find_negations(parse: Parse) -> None:
    for i in range(len(parse.tokens)):
        length = negation(parse, i)
        if not length:
            continue
        j = i + length
        if exclude_together(parse, i, j):
            continue
        while end := negate(parse, i, j):
            i, j = end, end + parse.part(end, "or")
            if j == end:
                break


def exclude_together(parse: Parse, start: int, j: int) -> bool:
    """ "Anything but black boots" leaves the brown ones and the black sandals."""
    if parse.tokens[start].text not in {"anything", "everything"} or any(
        parse.owner.get(i) for i in range(start)
    ):
        return False
    names = []
    while (name := parse.owner.get(j)) and name.meanings:
        names.append(name)
        j = name.end
    kinds = {name.kind for name in names}
    if len(kinds) < 2 or len(kinds) < len(names) or "category" not in kinds:
        return False
    meant = [name.meanings[0] for name in names]
    value = TOGETHER.join(f"{meaning.kind}:{meaning.value}" for meaning in meant)
    said = parse.words(names[0].start, j)
    for name in names:
        name.negated = True
    return parse.take(Entity("not", value, parse.words(start, j), label(said), True), start, j)


def negation(parse: Parse, i: int) -> int:
    """How many tokens from `i` on say "not"."""
    if not parse.free(i):
        return 0
    if parse.tokens[i].kind == "minus":
        return 1
    return parse.part(i, "not")


def negate(parse: Parse, start: int, j: int) -> int:
    """Exclude the name or word at `j`; where it ends, 0 where nothing can be excluded."""
    while parse.free(j) and "small" in parse.plays(j):
        j += 1
    name = parse.owner.get(j)
    if name and name.meanings:
        name.negated = True
        return name.end if exclude_name(parse, start, name.end, j) else 0
    if not parse.unknown(j) and "adjective" not in parse.plays(j):
        return 0
    word = parse.tokens[j].text
    if parse.take(Entity("not", word, parse.words(start, j + 1), label(word), True), start, j + 1):
        parse.excluded.append(word)
    return j + 1


def exclude_name(parse: Parse, start: int, end: int, j: int) -> bool:
    """Attributes are excluded by their word, everything else by kind and value."""
    words = parse.words(start, end)
    taken = False
    for meaning in parse.owner[j].meanings:
        value = f"{meaning.kind}:{meaning.value}"
        if meaning.kind == "attribute":
            value = meaning.value.split(":", 1)[1]
        name = meaning.label if meaning.kind == "category" else value.split(":")[-1]
        chosen = parse.take(Entity("not", value, words, label(name), True), start, end)
        if chosen and meaning.kind == "attribute":
            parse.excluded.append(value)
        taken = taken or chosen
    return taken


def label(what: str) -> str:
    return _("not %(what)s") % {"what": what}
