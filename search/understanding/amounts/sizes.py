"""Sizes in a query: "size 10", "EU 42", "43-46", "in M"; a bare number only where it is sure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from search.understanding.amounts.foot_lengths import shoes_of_foot
from search.understanding.amounts.quantity_linking import no_such_size, size_entity
from search.understanding.parse import Parse
from search.understanding.shop_words.size_index import Sizes, as_waist, numbers_of

LETTERS = re.compile(r"\d?x+[sl]|[sml]")
LETTERED = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")  # the smallest first
GLUED = re.compile(r"(?:eu|eur|uk|us)\d{1,3}|(?:gr|sz)\d{1,3}")
FOREIGN = re.compile(r"\b(?:uk|us)(?=\d|\b)", re.IGNORECASE)  # of whose sizes others say nothing
SHORTEST_WORD = 4  # letters of a size that is a word
SIZE_TOKENS = 3  # tokens of a size: "3 x l", "140 x 200"


class Read(NamedTuple):
    """A size that is there, in the shop's spellings, and where it ends; or one that is not."""

    values: tuple[str, ...] = ()
    end: int = 0
    missing: str = ""


NO_SIZE = Read()


def find_sizes(parse: Parse) -> None:
    i = 0
    while i < len(parse.tokens):
        found = (
            size_of_foot(parse, i)
            or size_said(parse, i)
            or size_said_behind(parse, i)
            or size_bare(parse, i)
        )
        if found:  # also one that the shopper has switched off: its end is no size of its own
            take_size(parse, found, i)
        end = found.end if found else size_in_texts(parse, i)
        i = end or i + 1


def size_in_texts(parse: Parse, i: int) -> int:
    """Where a size ends that only texts may say, of a thing that has none: "hooks size 6"."""
    end = i + parse.part(i, "size")
    if end == i or parse.sizes or not any(parse.categories()) or not parse.free(end):
        return 0
    if parse.tokens[end].kind != "number" and not LETTERS.fullmatch(parse.tokens[end].text):
        return 0
    parse.unstated.append((i, end + 1))
    return end + 1


def take_size(parse: Parse, found: Read, start: int) -> None:
    if found.values:
        parse.take(size_entity(parse, found.values, start, found.end), start, found.end)
        return
    number = None if FOREIGN.search(found.missing) else numbers_of(found.missing)
    near = parse.sizes.around(number[0]) if number else ()
    parse.notices.append(no_such_size(found.missing, near))
    parse.dropped.update(range(start, found.end))


def size_of_foot(parse: Parse, i: int) -> Read | None:
    values, end = shoes_of_foot(parse, i)
    return Read(values, end) if values else None


def size_said(parse: Parse, i: int) -> Read | None:
    """ "size 10", "eu42": what follows is a size, whatever it looks like.

    Of a kind of thing that has no sizes, it is none; where nobody knows what is asked for, it may
    be the size of anything.
    """
    length = parse.part(i, "size")
    glued = not length and parse.free(i) and GLUED.fullmatch(parse.tokens[i].text)
    if not length and not glued:
        return None
    known = any(parse.categories())
    found = size_at(
        parse, i + length, parse.sizes if known else parse.vocabulary.sizes.everywhere()
    )
    if found.values:
        return found
    return missing(parse, i, i + length) if parse.sizes else None


def size_said_behind(parse: Parse, i: int) -> Read | None:
    """ "42 numara", "L beden" (Turkish)."""
    known = any(parse.categories())
    found = size_at(parse, i, parse.sizes if known else parse.vocabulary.sizes.everywhere())
    length = parse.part(found.end, "size behind") if found.values else 0
    return Read(found.values, found.end + length) if length else None


def missing(parse: Parse, start: int, i: int) -> Read | None:
    """ "Size XXL" where what is asked for comes in other sizes: nobody can buy it."""
    if not parse.free(i):
        return None
    text = parse.tokens[i].text
    if parse.tokens[i].number is None and not LETTERS.fullmatch(text) and not GLUED.fullmatch(text):
        return None
    system = FOREIGN.search(parse.words(start, i + 1))
    return Read(end=i + 1, missing=parse.words(start if system else i, i + 1))


def size_at(parse: Parse, i: int, sizes: Sizes) -> Read:
    span = span_at(parse, i, sizes)
    if span.values:
        return span
    for length in range(SIZE_TOKENS, 0, -1):
        if all(parse.free(j) for j in range(i, i + length)):
            form = "".join(token.text for token in parse.tokens[i : i + length]).replace(",", ".")
            bare = re.sub(r"^(?:eu|eur|uk|us|gr|sz)(?=\d)", "", form)
            values = sizes.spelt(form) or sizes.spelt(bare) or sizes.spelt(as_waist(form))
            if values:
                return Read(values, i + length)
    return NO_SIZE


def span_at(parse: Parse, i: int, sizes: Sizes) -> Read:
    """ "43-46", "S-L": that very size, or all that lie between or reach into it."""
    return span_of_letters(parse, i, sizes) or span_of_numbers(parse, i, sizes)


def span_of_letters(parse: Parse, i: int, sizes: Sizes) -> Read | None:
    if not (parse.free(i) and parse.free(i + 1)) or parse.tokens[i].text not in LETTERED:
        return None
    hyphen = parse.text[parse.tokens[i].end : parse.tokens[i + 1].start].strip() in {*"-–/"}
    j = i + 1 + (0 if hyphen else parse.part(i + 1, "to"))
    if not (hyphen or j > i + 1) or not parse.free(j) or parse.tokens[j].text not in LETTERED:
        return None
    low, high = sorted(LETTERED.index(parse.tokens[at].text) for at in (i, j))
    exact = sizes.spelt(f"{LETTERED[low]}-{LETTERED[high]}")
    between = [size for form in LETTERED[low : high + 1] for size in sizes.spelt(form)]
    return Read(exact or tuple(between), j + 1) if exact or between else None


def span_of_numbers(parse: Parse, i: int, sizes: Sizes) -> Read:
    low = parse.tokens[i].number if parse.free(i) else None
    j = i + 1
    to = 1 if parse.sign(j, "- – — /") else parse.part(j, "to")
    high = parse.tokens[j + to].number if to and parse.free(j + to) else None
    if low is None or high is None or not is_size_number(low) or not low < high:
        return NO_SIZE
    end = j + to + 1
    exact = sizes.spelt(f"{low:f}-{high:f}") if f"{low:f}-{high:f}" in sizes.forms else ()
    return Read(exact or sizes.between(low, high), end)


def is_size_number(number: Decimal) -> bool:
    return 0 < number < 1000


def size_bare(parse: Parse, i: int) -> Read | None:
    """ "xl" anywhere, "M" as a capital, "sneakers 42" where the category has that size."""
    preposition = parse.part(i, "in")
    j = i + preposition
    found = size_at(parse, j, parse.sizes)
    if not found.values and is_letter(parse, j) and not any(parse.categories()):
        found = size_at(parse, j, parse.vocabulary.sizes.everywhere())
    if not found.values:
        return no_such_letters(parse, j)
    sure = (
        is_letter(parse, j)
        or is_worded(parse, j, found.end)
        or (stands_alone(parse, j, found.end) if not preposition else ends(parse, found.end))
    )
    return found if sure else None


def no_such_letters(parse: Parse, i: int) -> Read | None:
    """ "XXXL" of what comes in other letters."""
    if not parse.free(i) or parse.tokens[i].text not in LETTERED[-2:] + LETTERED[:1]:
        return None
    in_letters = any(form in parse.sizes.forms for form in LETTERED)
    return Read(end=i + 1, missing=parse.words(i, i + 1)) if in_letters else None


def is_letter(parse: Parse, i: int) -> bool:
    """S, M and L in small letters are sizes only at the very end of the query."""
    if not parse.free(i) or not LETTERS.fullmatch(parse.tokens[i].text):
        return False
    if i and parse.tokens[i - 1].number is not None:  # 3xl, 1.7 l
        return False
    if len(parse.tokens[i].text) > 1 or parse.tokens[i].typed.isupper():
        return True
    return i == len(parse.tokens) - 1 and any(parse.categories())


def is_worded(parse: Parse, start: int, end: int) -> bool:
    """ "Large", "Queen", "Çift Kişilik": words that are a size of what is asked for."""
    words = [token.text for token in parse.tokens[start:end]]
    return all(map(str.isalpha, words)) and len("".join(words)) >= SHORTEST_WORD


def stands_alone(parse: Parse, start: int, end: int) -> bool:
    """Beside a name of the shop, and nothing unknown around it ("pack of 6 mugs", "501 jeans")."""
    before = parse.owner.get(start - 1)
    open_before = start == 0 or start - 1 in parse.dropped or bool(before and before.meanings)
    listed = "or" in parse.plays(start - 1) or parse.sign(start - 1, ",")
    joined = listed and start - 2 in parse.dropped  # "32 or 34", "38, 39"
    beside = bool(before) or end in parse.owner or joined
    return (open_before or joined) and beside and ends(parse, end)


def ends(parse: Parse, end: int) -> bool:
    """Whether nothing that could be counted or described follows."""
    after = parse.owner.get(end)
    if after:
        return bool(after.meanings)
    return not parse.unknown(end) and "counted" not in parse.plays(end)
