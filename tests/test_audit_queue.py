"""The queue costs the same however much waits or was decided."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

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


def test_links_to_kinds_and_pages_keep_what_was_chosen_beside_them(client: Client) -> None:
    many_products.fill_catalogue(1, 200)
    with connection.cursor() as cursor:
        cursor.execute(FINDINGS, ["rejected"])
    client.force_login(User.objects.create_superuser("keeper"))
    address = reverse("admin:vitrine_search_finding_changelist")

    page = client.get(address, {"kind": "color", "decided": "", "p": "2"}).content.decode()

    links = dict(re.findall(r'<a href="(\?[^"]*)"[^>]*>([^<]+?)\s*<', page))
    asked = {label: parse_qs(link[1:].replace("&amp;", "&"), True) for link, label in links.items()}
    assert asked["all"] == {"decided": [""]}
    assert asked[Finding(kind="alt").get_kind_display()] == {"kind": ["alt"], "decided": [""]}
    assert asked["those that wait"] == {"kind": ["color"]}
    assert asked["previous"] == {"kind": ["color"], "decided": [""], "p": ["1"]}
    assert asked["next"] == {"kind": ["color"], "decided": [""], "p": ["3"]}
