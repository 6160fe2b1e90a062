"""A long list counts neither all of its rows nor those of each filter, whatever is asked for."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import AttributeValue
from tests.cast import product

pytestmark = pytest.mark.django_db

LONG = [
    (model, page)
    for model, page in admin.site._registry.items()
    if not page.show_full_result_count and page.list_filter
]


@pytest.mark.parametrize(("model", "page"), LONG, ids=[model.__name__ for model, _page in LONG])
def test_numbers_of_filters_are_not_offered(model: type, page: admin.ModelAdmin) -> None:
    assert page.show_facets is admin.ShowFacets.NEVER


def test_an_address_that_asks_for_them_is_a_page_still(admin_client: Client) -> None:
    product("Candle", attributes={"burning time": "40 h"})
    assert AttributeValue.objects.filter(attribute="burning time").exists()

    reply = admin_client.get("/admin/catalog/attributevalue/?_facets=True")

    assert reply.status_code == 200
    assert "Show counts" not in reply.content.decode()


@pytest.mark.parametrize(("model", "page"), LONG, ids=[model.__name__ for model, _page in LONG])
def test_its_rows_are_counted_up_to_a_limit(
    admin_client: Client, model: type, page: admin.ModelAdmin
) -> None:
    with CaptureQueriesContext(connection) as queries:
        admin_client.get(reverse(f"admin:{page.opts.app_label}_{page.opts.model_name}_changelist"))

    table = f'FROM "{page.opts.db_table}"'
    counts = [q["sql"] for q in queries if "COUNT(*)" in q["sql"] and table in q["sql"]]
    assert counts
    assert [sql for sql in counts if "LIMIT" not in sql] == []
