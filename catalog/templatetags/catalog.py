"""How templates show photos and prices."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency
from django import template
from django.utils.translation import get_language, to_locale

from catalog import addresses
from catalog.models import ProductImage
from catalog.renditions import WIDTHS

# CLDR parts a currency's letters from the number ("SAR 300.50"), and Babel does not.
LETTER_BEFORE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")

register = template.Library()


@register.filter
def picture(image: ProductImage, width: int) -> str:
    """`<img src="{{ image|picture:400 }}">`"""
    return addresses.of_picture(image.fingerprint, width)


@register.filter
def srcset(image: ProductImage) -> str:
    """`<img srcset="{{ image|srcset }}">`: every width up to that of the photo itself."""
    offered = [width for width in WIDTHS if width < image.width]
    offered += [width for width in WIDTHS if width >= image.width][:1]
    return ", ".join(
        f"{picture(image, width)} {min(width, image.width or width)}w" for width in offered
    )


@register.filter
def price(amount: Decimal | None, currency: str) -> str:
    """`{{ variant.price|price:product.currency }}`: "€59.90" in English, "59,90 €" in German."""
    if amount is None:
        return ""
    return spelt(amount, currency, get_language() or "en")


@lru_cache(maxsize=4096)  # a shop has few different prices, and a page shows dozens
def spelt(amount: Decimal, currency: str, language: str) -> str:
    said = format_currency(amount, currency, locale=locale_of(language))
    return LETTER_BEFORE_DIGIT.sub("\xa0", said)


def locale_of(language: str) -> Locale:
    try:
        return Locale.parse(to_locale(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
