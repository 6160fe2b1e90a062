"""A facet of yes and no says so, and promises what its filter gives."""

from __future__ import annotations

import pytest

from catalog.filters import Filters
from catalog.models import Attribute
from search.indexing import index_stale
from search.query import FacetValue, Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def wines(shop: cast.Shop) -> None:
    Attribute.objects.create(code="organic", name="Organic", kind="flag", facet=True)
    for title, organic in (("Barolo", True), ("Gavi", False), ("Soave", True)):
        cast.product(f"{title} wine", "Wine", attributes={"Organic": organic})
    forget()
    index_stale()


def asked(text: str, *chosen: str) -> SearchResult:
    return search(Query(parts=(Part(text=text),), filters=Filters(attribute=chosen)))


def organic(found: SearchResult) -> list[FacetValue]:
    return [value for each in found.facets if each.name == "organic" for value in each.values]


@pytest.mark.parametrize("chosen", [(), ("organic:yes",), ("organic:true",)])
def test_each_answer_is_one_value(wines: None, chosen: tuple[str, ...]) -> None:
    counted = {each.value: each.count for each in organic(asked("wine", *chosen))}
    assert counted == {"organic:yes": 2, "organic:no": 1}
    for value, count in counted.items():
        assert asked("wine", value).total == count


def test_what_the_words_ask_for_is_selected(wines: None) -> None:
    found = asked("organic wine")
    assert [each.value for each in organic(found) if each.selected] == ["organic:yes"]
    assert found.total == 2
