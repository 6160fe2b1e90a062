"""Sizes in a query: "size 10", "EU 42", "in M", "500 ml"; a bare number only where it is sure."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from search.query import Entity, Notice
from search.understanding.measures import Measure, measure
from search.understanding.parse import Parse
from search.understanding.size_index import Sizes, measure_form

LETTERS = re.compile(r"\d?x+[sl]|[sml]")


def find_sizes(parse: Parse) -> None:
    vocabulary = parse.vocabulary
    asked = vocabulary.sizes.of(parse.categories())
    sizes = asked or vocabulary.sizes.everywhere()
    i = 0
    while i < len(parse.tokens):
        i = max(
            i + 1,
            said(parse, i, sizes)
            or missing(parse, i, asked)
            or measured(parse, i, sizes)
            or bare(parse, i, asked, sizes),
        )


def size_at(parse: Parse, i: int, sizes: Sizes) -> tuple[str, int]:
    """(size as the shop spells it, where it ends); ("", 0) where there is none of the shop's."""
    for length in (3, 2, 1):
        if all(parse.free(j) for j in range(i, i + length)):
            form = "".join(token.text for token in parse.tokens[i : i + length]).replace(",", ".")
            if form in sizes:
                return commonest(sizes[form]), i + length
    return "", 0


def commonest(spelled: list[tuple[str, int]]) -> str:
    return max(spelled, key=lambda size: size[1])[0]


def said(parse: Parse, i: int, sizes: Sizes) -> int:
    """ "size 10", "EU 42": what follows is a size, whatever it looks like."""
    length = parse.part(i, "size")
    size, end = size_at(parse, i + length, sizes) if length else ("", 0)
    return take_size(parse, size, i, end)


def missing(parse: Parse, i: int, asked: Sizes) -> int:
    """ "Size XXL" where what is asked for comes in other sizes: nobody can buy it."""
    length = parse.part(i, "size")
    j = i + length
    if not length or not asked or not parse.free(j):
        return 0
    if parse.tokens[j].number is None and not LETTERS.fullmatch(parse.tokens[j].text):
        return 0
    size = parse.words(j, j + 1)
    sentence = _("There is no size %(size)s of this.") % {"size": size}
    parse.notices.append(Notice("size", size, sentence))
    parse.dropped.update(range(i, j + 1))
    return j + 1


def measured(parse: Parse, i: int, sizes: Sizes) -> int:
    """ "500 ml" is a size, or an attribute, where the shop has it; 0.5 l is the same."""
    found = measure_at(parse, i)
    if not found or parse.plays(i - 1) & {"under", "over"}:
        return 0
    form = measure_form(found)
    if form in sizes:
        return take_size(parse, commonest(sizes[form]), i, i + 2)
    for meaning in parse.vocabulary.measures.get(found, []):
        entity = Entity("attribute", meaning.value, parse.words(i, i + 2), meaning.label)
        if entity.key not in parse.off:
            parse.entities.append((i, entity))
    return 0


def measure_at(parse: Parse, i: int) -> Measure | None:
    number = parse.tokens[i].number if parse.free(i) else None
    if number is None or not parse.free(i + 1):
        return None
    return measure(number, parse.tokens[i + 1].text)


def bare(parse: Parse, i: int, asked: Sizes, sizes: Sizes) -> int:
    """ "xl" anywhere, "M" as a capital, "sneakers 42" where the category has that size."""
    preposition = parse.part(i, "in")
    j = i + preposition
    size, end = size_at(parse, j, asked)
    if not size:
        size, end = size_at(parse, j, sizes) if is_letter(parse, j) else ("", 0)
    if not size:
        return 0
    sure = is_letter(parse, j) or (
        stands_alone(parse, j, end) if not preposition else ends(parse, end)
    )
    return take_size(parse, size, i, end) if sure else 0


def is_letter(parse: Parse, i: int) -> bool:
    """S, M and L in small letters are sizes only at the very end of the query."""
    if not parse.free(i) or not LETTERS.fullmatch(parse.tokens[i].text):
        return False
    if i and parse.tokens[i - 1].number is not None:  # 3xl, 1.7 l
        return False
    if len(parse.tokens[i].text) > 1 or parse.tokens[i].typed.isupper():
        return True
    return i == len(parse.tokens) - 1 and any(parse.categories())


def stands_alone(parse: Parse, start: int, end: int) -> bool:
    """Beside a name of the shop, and nothing unknown around it ("pack of 6 mugs", "501 jeans")."""
    before = parse.owner.get(start - 1)
    open_before = start == 0 or start - 1 in parse.dropped or bool(before and before.meanings)
    beside = bool(before) or end in parse.owner
    return open_before and beside and ends(parse, end)


def ends(parse: Parse, end: int) -> bool:
    """Whether nothing that could be counted or described follows."""
    after = parse.owner.get(end)
    if after:
        return bool(after.meanings)
    return not parse.unknown(end) and "counted" not in parse.plays(end)


def take_size(parse: Parse, size: str, start: int, end: int) -> int:
    if not size:
        return 0
    label = _("size %(size)s") % {"size": size}
    return (
        end
        if parse.take(Entity("size", size, parse.words(start, end), label, True), start, end)
        else 0
    )
