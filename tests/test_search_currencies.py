"""A price that is asked for is compared with prices of its own currency alone."""

from __future__ import annotations

import pytest

from catalog.currencies import forget_currency
from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests.cast import Shop, product


@pytest.fixture
def abroad(shop: Shop) -> Shop:
    """Two more mugs, one sold in won and one in dollars."""
    for title, currency, price in [("Celadon mug", "KRW", "30"), ("Diner mug", "USD", "12")]:
        mug = product(title, "Kitchen > Mugs", currency=currency)
        Variant.objects.create(product=mug, sku=currency, price=price, stock=3)
    forget()
    forget_currency()
    index_stale()
    return shop


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("mug under 44 €", ["Stoneware mug"]),
        ("mug under $20", ["Diner mug"]),
        ("mug under 44", ["Stoneware mug"]),
        ("mug under 5 €", []),
        ("mug under 40 KRW", ["Celadon mug"]),
        ("mug under ₩40", ["Celadon mug"]),
    ],
)
def test_a_price_is_of_one_currency(abroad: Shop, asked: str, titles: list[str]) -> None:
    found = search(Query(parts=(Part(text=asked),)))
    assert [hit.product.title for hit in found.hits] == titles
