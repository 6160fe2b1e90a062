"""A connection that does not come out of pipeline mode is parted with, not waited for."""

import pytest
from psycopg import Pipeline

from search import sql


@pytest.mark.django_db(transaction=True)
def test_after_a_pipeline_that_cannot_be_left_the_next_statement_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as bad_moment:
        bad_moment.setattr(Pipeline, "_exit", lambda pipeline, reason: None)
        with pytest.raises(sql.OutOfTime):
            sql.rows("SELECT pg_sleep(60)", seconds=0.2)
    assert sql.rows("SELECT 1") == [(1,)]


@pytest.mark.django_db(transaction=True)
def test_so_is_one_whose_statements_were_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [sql.Statement("SELECT 1"), sql.Statement("SELECT 2")]
    with monkeypatch.context() as bad_moment:
        bad_moment.setattr(Pipeline, "_exit", lambda pipeline, reason: None)
        assert sql.several(both) == [[(1,)], [(2,)]]
    assert sql.several(both) == [[(1,)], [(2,)]]
