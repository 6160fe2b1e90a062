"""The currencies of the shop. Prices of two are never compared as bare numbers."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count

from catalog.models import Product

KEY = "catalog-currencies"
SECONDS = 300


def currencies() -> list[str]:
    """The currencies of what is on sale, that of most products first."""
    found: list[str] | None = cache.get(KEY)
    if found is None:
        counted = Product.objects.active().order_by().values("currency")
        ranked = counted.annotate(n=Count("pk")).order_by("-n", "currency")
        found = list(ranked.values_list("currency", flat=True))
        cache.set(KEY, found, SECONDS)
    return found


def main_currency() -> str:
    """The currency that a price is meant in where none is said."""
    return next(iter(currencies()), getattr(settings, "CURRENCY", "EUR"))


def forget_currencies() -> None:
    """Look again: an import may have brought products in another currency."""
    cache.delete(KEY)
