"""What each sort goes by: something of the product, or of the offer that its card shows.

Keys are in ascending order; what has none (no price, no reduction, no popularity) comes last. So
does, behind all prices of the shop's main currency, what is priced in another one: 30 won are
neither less nor more than 20 euros.
"""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Case,
    DateTimeField,
    ExpressionWrapper,
    F,
    FloatField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from catalog.currencies import currencies
from catalog.models import Product, Variant
from catalog.querysets import AMOUNT, IN_STOCK, REDUCED_TO
from catalog.recent import FRESH_SECONDS, recent
from search import sql
from search.query import SORTS

SOLD_OUT = Case(When(IN_STOCK, then=Value(0)), default=Value(1))
FAR = 10**9  # more than any price


class InItsCurrency(Combinable):
    """A price as a key, with those of each other currency by themselves behind the main one's.

    A shop of one currency sorts by the bare column, which an index serves.
    """

    def __init__(self, price: Combinable) -> None:
        self.price = price

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        behind = [
            When(product__currency=code, then=Value(place * FAR, AMOUNT))
            for place, code in enumerate(currencies()[1:], 1)
        ]
        apart = self.price + Case(*behind, default=Value(0, AMOUNT)) if behind else self.price
        return ExpressionWrapper(apart, AMOUNT).resolve_expression(*args, **kwargs)


OF_OFFERS: dict[str, Combinable | Case] = {
    "price": InItsCurrency(F("price")),
    "-price": InItsCurrency(-F("price")),
    "discount": REDUCED_TO,
}
# Newest and most popular first: these two are descending. Where every product has a key, none is
# put last, as the index of it has it.
OF_PRODUCTS: dict[str, Combinable] = {
    "newest": Coalesce("published", "created", output_field=DateTimeField()),
    "popularity": ExpressionWrapper(F("popularity"), FloatField()),
}
OF_EVERY_PRODUCT = frozenset({"newest"})


def of_offer(variant: Variant, sort: str) -> float:
    """The key of a variant in memory, as OF_OFFERS has it in SQL; 0 where the sort is not by it."""
    if sort not in OF_OFFERS:
        return 0.0
    if variant.price is None:
        return float("inf")
    if sort == "discount":
        return float(variant.price / variant.price_before) if variant.on_sale else float("inf")
    return float(variant.price if sort == "price" else -variant.price)


@recent(FRESH_SECONDS)
def offered() -> tuple[str, ...]:
    """The sorts for which the shop has data."""
    known = {
        "popularity": Product.objects.active().filter(popularity__isnull=False),
        "discount": Variant.objects.on_sale(),
    }
    asked = [each.order_by().values("pk").query.sql_with_params() for each in known.values()]
    text = ", ".join(f"EXISTS ({text})" for text, _params in asked)
    [there] = sql.rows(f"SELECT {text}", [value for _text, params in asked for value in params])
    missing = {sort for sort, has in zip(known, there, strict=True) if not has}
    return tuple(sort for sort in SORTS if sort not in missing)
