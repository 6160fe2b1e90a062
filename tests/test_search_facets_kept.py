"""The facets of a snapshot are counted once for all who read it in the seconds it answers for."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest
from django.core.cache import cache

from catalog.filters import Filters
from catalog.models import Product
from search.query import Facet, Part, Query
from search.retrieval import search
from search.retrieval.facets import counting
from tests import cast

pytestmark = pytest.mark.django_db

MUGS = Query((Part(text="mug"),))


def facets(query: Query) -> tuple[list[Facet], bool]:
    """The facets, and whether anything was counted for them."""
    result = search(query)
    with patch.object(counting, "counts", side_effect=counting.counts) as counted:
        return result.facets, counted.called


def test_who_asks_the_same_again_gets_the_same_without_counting(shop: cast.Shop) -> None:
    first, counted = facets(MUGS)
    assert (bool(first), counted) == (True, True)
    assert facets(MUGS) == (first, False)


@pytest.mark.parametrize(
    "other",
    [
        replace(MUGS, filters=Filters(color=("blue",))),
        replace(MUGS, filters=Filters(in_stock=True)),
        Query((Part(text="blue mug"),)),
    ],
)
def test_another_search_is_counted_by_itself(shop: cast.Shop, other: Query) -> None:
    facets(MUGS)
    assert facets(other)[1]


def test_a_product_that_is_taken_out_is_counted_no_more(shop: cast.Shop) -> None:
    other = cast.product("Enamel mug", "Kitchen > Mugs")
    facets(MUGS)
    Product.objects.filter(pk=other.pk).update(active=False)
    again, counted = facets(MUGS)
    assert counted
    [category] = [each for each in again if each.name == "category"]
    assert sum(value.count for value in category.values) == search(MUGS).total


@pytest.mark.parametrize("foreign", ["text", 7, {"color": 3}, [], b"bytes"])
def test_what_is_no_count_of_ours_counts_as_none(shop: cast.Shop, foreign: object) -> None:
    first, _counted = facets(MUGS)
    cache.set(f"facets:{search(MUGS).search_id}", foreign, 60)
    assert facets(MUGS) == (first, True)
