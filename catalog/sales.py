"""Sales with a beginning and an end: what an article costs now stands in its price, always.

Whoever reads, filters or sorts by `price` needs to know nothing of the calendar: an import puts
the price of today there, and `turn` does so when a sale begins or ends. A sale to come waits in
`sale_price`; while it runs, the price before stands in `price_before`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from catalog.models import Variant

PERIOD = ("sale_from", "sale_to")


def columns(variant: Variant, given: dict[str, Any], now: datetime | None = None) -> dict[str, Any]:
    """The price columns of a variant of which a file gives `given`: price, price_before, period."""
    if not {"price", "price_before", *PERIOD} & set(given):
        return {}
    now = now or timezone.now()
    asked = {
        "price": variant.sale_price if variant.sale_price is not None else variant.price,
        "price_before": variant.price if variant.sale_price is not None else variant.price_before,
        **{name: getattr(variant, name) for name in PERIOD},
        **given,
    }
    price, before = asked["price"], asked["price_before"]
    reduced = price is not None and before is not None and price < before
    first, last = (asked[name] if reduced else None for name in PERIOD)
    found = {"sale_from": first, "sale_to": last, "sale_price": None}
    if not reduced:
        return {**found, "price": price, "price_before": None}
    if last and last < now:
        return {**found, "price": before, "price_before": None}
    if first and first > now:
        return {**found, "price": before, "price_before": None, "sale_price": price}
    return {**found, "price": price, "price_before": before}


def turn(now: datetime | None = None) -> int:
    """Begin and end the sales whose time has come; how many articles that concerned."""
    now = now or timezone.now()
    waiting = Variant.objects.filter(sale_price__isnull=False)
    begun = waiting.filter(Q(sale_to=None) | Q(sale_to__gte=now), sale_from__lte=now).update(
        price_before=F("price"), price=F("sale_price"), sale_price=None
    )
    ended = Variant.objects.filter(
        sale_to__lt=now, price_before__isnull=False, sale_price=None
    ).update(price=F("price_before"), price_before=None)
    missed = waiting.filter(sale_to__lt=now).update(sale_price=None)
    return int(begun + ended + missed)
