"""Prices in a query: "under 80", "between 20 and 40", "20-40 €", "over 100", "cheap"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from catalog.templatetags.catalog import price
from search.query import Chip
from search.understanding.measures import UNIT
from search.understanding.parse import Draft

MONEY_SIGNS = "€ $ £"
BELOW = "< <= ≤"
ABOVE = "> >= ≥"
THOUSAND = "k"


@dataclass(frozen=True)
class Amount:
    value: Decimal
    end: int
    money: bool  # it says euro, or the like


def find_prices(draft: Draft) -> None:
    i = 0
    while i < len(draft.tokens):
        i = max(i + 1, span(draft, i) or bound(draft, i) or bare(draft, i))
    find_cheap(draft)


def amount(draft: Draft, i: int) -> Amount | None:
    """A number that can be money: no unit of another kind and nothing counted behind it."""
    money = draft.sign(i, MONEY_SIGNS)
    i += money
    value = draft.tokens[i].number if draft.free(i) else None
    if value is None:
        return None
    i += 1
    if draft.free(i) and draft.tokens[i].text == THOUSAND and not gap(draft, i):
        value, i = value * 1000, i + 1
    after = 1 if draft.sign(i, MONEY_SIGNS) else draft.part(i, "money")
    if money or after:
        return Amount(value, i + after, True)
    counted = draft.free(i) and (draft.tokens[i].text in UNIT or "counted" in draft.plays(i))
    return None if counted or draft.sign(i, '" ″') else Amount(value, i, False)


def gap(draft: Draft, i: int) -> bool:
    return draft.tokens[i].start > draft.tokens[i - 1].end


def span(draft: Draft, i: int) -> int:
    """ "between 20 and 40", "from 20 to 40", "20-40 €"; where it ends, 0 where there is none."""
    said = draft.part(i, "between", "from")
    low = amount(draft, i + said)
    if not low:
        return 0
    to = 1 if draft.sign(low.end, "- – —") else draft.part(low.end, "to")
    high = amount(draft, low.end + to) if to else None
    if not high or not (said or low.money or high.money) or high.value < low.value:
        return 0
    take_price(draft, "price_min", low.value, i, high.end)
    take_price(draft, "price_max", high.value, i, high.end)
    return high.end


def bound(draft: Draft, i: int) -> int:
    """ "under 80", "> 100", "80 or less"."""
    for kind, part, signs in (("price_max", "under", BELOW), ("price_min", "over", ABOVE)):
        said = 1 if draft.sign(i, signs) else draft.part(i, part)
        found = amount(draft, i + said) if said else None
        if found:
            take_price(draft, kind, found.value, i, found.end)
            return found.end
    found = amount(draft, i)
    for kind, part in (("price_max", "or less"), ("price_min", "or more")):
        said = draft.part(found.end, part) if found else 0
        if found and said:
            take_price(draft, kind, found.value, i, found.end + said)
            return found.end + said
    return 0


def bare(draft: Draft, i: int) -> int:
    """ "80 €": who names a sum has that much to spend."""
    found = amount(draft, i)
    if not found or not found.money:
        return 0
    take_price(draft, "price_max", found.value, i, found.end)
    return found.end


def find_cheap(draft: Draft) -> None:
    """ "cheap" is a preference for the cheapest quarter of what is asked for."""
    if any(chip.kind == "price_max" for _place, chip in draft.chips):
        return
    for i in range(len(draft.tokens)):
        length = draft.part(i, "cheap")
        cheap = draft.vocabulary.cheap_in(draft.categories()) if length else None
        if cheap is not None:
            take_price(draft, "price_max", cheap, i, i + length, hard=False)
            return


def take_price(
    draft: Draft, kind: str, value: Decimal, start: int, end: int, *, hard: bool = True
) -> None:
    money = {"price": price(value, draft.vocabulary.facts.currency)}
    label = _("up to %(price)s") % money if kind == "price_max" else _("from %(price)s") % money
    draft.take(Chip(kind, f"{value:f}", draft.words(start, end), label, hard), start, end)
