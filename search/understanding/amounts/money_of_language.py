"""Money that the shop's language is spoken with, where the shop has no price in it.

Whoever asks a Japanese shop for what costs "2000円" speaks of its prices, though its table named no
currency and they were taken for euros. The chip says which amount is asked for.
"""

from __future__ import annotations

from dataclasses import replace

from catalog.currencies import currencies
from search.query import Entity, Interpretation
from search.understanding.amounts.prices import price_label
from search.understanding.parse import Parse

PRICES = ("price_min", "price_max")


def with_money_of_shop(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, such amounts in the currency of most prices of the shop."""
    asked = {each.currency for each in found.entities if each.kind in PRICES} - {""}
    spoken = asked & {*MONEY.get(parse.vocabulary.language, "").split()}
    untold = spoken.difference(currencies()) if spoken else set[str]()
    if not untold:
        return found
    entities = (in_main(each) if each.currency in untold else each for each in found.entities)
    return replace(found, entities=tuple(entities))


def in_main(entity: Entity) -> Entity:
    label = price_label(entity.kind, entity.value, currencies()[0])
    return replace(entity, currency="", label=label)


MONEY = {
    **{"ar": "SAR AED", "de": "EUR CHF", "en": "USD GBP CAD AUD INR", "es": "EUR USD MXN"},
    **{"fr": "EUR CHF CAD", "it": "EUR CHF", "ja": "JPY", "ko": "KRW", "nl": "EUR", "pl": "PLN"},
    **{"pt": "EUR BRL", "ru": "RUB UAH", "sv": "SEK", "th": "THB", "tr": "TRY", "zh": "CNY"},
}
