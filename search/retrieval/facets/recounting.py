"""Facets where rules of the shop act on filters: what a click gives is then asked of the search.

A facet is counted under the rules that act now. A click on a value may bring others into play, on
that filter or category, which hide or pin; of such a value the number is that of the very search.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from search.query import Facet, FacetValue, Query
from search.retrieval.state import Search
from search.rules import Acts

VALUES_RECOUNTED = 24  # values that are counted one by one for a page


def recounted(
    search: Search, facets: list[Facet], total_of: Callable[[Search], int]
) -> list[Facet]:
    """`total_of`: of a search, as its own page would say."""
    if not search.rules.acts_on_filters:
        return facets
    left = VALUES_RECOUNTED
    found = []
    for facet in facets:
        values = []
        for value in facet.values:
            clicked = replace(search, query=click(search.query, facet, value), degraded=[])
            if left and effect(clicked.acts) != effect(search.acts):
                value, left = replace(value, count=total_of(clicked)), left - 1
            values.append(value)
        found.append(replace(facet, values=tuple(values)))
    return found


def click(query: Query, facet: Facet, value: FacetValue) -> Query:
    """The query with that value of the facet, and no other of it."""
    if facet.name == "category":
        filters = query.filters.but(category=value.value)
    else:
        code, said = facet.name, value.label
        filters = query.filters.choosing(code, said)
    return replace(query, filters=filters, page=1, cursor="", explain=False)


def effect(acts: Acts) -> tuple[object, ...]:
    """What decides about who is in the list."""
    return acts.pins, acts.hidden, acts.barred
