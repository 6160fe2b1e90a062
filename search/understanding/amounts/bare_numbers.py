"""Numbers without a unit that an attribute of the shop has: "192 pages", "annata 2020", a year."""

from __future__ import annotations

from search.understanding.attribute_names import attribute_called
from search.understanding.parse import Parse
from search.understanding.shop_words.stated_amounts import bare
from search.understanding.words.currencies import CURRENCY_OF

BOUNDING = {"under", "over", "from", "between", "to", "size"}


def bare_dimension(parse: Parse, i: int) -> str:
    """What the number `i` counts, as the name beside it or, of a year, itself says; else ""."""
    known = parse.vocabulary.measured
    for beside in (i + 1 + parse.sign(i + 1, "- +"), i - 1):
        counted = parse.free(beside) and "counted" in parse.plays(beside)  # "1000 pieces"
        if known.bare and (counted or parse.unknown(beside)):
            word = parse.tokens[beside].text
            dimension = bare(attribute_called(parse, word))
            if dimension in known.by_dimension:
                return dimension
            if told := known.named_by.get(parse.vocabulary.key([word])[0]):
                return told
    return known.years if is_year(parse, i) else ""


def is_year(parse: Parse, i: int) -> bool:
    """Whether it is one that an attribute has, and no price."""
    number, known = parse.tokens[i].number, parse.vocabulary.measured
    years = known.by_dimension.get(known.years, ())
    bounded = parse.plays(i - 1) & BOUNDING or (i > 0 and parse.tokens[i - 1].kind == "sign")
    money = i + 1 < len(parse.tokens) and parse.tokens[i + 1].text in CURRENCY_OF
    return not bounded and not money and any(each.how_much == number for each in years)
