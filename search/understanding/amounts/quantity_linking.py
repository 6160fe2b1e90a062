"""What of the shop the amounts in a query are.

An amount is a size where the thing asked for is sold by it, else a number among its attributes.
It is never the size of some other kind of thing: a "pin 40 mm" is no candle of 4 cm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from catalog.folding import fold
from catalog.templatetags.wording import worded
from search.query import Entity, Notice
from search.understanding.amounts.quantities import Quantity, bound_of, counted_at, quantity_at
from search.understanding.comparisons import MEASURED_BY
from search.understanding.parse import Parse
from search.understanding.shop_words.measured_attributes import Amount
from search.understanding.shop_words.stated_amounts import UNBOUNDED
from search.understanding.words.measures import spellings
from search.understanding.words.tokens import words_of

# "2+" of an age: a text with a 2 says nothing of it, as one with a year does.
UNITLESS = re.compile(r"(?!\d{4}$)[\d\s.,+–-]+")
MOST_NAMED = 12  # amounts that texts are asked for
SIZES_NAMED = 3  # sizes that a chip names; of more, the first and the last


def find_quantities(parse: Parse) -> None:
    i = 0
    while i < len(parse.tokens):
        found = quantity_at(parse, i)
        if found is None:
            parse.bounds += counted_at(parse, i)
            i += 1
            continue
        if not take_sizes(parse, found) and not mention_attributes(parse, found):
            parse.unstated.append((found.start, found.end))
            parse.bounds += [] if found.exact else [bound_of(found)]
        i = found.end  # the "2 m" of "longer than 2 m" is no length that was asked for


def sizes_of(parse: Parse, asked: Quantity) -> tuple[str, ...]:
    return parse.sizes.measured(asked.dimension, asked.low, asked.high)


def take_sizes(parse: Parse, asked: Quantity) -> bool:
    """As a condition where what is asked for is sold by this measure.

    Where nobody knows what is asked for, it is a preference for the size of anything.
    """
    values = sizes_of(parse, asked)
    if values:
        parse.take(size_entity(parse, values, asked.start, asked.end), asked.start, asked.end)
        return True  # it is what the amount is, also where the shopper has switched it off
    if any(parse.categories()) or attributes(parse, asked):
        return False
    everywhere = parse.vocabulary.sizes.everywhere()
    values = everywhere.measured(asked.dimension, asked.low, asked.high)
    if not values:
        return False
    entity = size_entity(parse, values, asked.start, asked.end, hard=False)
    parse.mention(entity, asked.start, asked.end)
    return True


def size_entity(
    parse: Parse, values: tuple[str, ...], start: int, end: int, *, hard: bool = True
) -> Entity:
    few = len(values) <= SIZES_NAMED
    said = " / ".join(values) if few else f"{values[0]} … {values[-1]}"
    return Entity(
        "size",
        values[0],
        parse.words(start, end),
        _("size %(size)s") % {"size": said},
        hard,
        parse.span(start, end),
        values,
    )


def attributes(parse: Parse, asked: Quantity) -> tuple[str, ...]:
    """The "name:value"s that it may mean; those of the attribute that is named beside it alone."""
    found = parse.vocabulary.measured.within(
        asked.dimension, asked.low, asked.high, tuple(parse.categories())
    )
    return told_by_name(parse, found, asked)


def nearest_attributes(parse: Parse, asked: Quantity) -> tuple[str, ...]:
    """Those that come near the one amount that is asked of a thing of the shop."""
    kinds = tuple(parse.categories())
    if not asked.exact or not kinds:
        return ()
    near = parse.vocabulary.measured.nearest(asked.dimension, asked.low, kinds)
    return told_by_name(parse, near, asked)


def told_by_name(parse: Parse, found: list[Amount], asked: Quantity) -> tuple[str, ...]:
    named = [each for each in found if is_named(parse, each.attribute, asked)]
    return tuple(f"{each.attribute}:{each.value}" for each in named or found)


def is_named(parse: Parse, attribute: str, asked: Quantity) -> bool:
    return bool(naming(parse, attribute, asked))


def naming(parse: Parse, attribute: str, asked: Quantity) -> list[int]:
    """The tokens beside an amount that name the attribute: "RAM" of "at least 16 GB RAM".

    So does what the shop has as a synonym of its name, and its name in another language.
    """
    names = called(parse, attribute)
    end = behind_of(parse, asked.end)
    around = range(max(asked.start - 2, 0), min(end + 2, len(parse.tokens)))
    texts = {i: parse.tokens[i].text for i in around}
    return [i for i, text in texts.items() if names & {text, *MEASURED_BY.get(text, ())}]


def called(parse: Parse, attribute: str) -> set[str]:
    """The words of an attribute's name, and of its synonyms."""
    own = words_of(attribute)
    same = (parse.vocabulary.lending(code).same(own) for code in parse.languages)
    return set(own).union(*(words_of(other) for others in same for other in others))


def mention_attributes(parse: Parse, asked: Quantity) -> bool:
    """As a preference; where only a size comes near, the shopper is told which there are."""
    exact = attributes(parse, asked)
    values = exact or nearest_attributes(parse, asked)
    if not values:
        return say_neighbours(parse, asked)
    name, _colon, value = values[0].partition(":")
    typed = parse.words(asked.start, asked.end)
    # What was asked for is never exchanged for what there is without a word.
    said = typed if exact else f"{typed} ≈ {value}"
    label = f"{name}: {value if exact and len(exact) == 1 else said}"
    if any(each.partition(":")[0] != name for each in values):
        label = typed  # a height or a width, whichever
    start, end = with_name(parse, values, asked)
    entity = Entity(
        "attribute",
        values[0],
        parse.words(start, end),
        label,
        span=parse.span(start, end),
        values=values,
        names=names_of(values, beside_name=is_bare(parse, asked)),
    )
    parse.mention(entity, start, end)
    return True


def is_bare(parse: Parse, asked: Quantity) -> bool:
    """Whether a text that has the number says nothing by it alone, as it does by a year."""
    known = parse.vocabulary.measured
    return asked.dimension in known.bare and asked.dimension != known.years


def names_of(values: tuple[str, ...], *, beside_name: bool = False) -> tuple[str, ...]:
    """How a text says one of the amounts: "64 gb", "64gb"; "192 pages", "spf 50" `beside_name`."""
    told = [each.partition(":") for each in values[:MOST_NAMED]]
    if beside_name:
        pairs = ((fold(value), word) for name, _colon, value in told for word in words_of(name))
        return tuple(f for n, word in pairs for f in (f"{n} {word}", f"{word} {n}"))
    amounts = (fold(value) for _name, _colon, value in told if not UNITLESS.fullmatch(value))
    return tuple(dict.fromkeys(form for each in amounts for form in spellings(each)))


def with_name(parse: Parse, values: tuple[str, ...], asked: Quantity) -> tuple[int, int]:
    """The tokens of the amount, and of the name of its attribute right beside it."""
    names = dict.fromkeys(value.partition(":")[0] for value in values)
    beside = {i for name in names for i in naming(parse, name, asked)}
    before, end = asked.start - 1 in beside, behind_of(parse, asked.end)
    return asked.start - before, end + 1 if end in beside else asked.end


def behind_of(parse: Parse, end: int) -> int:
    """Where a name may stand behind an amount: "16 GB RAM", "16 Go de RAM"."""
    return end + parse.part(end, "of")


def say_neighbours(parse: Parse, asked: Quantity) -> bool:
    """ "There is no size 100 cm of this; there are 95 cm and 105 cm", or "height: 90 cm"."""
    if not asked.exact:
        return False
    said = parse.words(asked.start, asked.end)
    amounts = {size: parse.sizes.measures[size][1] for size in sizes_of(parse, any_of(asked))}
    if amounts:
        notice = no_such_size(said, neighbours(amounts, asked.low))
    else:
        kinds = tuple(parse.categories())
        there = parse.vocabulary.measured.within(asked.dimension, Decimal(0), UNBOUNDED, kinds)
        amounts = {f"{worded(each.attribute)}: {each.value}": each.how_much for each in there}
        if not kinds or not amounts:
            return False
        notice = no_such_amount(said, neighbours(amounts, asked.low))
    parse.notices.append(notice)
    parse.explained.update(range(asked.start, asked.end))
    return True


def any_of(asked: Quantity) -> Quantity:
    return replace(asked, low=Decimal(0), high=UNBOUNDED)


def neighbours(amounts: Mapping[str, Decimal], asked: Decimal) -> list[str]:
    """The two that are nearest, the smaller first."""
    near = sorted(amounts, key=lambda each: abs(amounts[each] - asked))[:2]
    return sorted(near, key=lambda each: amounts[each])


def no_such_amount(asked: str, near: list[str]) -> Notice:
    said = _("None of these has “%(amount)s” among its details. Nearest: %(near)s.")
    return Notice("amount", asked, said % {"amount": asked, "near": ", ".join(near)})


def no_such_size(size: str, near: list[str] | tuple[str, ...]) -> Notice:
    if not near:
        return Notice("size", size, _("There is no size %(size)s of this.") % {"size": size})
    said = _("There is no size %(size)s of this. Nearest: %(near)s.")
    return Notice("size", size, said % {"size": size, "near": ", ".join(near)})
