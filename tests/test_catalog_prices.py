"""Prices are written as the language of the page writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils.translation import override

from catalog.templatetags.catalog import price


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("en", "EUR", "€1,059.90"),
        ("de", "EUR", "1.059,90\xa0€"),
        ("es", "EUR", "1.059,90\xa0€"),
        ("fr", "USD", "1\u202f059,90\xa0$US"),
        ("en", "JPY", "¥1,060"),
        ("xx", "GBP", "£1,059.90"),
        ("en", "CHF", "CHF\xa01,059.90"),
        ("en", "SAR", "SAR\xa01,059.90"),
        ("de", "SEK", "1.059,90\xa0SEK"),
    ],
)
def test_a_price_in_the_language_of_the_page(language: str, currency: str, written: str) -> None:
    with override(language):
        assert price(Decimal("1059.9"), currency) == written


def test_no_price_is_no_text() -> None:
    assert price(None, "EUR") == ""
