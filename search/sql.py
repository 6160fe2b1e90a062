"""The one door for raw SQL: which database answers, for how long, and what if time is up.

Shoppers' reads go where the router sends them, which may be a replica; `primary=True` is for
whoever wrote a moment ago. Parameters travel apart from the statement and results come back in
binary, so a statement is parsed once a connection. The time limit is that of the process' role
(`config.databases`) unless `seconds` sets a shorter one: then OutOfTime says that the caller may go
on without this answer. Statements that belong together (`several`) are one round trip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, NamedTuple

from django.db import OperationalError, connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from pgvector import HalfVector
from pgvector.psycopg.halfvec import HalfVectorBinaryDumper
from psycopg import Cursor
from psycopg.abc import Buffer
from psycopg.errors import QueryCanceled
from psycopg.types.json import JsonbBinaryLoader

from catalog.models import Product

Row = tuple[Any, ...]
EMPTY_JSON = b"\x01{}"  # as the server sends it, behind the version of the format
# Settings for a statement whose best plan is the same whatever its parameters say: it is planned
# once a connection, which for one of many joins takes longer than to run it.
PLANNED_ONCE = {"plan_cache_mode": "force_generic_plan"}
# Settings for a statement that sorts what a whole catalogue has of something, of which at most some
# 200,000 are kept: with the usual 4 MB it writes temporary files, which a full disk refuses.
IN_MEMORY = {"work_mem": "64MB"}


class Statement(NamedTuple):
    text: str
    params: Sequence[Any] | Mapping[str, Any] = ()


class JsonLoader(JsonbBinaryLoader):
    """Most of it is empty: the options of a variant, a category's names in other languages."""

    def load(self, data: Buffer) -> Any:
        return {} if data == EMPTY_JSON else super().load(data)


class BinaryCursor(Cursor[Row]):
    """Django's own connection class binds parameters on the client; this cursor does not.

    A vector takes a hundred times as long to write as text as it takes in binary.
    """

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self.adapters.register_dumper(HalfVector, HalfVectorBinaryDumper)
        self.adapters.register_loader("jsonb", JsonLoader)


class OutOfTime(Exception):
    """The statement was cut off at its own time limit: leave out what it would have told."""


def rows(
    text: str,
    params: Sequence[Any] | Mapping[str, Any] = (),
    *,
    seconds: float | None = None,
    settings: Mapping[str, str] | None = None,
    primary: bool = False,
) -> list[Row]:
    """All rows of one statement. Raises OutOfTime where `seconds` are over."""
    return several([Statement(text, params)], seconds=seconds, settings=settings, primary=primary)[
        0
    ]


def several(
    statements: Sequence[Statement],
    *,
    seconds: float | None = None,
    settings: Mapping[str, str] | None = None,
    primary: bool = False,
) -> list[list[Row]]:
    """The rows of each statement (a query), all in one round trip and under the same `settings`.

    `settings` (such as hnsw.ef_search) hold for these statements alone. `seconds` is the limit of
    each. Raises OutOfTime where one exceeds it.
    """
    local = dict(settings or {})
    if seconds is not None:
        local["statement_timeout"] = f"{max(int(seconds * 1000), 1)}ms"
    connection = connections["default" if primary else router.db_for_read(Product)]
    try:
        with session(connection) as psycopg:
            if not local and len(statements) == 1:
                return [fetched(executed(connection, psycopg, statements[0]))]
            with psycopg.pipeline(), holding(local, connection):
                cursors = [executed(connection, psycopg, each) for each in statements]
            return [cursor.fetchall() for cursor in cursors]
    except OperationalError as error:
        if seconds is not None and isinstance(error.__cause__, QueryCanceled):
            raise OutOfTime(str(error)) from error
        raise
    finally:
        discard_stuck(connection)


def discard_stuck(connection: BaseDatabaseWrapper) -> None:
    """Part with a connection that is still in pipeline mode: it would never answer again.

    It happens when a statement is cut off at a bad moment: psycopg then only logs "error ignored
    exiting" ("cannot exit pipeline mode while busy").
    """
    if connection.connection is not None and connection.connection.pgconn.pipeline_status:
        connection.close()


def write(text: str, params: Sequence[Any] | Mapping[str, Any] = ()) -> int:
    """Run a statement that changes rows, on the primary; returns how many."""
    connection = connections["default"]
    with session(connection) as psycopg:
        return int(executed(connection, psycopg, Statement(text, params)).rowcount)


@contextmanager
def session(connection: BaseDatabaseWrapper) -> Iterator[Any]:
    """The psycopg connection below Django's, with Django's errors."""
    connection.ensure_connection()
    with connection.wrap_database_errors:
        yield connection.connection


@contextmanager
def holding(settings: Mapping[str, str], connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Statements of a pipeline that run under `settings`.

    To the server a pipeline is one transaction, so what is local to it needs no BEGIN and COMMIT.
    Within a caller's transaction it would go on, and is taken back.
    """
    if not settings:
        yield
        return
    psycopg = connection.connection
    alone = connection.get_autocommit()
    with nullcontext() if alone else psycopg.transaction(force_rollback=True):
        set_locally(settings, psycopg)
        yield


def set_locally(settings: Mapping[str, str], psycopg: Any) -> None:
    calls = ", ".join("set_config(%s, %s, true)" for _ in settings)
    params = [each for pair in settings.items() for each in pair]
    BinaryCursor(psycopg).execute(f"SELECT {calls}", params)


def fetched(cursor: Any) -> list[Row]:
    return list(cursor.fetchall()) if cursor.description else []


def executed(connection: BaseDatabaseWrapper, psycopg: Any, statement: Statement) -> Any:
    if connection.queries_logged:  # so that tests count these statements with all others
        connection.queries_log.append({"sql": statement.text, "time": "0"})
    return BinaryCursor(psycopg).execute(statement.text, statement.params or None, binary=True)
