"""The queue costs the same however much waits or was decided."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.models import Finding
from tests import many_products

pytestmark = pytest.mark.django_db

MOST = 14  # statements of a page, with session and user
FINDINGS = """
    INSERT INTO search_finding (kind, product_id, score, said, proposal, fingerprint, state, found,
                                decided)
    SELECT (ARRAY['alt','color','photo'])[1 + n %% 3], id, 0.9, '{"says": "red", "looks": "blue",
           "reason": "missing"}', '{"do": "set_alt", "value": "A lamp"}', n::text, %s, now(), now()
      FROM (SELECT id, row_number() OVER () AS n FROM catalog_product) p"""


@pytest.mark.parametrize("query", [{}, {"kind": "color"}, {"decided": ""}, {"p": "3"}])
def test_a_page_takes_a_bounded_number_of_statements(client: Client, query: dict[str, str]) -> None:
    many_products.fill_catalogue(1, 5_000)
    with connection.cursor() as cursor:
        cursor.execute(FINDINGS, ["open"])
    Finding.objects.filter(pk__in=Finding.objects.values("pk")[:2_000]).update(state="rejected")
    client.force_login(User.objects.create_superuser("keeper"))
    with CaptureQueriesContext(connection) as context:
        page = client.get(reverse("admin:vitrine_search_finding_changelist"), query)
    assert page.content.decode().count("audit-card") == 20
    assert len(context) <= MOST
    assert not any("vector" in each["sql"] for each in context)
