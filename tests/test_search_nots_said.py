"""What must not be is part of why nothing is found, and of the way out, in the language asked."""

from __future__ import annotations

import pytest
from django.utils import translation

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def cushion(title: str, color: str, pattern: str) -> Product:
    made = cast.product(title, "Home > Cushions", attributes={"pattern": pattern})
    Variant.objects.create(product=made, sku=title, price=20, color=color)
    return made


@pytest.fixture
def cushions(shop: cast.Shop) -> None:
    cushion("Square cushion", "blue", "striped")
    cushion("Round cushion", "green", "dotted")
    cushion("Long cushion", "green", "floral")
    forget()
    index_stale()


def asked() -> SearchResult:
    return search(Query(parts=(Part(text="striped cushion not blue"),)))


def test_nothing_is_said_of_the_conditions_that_leaves_out_what_must_not_be(cushions: None) -> None:
    found = asked()
    assert found.total == 0
    [said] = [notice.sentence for notice in found.notices]
    assert said == "No product is all of this at once: pattern: striped, Cushions, not blue."


def test_the_way_out_names_the_value_in_the_language_of_the_page(cushions: None) -> None:
    with translation.override("de"):
        ways = {way.label for way in asked().relaxations}
    assert "mit blau" in {each.lower() for each in ways}
