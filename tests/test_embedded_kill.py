"""A server that was killed comes back with every row that it had acknowledged."""

from pathlib import Path

import psutil
import pytest

from config.embedded import postgres, redis
from tests.worker import kill_postgres

pytestmark = pytest.mark.slow


def test_rows_survive_a_kill_of_postgres_with_all_its_children(own_state: Path) -> None:
    postgres.start(own_state)
    with postgres.connect(own_state, "vitrine") as link:
        link.execute("CREATE TABLE sold (sku text)")
        link.execute("INSERT INTO sold VALUES ('A-1')")
    kill_postgres(own_state)
    assert postgres.start(own_state)
    with postgres.connect(own_state, "vitrine") as link:
        assert link.execute("SELECT sku FROM sold").fetchall() == [("A-1",)]


def test_postgres_starts_beside_children_that_outlived_it(own_state: Path) -> None:
    postgres.start(own_state)
    with postgres.connect(own_state, "vitrine") as busy:
        busy.execute("SET statement_timeout = 0")
        server(own_state).kill()
        assert postgres.start(own_state)
    assert postgres.answers(own_state, "vitrine")


def test_redis_answers_again_after_a_kill(own_state: Path) -> None:
    redis.start(own_state)
    psutil.Process(int((own_state / "redis" / "redis.pid").read_text())).kill()
    assert redis.start(own_state)
    assert redis.answers(own_state)


def test_a_redis_that_hangs_is_replaced_and_not_joined(own_state: Path) -> None:
    redis.start(own_state)
    hung = psutil.Process(int((own_state / "redis" / "redis.pid").read_text()))
    hung.suspend()
    assert redis.start(own_state)
    assert not hung.is_running()


def server(state: Path) -> psutil.Process:
    found = postgres.postmaster(state / "postgres" / "data")
    assert found is not None
    return found
