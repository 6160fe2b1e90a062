"""The currency of the shop. Prices of two are never compared as bare numbers.

All processes share what one of them has counted, in Redis; an import makes them count anew. Each
goes by what it read there for some seconds, for a search asks up to five times.
"""

from __future__ import annotations

from django.conf import settings
from django.db import router
from django.db.models import Count

from catalog.cache import forget, remember, remembered
from catalog.models import Product
from catalog.recent import FRESH_SECONDS, recent

KEY = "catalog-currencies"
KEPT_SECONDS = 300
PRODUCTS_READ = 10_000  # the newest: enough to tell, and no more to read in a shop of a million


def main_currency() -> str:
    """The currency that a price is meant in where none is said: that of most products on sale."""
    return currencies()[0]


@recent(FRESH_SECONDS)
def currencies() -> list[str]:
    """Those that products on sale are priced in, that of most of them first; one at least."""
    found: list[str] | None = remembered(KEY, list)
    return recounted() if found is None else found


def recounted() -> list[str]:
    """The same, counted now where it was written, and told to all processes."""
    products = Product.objects.using(router.db_for_write(Product))
    newest = products.active().order_by("-pk")[:PRODUCTS_READ].values("pk")
    counted = products.filter(pk__in=newest).order_by().values("currency")
    ranked = counted.annotate(n=Count("pk")).order_by("-n", "currency")
    found = list(ranked.values_list("currency", flat=True))
    found = found or [getattr(settings, "CURRENCY", "EUR")]
    remember(KEY, found, KEPT_SECONDS)
    return found


def forget_currency() -> None:
    """Look again: an import may have brought products in another currency."""
    forget(KEY)
