"""How often a search reads the rows of the shop's own attributes that its filters name."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from catalog.filters import Filters
from catalog.models import Attribute
from search.query import Part, Query
from search.retrieval import search
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(attribute=("season:summer",)),
        Filters(attribute=("season:summer",), price_max=Decimal(90)),
        Filters(attribute=("season:summer", "fit:wide"), in_stock=True),
    ],
)
def test_they_are_read_once_for_each_set_of_filters(
    shop: cast.Shop, filters: Filters, settings: Settings
) -> None:
    settings.WHOLE_ROWS = 0  # as in a large catalogue
    Attribute.objects.get_or_create(code="season", defaults={"name": "Season"})
    search(Query((Part(text="sneaker"),), filters))  # whatever is asked now and then
    with CaptureQueriesContext(connection) as queries:
        search(Query((Part(text="canvas sneaker"),), filters))
    read = [each for each in queries if 'FROM "catalog_attribute" WHERE' in each["sql"]]
    assert len(read) <= 3  # the chosen filters, and those without one of them: not each condition
