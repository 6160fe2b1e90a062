"""The web process gives no connection that a restart of Postgres has closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from config.databases import tuning

HELD = 6
TERMINATED = "SELECT pg_terminate_backend(pid, 5000) FROM unnest(%s) pid"

pytestmark = pytest.mark.django_db


@pytest.fixture
def pooled() -> Iterator[list[Any]]:
    """As many threads of the web process: each with a wrapper of its own, and one pool."""
    settings = connection.settings_dict | {"CONN_HEALTH_CHECKS": False} | tuning("web")
    settings["OPTIONS"]["pool"] |= {"min_size": HELD, "max_size": HELD}
    made = [ConnectionHandler({"default": settings})["default"] for _thread in range(HELD)]
    yield made
    for each in made:
        each.close()
    made[0].close_pool()


def used(threads: list[Any]) -> list[int]:
    """The servers' processes that answer them, all at the same time."""
    with ExitStack() as stack:
        cursors = [stack.enter_context(each.cursor()) for each in threads]
        pids = [cursor.execute("SELECT pg_backend_pid()").fetchone()[0] for cursor in cursors]
    for each in threads:
        each.close()  # back into the pool
    return pids


def test_a_restart_of_the_database_costs_no_page(pooled: list[Any]) -> None:
    """However many connections the pool held: of three the first had been a page with a 503."""
    before = used(pooled)
    for _restart in range(2):
        with connection.cursor() as other:
            other.execute(TERMINATED, [before])
        page = used(pooled[:1])
        assert set(page).isdisjoint(before)
        before = used(pooled)
        assert len(set(before)) == HELD
