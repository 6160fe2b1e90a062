"""Raw SQL goes through one door: several statements in one round trip, cut off where asked."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pgvector import HalfVector

from search import sql
from search.models import Rule
from search.sql import OutOfTime, Statement

pytestmark = pytest.mark.django_db(transaction=True)


def test_rows_come_back_with_the_types_of_python() -> None:
    found = sql.rows("SELECT unnest(%s::bigint[]), 'a', 0.5::float8", [[1, 2]])
    assert found == [(1, "a", 0.5), (2, "a", 0.5)]


def test_a_vector_arrives_as_it_was_sent() -> None:
    sent = [0.5, -0.25, 0.0, 1.0, 6.1e-05]
    [(came, written)] = sql.rows(
        "SELECT %s::halfvec::real[], %s::halfvec::text", [HalfVector(sent), HalfVector(sent[:2])]
    )
    assert came == pytest.approx(sent, rel=1e-3)
    assert written == "[0.5,-0.25]"


def test_a_statement_that_exceeds_its_own_limit_is_out_of_time() -> None:
    with pytest.raises(OutOfTime):
        sql.rows("SELECT pg_sleep(5)", seconds=0.05)
    assert sql.rows("SELECT 1") == [(1,)]


def test_a_statement_without_a_limit_of_its_own_fails_as_any_other() -> None:
    with transaction.atomic():
        sql.rows("SET LOCAL statement_timeout = 50")
        with pytest.raises(OperationalError):
            sql.rows("SELECT pg_sleep(5)")


def test_settings_hold_for_these_statements_alone() -> None:
    asked = "SELECT current_setting('hnsw.ef_search')"
    before = sql.rows(asked)
    assert sql.several([Statement(asked)], settings={"hnsw.ef_search": "321"}) == [[("321",)]]
    assert sql.rows(asked) == before


def test_within_a_transaction_what_follows_has_its_own_settings() -> None:
    asked = "SELECT current_setting('hnsw.ef_search'), current_setting('statement_timeout')"
    with transaction.atomic():
        before = sql.rows(asked)
        assert sql.rows(asked, settings={"hnsw.ef_search": "321"}, seconds=9) == [("321", "9s")]
        assert sql.rows(asked) == before


def test_several_statements_answer_in_their_order() -> None:
    assert sql.several([Statement("SELECT %s::int", [each]) for each in (3, 1, 2)]) == [
        [(3,)],
        [(1,)],
        [(2,)],
    ]


def test_an_answer_that_came_too_late_spoils_no_transaction() -> None:
    with transaction.atomic():
        with pytest.raises(OutOfTime):
            sql.rows("SELECT pg_sleep(5)", seconds=0.05)
        assert sql.rows("SELECT 1") == [(1,)]


def test_its_statements_are_counted_with_djangos_own() -> None:
    with CaptureQueriesContext(connection) as captured:
        sql.rows("SELECT 1")
    assert len(captured) == 1


def test_a_statement_that_returns_nothing_has_no_rows() -> None:
    assert sql.rows("SELECT 1 WHERE false") == []


def test_writing_says_how_many_rows_were_changed() -> None:
    Rule.objects.create(name="sofa, couch")
    assert sql.write("UPDATE search_rule SET name = %s", ["sofa, settee"]) == 1
    assert sql.write("DELETE FROM search_rule WHERE name = 'chair'") == 0


def test_json_arrives_as_python_has_it_and_never_shared() -> None:
    asked = """SELECT '{}'::jsonb, '{"a": ["ß", 1]}'::jsonb, '[]'::jsonb, NULL::jsonb"""
    [(empty, full, none, null)] = sql.rows(asked)
    assert (empty, full, none, null) == ({}, {"a": ["ß", 1]}, [], None)
    empty["b"] = 2
    assert sql.rows(asked)[0][0] == {}
