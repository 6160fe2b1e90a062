"""Sorted by price, a product stands where the variant that its card shows belongs."""

from __future__ import annotations

import pytest

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests.cast import Shop, product


@pytest.mark.parametrize("availability", ["out_of_stock", "discontinued"])
@pytest.mark.parametrize("words", ["mug", ""])
def test_a_variant_that_cannot_be_had_sets_no_price(
    shop: Shop, availability: str, words: str
) -> None:
    mug = product("Tall mug", "Kitchen > Mugs")
    Variant.objects.create(product=mug, sku="T-1", price=5, stock=9, availability=availability)
    Variant.objects.create(product=mug, sku="T-2", price=40, stock=9)
    forget()
    index_stale()
    parts = (Part(text=words),) if words else ()
    found = search(Query(parts=parts, sort="price")).hits
    sorted_prices = [hit.variant.price for hit in found if hit.variant]
    assert 40 in sorted_prices
    assert 5 not in sorted_prices
    assert sorted_prices == sorted(sorted_prices)
