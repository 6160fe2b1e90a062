"""Prices in a query: "under 80", "between 20 and 40", "20-40 €", "over 100", "cheap"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from catalog.templatetags.catalog import price
from search.query import Entity
from search.understanding.amounts.bare_ranges import are_prices
from search.understanding.parse import Parse
from search.understanding.words.currencies import CURRENCY_OF
from search.understanding.words.gifts import names_voucher
from search.understanding.words.units import UNIT

BELOW = "< <= ≤"
ABOVE = "> >= ≥"
THOUSAND = "k"
THREE = re.compile(r"\d{3}")
BOUNDS = {"under", "over", "from", "between", "to"}
LEAST_SPELLED = 10  # "under two" may be anything; "under two euros" is a price
ABOUT = Decimal("0.2")  # how far from a sum that is "around" it a price may be
HIGHEST = Decimal(10) ** 8  # what a price column holds; more is no price


@dataclass(frozen=True)
class Amount:
    value: Decimal
    end: int
    money: bool  # it says euro, or the like
    currency: str = ""  # which one


def find_prices(parse: Parse) -> None:
    i = 0
    while i < len(parse.tokens):
        i = max(i + 1, labelled(parse, i) or amount_of_money(parse, i))
    find_cheap(parse)


def labelled(parse: Parse, i: int) -> int:
    """ "price 100-200", "цена до 500" (Russian): the word says nothing but what is limited."""
    length = parse.part(i, "price")
    end = amount_of_money(parse, i + length, told=True) if length else 0
    if end:
        parse.dropped.update(range(i, i + length))
    return end


def amount_of_money(parse: Parse, i: int, *, told: bool = False) -> int:
    """Where a price that begins at `i` ends, 0 where there is none; `told`: it is called one."""
    limited = span(parse, i, told=told) or bound(parse, i)
    return limited or about(parse, i) or band(parse, i) or bare(parse, i)


def amount(parse: Parse, i: int) -> Amount | None:
    """A number that can be money: no unit of another kind and nothing counted behind it."""
    before = "" if is_european_size(parse, i) else currency_at(parse, i)
    i += bool(before)
    value, i = number_at(parse, i)
    if value is None or value >= HIGHEST:
        return None
    spelled = parse.tokens[i - 1].number is None
    if parse.free(i) and parse.tokens[i].text == THOUSAND and not gap(parse, i):
        value, i = value * 1000, i + 1
    after = currency_at(parse, i)
    if before or after:
        return Amount(value, i + bool(after), True, before or after)
    if spelled and value < LEAST_SPELLED:
        return None
    return None if is_counted(parse, i) or parse.sign(i, '" ″') else Amount(value, i, False)


def with_thousands(parse: Parse, i: int, value: Decimal) -> tuple[Decimal, int]:
    """ "1 000 €", "under 12 500 €": the number at `i` with the threes behind it, and where it ends.

    Two numbers beside each other are a size and a price as well: nothing but money is written so.
    """
    first, end = i, i + 1
    while has_three(parse, first, end):
        value, end = value * 1000 + int(parse.tokens[end].text), end + 1
    return value, end


def has_three(parse: Parse, first: int, i: int) -> bool:
    """Whether token `i` are three more digits of the price that begins with token `first`."""
    if not parse.free(i) or not THREE.fullmatch(parse.tokens[i].text):
        return False
    begun, end = parse.tokens[first].text, parse.tokens[i].end
    apart = parse.tokens[i].start - parse.tokens[i - 1].end != 1
    if apart or not begun.isdigit() or len(begun) > 3 or parse.text[end:].lstrip().startswith("%"):
        return False
    if is_counted(parse, i + 1):
        return False
    money = currency_at(parse, i + 1) or currency_at(parse, first - 1)
    led = parse.sign(first - 1, f"{BELOW} {ABOVE}") or parse.plays(first - 1) & BOUNDS
    zero = parse.tokens[i].text.startswith("0")
    return bool(zero or (led and money) or (len(begun) == 1 and (led or money)))


def number_at(parse: Parse, i: int) -> tuple[Decimal | None, int]:
    """The number that stands at `i`, in figures or in words ("two hundred"), and where it ends."""
    if not parse.free(i) or i in parse.explained:
        return None, i
    if (figures := parse.tokens[i].number) is not None:
        return with_thousands(parse, i, figures)
    value = 0
    while parse.free(i) and (number := parse.grammar.sums.get(parse.tokens[i].text)):
        value = value * number if 0 < value < number else value + number
        i += 1
    return Decimal(value) if value else None, i


def currency_at(parse: Parse, i: int) -> str:
    """The currency that token `i` says; "" where it says none."""
    return CURRENCY_OF.get(parse.tokens[i].text, "") if parse.free(i) else ""


def is_counted(parse: Parse, i: int) -> bool:
    """Whether token `i` says that the number before it is no money."""
    return parse.free(i) and (parse.tokens[i].text in UNIT or "counted" in parse.plays(i))


def gap(parse: Parse, i: int) -> bool:
    return parse.tokens[i].start > parse.tokens[i - 1].end


def span(parse: Parse, i: int, *, told: bool = False) -> int:
    """ "between 20 and 40", "from 20 to 40", "20-40 €"; where it ends, 0 where there is none."""
    said = parse.part(i, "between", "from")
    low = amount(parse, i + said)
    if not low:
        return 0
    to = 1 if parse.sign(low.end, "- – — &") else parse.part(low.end, "to")
    high = amount(parse, low.end + to) if to else None
    behind = parse.part(high.end, "between") if high else 0  # "20 ile 40 arası"
    if high and behind and amount(parse, high.end + behind):  # "38-40 between 50 and 90"
        behind = 0
    if not high:
        return 0
    bounded = parse.part(low.end, "under") == to > 0  # "20 bis 40" (German) is no "bis 40"
    end, currency = high.end + behind, low.currency or high.currency
    least, most = sorted((low.value, high.value))
    if not said and is_size_and_bound(parse, i, high, bounded=bounded):
        return 0
    told = told or bool(said or behind or low.money or high.money)
    if not told and bounded and parse.sizes.between(least, most):
        return end
    if not told and not bounded and not are_prices(parse, i, end, least, most):
        return 0
    for kind, value in (("price_min", least), ("price_max", most)):
        take_price(parse, kind, value, i, end, currency, hard=told or bounded)
    return end


def is_size_and_bound(parse: Parse, i: int, high: Amount, *, bounded: bool) -> bool:
    """ "Größe 39 bis 80 Euro" (German): a size, and what it may cost.

    `bounded`: what stands between the two may say "up to" alone.
    """
    low = parse.tokens[i].number
    is_high_size = bool(parse.sizes.spelt(f"{high.value:f}")) and not high.money
    if "size" in parse.plays(i - 1):
        return not is_high_size
    is_size = low is not None and bool(parse.sizes.spelt(f"{low:f}"))
    return bounded and is_size and not is_high_size and not high.money


def about(parse: Parse, i: int) -> int:
    """ "Around 100 €", "两百块左右" (Chinese, behind it): not much less, and not much more."""
    said = parse.part(i, "about")
    found = amount(parse, i + said)
    if not found or not found.money or is_worth(parse):
        return 0
    end = found.end + (0 if said else parse.part(found.end, "about"))
    if not said and end == found.end:
        return 0
    for kind, share in (("price_min", 1 - ABOUT), ("price_max", 1 + ABOUT)):
        value = (found.value * share).normalize()
        take_price(parse, kind, value, i, end, found.currency)
    return end


def band(parse: Parse, i: int) -> int:
    """ "5만원대" (Korean), "1万円台" (Japanese): all that begins with these digits."""
    found = amount(parse, i)
    length = parse.part(found.end, "band") if found and found.money else 0
    if not found or not length:
        return 0
    step = Decimal(10) ** (len(digits := f"{found.value:f}") - len(digits.rstrip("0")))
    for kind, value in (("price_min", found.value), ("price_max", found.value + step - 1)):
        take_price(parse, kind, value, i, found.end + length, found.currency)
    return found.end + length


def bound(parse: Parse, i: int) -> int:
    """ "under 80", "> 100", "from 20 €", "80 or less"."""
    for kind, part, signs in (("price_max", "under", BELOW), ("price_min", "over", ABOVE)):
        said = 1 if parse.sign(i, signs) else parse.part(i, part)
        found = amount(parse, i + said) if said else None
        if found and not (kind == "price_min" and is_worth(parse)):
            take_price(parse, kind, found.value, i, found.end, found.currency)
            return found.end
    said = parse.part(i, "from")
    found = amount(parse, i + said) if said else None
    if found and found.money:  # "from 20 €"
        take_price(parse, "price_min", found.value, i, found.end, found.currency)
        return found.end
    found = amount(parse, i)
    for kind, part in (("price_max", "or less"), ("price_min", "or more")):
        said = parse.part(found.end, part) if found else 0
        if found and said:
            take_price(parse, kind, found.value, i, found.end + said, found.currency)
            return found.end + said
    return 0


def bare(parse: Parse, i: int) -> int:
    """ "80 €": who names a sum has that much to spend."""
    found = amount(parse, i)
    if not found or not found.money or is_european_size(parse, i) or is_worth(parse):
        return 0
    take_price(parse, "price_max", found.value, i, found.end, found.currency)
    return found.end


def is_worth(parse: Parse) -> bool:
    """ "gift card $50", "Gutschein über 50 Euro": a sum that is what the thing is, no limit."""
    return names_voucher([token.text for token in parse.tokens])


def is_european_size(parse: Parse, i: int) -> bool:
    """ "EUR 42" of shoes, which have such a size; "р. 42" (Russian), which is a rouble as well."""
    said = bool(currency_at(parse, i)) and parse.part(i, "size") and i + 1 < len(parse.tokens)
    return bool(said and parse.sizes.spelt(parse.tokens[i + 1].text))


def find_cheap(parse: Parse) -> None:
    """ "cheap" is a preference for the cheapest quarter of what is asked for."""
    if any(entity.kind == "price_max" for _place, entity in parse.entities):
        return
    for i in range(len(parse.tokens)):
        length = parse.part(i, "cheap")
        cheap = parse.vocabulary.cheap_in(parse.categories()) if length else None
        if cheap is not None:
            take_price(parse, "price_max", cheap, i, i + length, hard=False)
            return


def take_price(
    parse: Parse,
    kind: str,
    value: Decimal,
    start: int,
    end: int,
    currency: str = "",
    *,
    hard: bool = True,
) -> None:
    label = price_label(kind, f"{value:f}", currency or parse.vocabulary.stats.currency)
    words, span = parse.words(start, end), parse.span(start, end)
    parse.take(Entity(kind, f"{value:f}", words, label, hard, span, currency=currency), start, end)


def price_label(kind: str, value: str, currency: str) -> str:
    money = {"price": price(Decimal(value), currency)}
    return _("up to %(price)s") % money if kind == "price_max" else _("from %(price)s") % money
