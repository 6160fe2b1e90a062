"""Sizes in a query: "size 10", "EU 42", "in M", "500 ml"; a bare number only where it is sure."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from search.query import Chip, Notice
from search.understanding.measures import Measure, measure
from search.understanding.parse import Draft
from search.understanding.size_index import Sizes, measure_form

LETTERS = re.compile(r"\d?x+[sl]|[sml]")


def find_sizes(draft: Draft) -> None:
    vocabulary = draft.vocabulary
    asked = vocabulary.sizes.of(draft.categories())
    sizes = asked or vocabulary.sizes.everywhere()
    i = 0
    while i < len(draft.tokens):
        i = max(
            i + 1,
            said(draft, i, sizes)
            or missing(draft, i, asked)
            or measured(draft, i, sizes)
            or bare(draft, i, asked, sizes),
        )


def size_at(draft: Draft, i: int, sizes: Sizes) -> tuple[str, int]:
    """(size as the shop spells it, where it ends); ("", 0) where there is none of the shop's."""
    for length in (3, 2, 1):
        if all(draft.free(j) for j in range(i, i + length)):
            form = "".join(token.text for token in draft.tokens[i : i + length]).replace(",", ".")
            if form in sizes:
                return commonest(sizes[form]), i + length
    return "", 0


def commonest(spelled: list[tuple[str, int]]) -> str:
    return max(spelled, key=lambda size: size[1])[0]


def said(draft: Draft, i: int, sizes: Sizes) -> int:
    """ "size 10", "EU 42": what follows is a size, whatever it looks like."""
    length = draft.part(i, "size")
    size, end = size_at(draft, i + length, sizes) if length else ("", 0)
    return take_size(draft, size, i, end)


def missing(draft: Draft, i: int, asked: Sizes) -> int:
    """ "Size XXL" where what is asked for comes in other sizes: nobody can buy it."""
    length = draft.part(i, "size")
    j = i + length
    if not length or not asked or not draft.free(j):
        return 0
    if draft.tokens[j].number is None and not LETTERS.fullmatch(draft.tokens[j].text):
        return 0
    size = draft.words(j, j + 1)
    sentence = _("There is no size %(size)s of this.") % {"size": size}
    draft.notices.append(Notice("size", size, sentence))
    draft.dropped.update(range(i, j + 1))
    return j + 1


def measured(draft: Draft, i: int, sizes: Sizes) -> int:
    """ "500 ml" is a size, or an attribute, where the shop has it; 0.5 l is the same."""
    found = measure_at(draft, i)
    if not found or draft.plays(i - 1) & {"under", "over"}:
        return 0
    form = measure_form(found)
    if form in sizes:
        return take_size(draft, commonest(sizes[form]), i, i + 2)
    for meaning in draft.vocabulary.measures.get(found, []):
        chip = Chip("attribute", meaning.value, draft.words(i, i + 2), meaning.label)
        if chip.key not in draft.off:
            draft.chips.append((i, chip))
    return 0


def measure_at(draft: Draft, i: int) -> Measure | None:
    number = draft.tokens[i].number if draft.free(i) else None
    if number is None or not draft.free(i + 1):
        return None
    return measure(number, draft.tokens[i + 1].text)


def bare(draft: Draft, i: int, asked: Sizes, sizes: Sizes) -> int:
    """ "xl" anywhere, "M" as a capital, "sneakers 42" where the category has that size."""
    preposition = draft.part(i, "in")
    j = i + preposition
    size, end = size_at(draft, j, asked)
    if not size:
        size, end = size_at(draft, j, sizes) if is_letter(draft, j) else ("", 0)
    if not size:
        return 0
    sure = is_letter(draft, j) or (
        stands_alone(draft, j, end) if not preposition else ends(draft, end)
    )
    return take_size(draft, size, i, end) if sure else 0


def is_letter(draft: Draft, i: int) -> bool:
    """S, M and L in small letters are sizes only at the very end of the query."""
    if not draft.free(i) or not LETTERS.fullmatch(draft.tokens[i].text):
        return False
    if i and draft.tokens[i - 1].number is not None:  # 3xl, 1.7 l
        return False
    if len(draft.tokens[i].text) > 1 or draft.tokens[i].typed.isupper():
        return True
    return i == len(draft.tokens) - 1 and any(draft.categories())


def stands_alone(draft: Draft, start: int, end: int) -> bool:
    """Beside a name of the shop, and nothing unknown around it ("pack of 6 mugs", "501 jeans")."""
    before = draft.owner.get(start - 1)
    open_before = start == 0 or start - 1 in draft.dropped or bool(before and before.meanings)
    beside = bool(before) or end in draft.owner
    return open_before and beside and ends(draft, end)


def ends(draft: Draft, end: int) -> bool:
    """Whether nothing that could be counted or described follows."""
    after = draft.owner.get(end)
    if after:
        return bool(after.meanings)
    return not draft.unknown(end) and "counted" not in draft.plays(end)


def take_size(draft: Draft, size: str, start: int, end: int) -> int:
    if not size:
        return 0
    label = _("size %(size)s") % {"size": size}
    return (
        end
        if draft.take(Chip("size", size, draft.words(start, end), label, True), start, end)
        else 0
    )
