"""A rule is seen at once, by open pages and by other processes, and costs no statement."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.models import Rule
from search.query import Part, Query
from search.retrieval import search
from search.rules import kept
from tests import cast
from tests.shop_rules import rule

MUGS = Query(parts=(Part(text="mugs"),), page_size=2)


@pytest.fixture
def mugs(shop: cast.Shop) -> list[Product]:
    made = []
    for number in range(5):
        mug = cast.product(f"Tall mug {number}", "Kitchen > Mugs", "Kiln & Co")
        Variant.objects.create(product=mug, sku=f"TALL-{number}", color="blue", price=10, stock=5)
        made.append(mug)
    index_stale()
    return made


@pytest.mark.django_db
def test_the_second_page_of_an_open_list_obeys_a_new_rule(mugs: list[Product]) -> None:
    first = search(MUGS)
    second = search(Query(parts=MUGS.parts, page_size=2, cursor=first.next))
    hidden = second.hits[0].product
    rule("hide", hidden, query="mugs")
    again = search(Query(parts=MUGS.parts, page_size=2, cursor=first.next))
    assert hidden.pk not in [hit.product.pk for hit in again.hits]
    assert again.total == first.total - 1


@pytest.mark.django_db
def test_a_page_that_was_just_shown_is_made_anew(mugs: list[Product]) -> None:
    before = search(MUGS)
    assert search(MUGS).search_id == before.search_id
    made = rule("pin", mugs[4], query="mugs")
    assert search(MUGS).hits[0].product == mugs[4]
    made.withdraw()
    assert search(MUGS).search_id == before.search_id


@pytest.mark.django_db
def test_a_rule_that_does_not_match_leaves_open_pages_alone(mugs: list[Product]) -> None:
    before = search(MUGS)
    rule("hide", mugs[0], query="chairs")
    assert search(MUGS).search_id == before.search_id


@pytest.mark.django_db
def test_a_synonym_is_searched_for_at_once_even_where_the_page_was_just_shown(
    mugs: list[Product],
) -> None:
    kicks = Query(parts=(Part(text="zorgs"),))
    assert search(kicks).total == 0
    rule("synonym", synonyms="zorgs, mugs")
    found = search(kicks)
    assert found.total == search(Query(parts=(Part(text="mugs"),))).total
    assert [entity.value for entity in found.interpretation.entities] == ["kitchen/mugs"]


@pytest.mark.django_db
def test_sql_that_changes_a_rule_is_seen_as_well(mugs: list[Product]) -> None:
    rule("pin", mugs[4], query="mugs")
    assert search(MUGS).hits[0].product == mugs[4]
    Rule.objects.all().delete()
    assert search(MUGS).rules == ()


def statements(client: Client) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert client.get("/search/", {"q": "mugs"}).status_code == 200
    return len(counted)


@pytest.mark.django_db
def test_a_hundred_rules_cost_an_ordinary_search_no_statement(
    mugs: list[Product], client: Client
) -> None:
    statements(client)
    before = statements(client)
    for number in range(100):
        rule("pin", mugs[0], query=f"query {number}")
        rule("hide", mugs[1], when="words", words=f"word{number} mugs")
        rule("boost", targets="brand:Palm", when="filter", filter=f"color:c{number}")
    statements(client)  # reads the rules
    assert statements(client) <= before


@pytest.mark.django_db(transaction=True)
def test_another_process_sees_a_rule_at_its_next_search(mugs: list[Product]) -> None:
    """A second interpreter serves before and after this one publishes."""
    script = """
import django, json, os, sys
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.ENCODER = "tests.stub_encoder:StubEncoder"
from search.query import Part, Query
from search.retrieval import search
for line in sys.stdin:
    found = search(Query(parts=(Part(text=line.strip()),)))
    print(json.dumps([hit.product.title for hit in found.hits]), flush=True)
"""
    other = subprocess.Popen(
        [sys.executable, "-c", script, connection.settings_dict["NAME"]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert other.stdin is not None
        assert other.stdout is not None

        def asked(text: str) -> list[str]:
            other.stdin.write(f"{text}\n")  # type: ignore[union-attr]
            other.stdin.flush()  # type: ignore[union-attr]
            return list(json.loads(other.stdout.readline()))  # type: ignore[union-attr]

        assert asked("mugs")[0] != "Oak chair"
        assert asked("zorgs") == []
        chair = Product.objects.get(title="Oak chair")
        rule("pin", chair, query="mugs")
        rule("synonym", synonyms="zorgs", also="mugs")
        assert asked("mugs")[0] == "Oak chair"
        assert "Tall mug 1" in asked("zorgs")
    finally:
        other.kill()
        other.wait()


@pytest.mark.django_db
def test_synonyms_change_when_their_time_comes(
    mugs: list[Product],
) -> None:
    """Between two looks nobody writes anything: the clock alone brings the synonym."""
    start = timezone.now() + timedelta(milliseconds=700)
    rule("synonym", synonyms="zorgs", also="mugs", starts=start)
    query = Query(parts=(Part(text="zorgs"),))
    assert search(query).total == 0
    assert kept.kept.rules.instants == (start,)
    while timezone.now() <= start:
        pass
    assert search(query).total > 0


@pytest.mark.django_db
def test_the_second_page_of_an_open_list_obeys_a_new_synonym(
    mugs: list[Product], shop: cast.Shop
) -> None:
    tall = (Part(text="tall"),)
    first = search(Query(parts=tall, page_size=2))
    second = search(Query(parts=tall, page_size=2, cursor=first.next))
    assert (first.total, second.search_id) == (len(mugs), first.search_id)
    rule("synonym", synonyms="tall", also="oak chair")
    again = search(Query(parts=tall, page_size=2, cursor=first.next))
    assert again.search_id != first.search_id
    assert again.total == first.total + 1
