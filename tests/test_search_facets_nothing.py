"""Of a search that finds nothing no facet is counted, as long as no filter could be taken back."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from catalog.filters import Filters
from search import sql
from search.query import Part, Query, SearchResult
from search.retrieval import search
from tests import cast

pytestmark = pytest.mark.django_db


def counted(text: str, filters: Filters | None = None) -> tuple[SearchResult, bool]:
    """The result, and whether its facets asked the database for anything."""
    result = search(Query((Part(text=text),), filters or Filters()))
    with patch("search.retrieval.facets.counts.sql.rows", side_effect=sql.rows) as asked:
        assert result.facets is not None
    return result, asked.called


def test_where_nothing_is_found_nothing_is_counted(shop: cast.Shop) -> None:
    result, asked = counted("carburetor gasket")
    assert (result.total, result.facets, asked) == (0, [], False)


def test_where_something_is_found_it_is(shop: cast.Shop) -> None:
    result, asked = counted("mug")
    assert result.facets
    assert asked


def test_a_filter_that_leaves_nothing_is_still_shown_and_so_are_its_others(shop: cast.Shop) -> None:
    result, _asked = counted("mug", Filters(color=("purple",)))
    [color] = [facet for facet in result.facets if facet.name == "color"]
    assert result.total == 0
    assert [value.value for value in color.values if value.selected] == ["purple"]
    assert any(value.count for value in color.values)
