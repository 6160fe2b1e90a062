"""A listing of few products is put in order, one of many is walked: pages are the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from search.query import SORTS, Filters
from search.retrieval.listings import listing
from search.retrieval.listings.listing import Listing
from tests.cast import Shop

FILTERS = [
    Filters(),
    Filters(category="shoes"),
    Filters(in_stock=True),
    Filters(price_max=Decimal(60)),
]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("up_to", [0, 100])
def test_pages_do_not_depend_on_how_they_are_found(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, filters: Filters, sort: str, up_to: int
) -> None:
    few = pages(Listing(filters, (), sort))
    monkeypatch.setattr(listing, "COUNTED_EXACTLY", 1)
    monkeypatch.setattr(listing, "SORTED", up_to)
    many = Listing(filters, (), sort)
    assert pages(many) == few


def pages(asked: Listing) -> list[int]:
    """All of its products, page by page of two."""
    found: list[int] = []
    rows = asked.page(2)
    while rows:
        found += [pk for pk, _key in rows]
        rows = asked.page(2, after=rows[-1][1])
    return found
