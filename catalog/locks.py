"""Work that one process does at a time, on whichever host: advisory locks of Postgres.

The key of a lock is a number that no other lock of the database has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any

from django.db import connection


class Lock(IntEnum):
    """The keys of the catalogue's own locks."""

    IMPORT = 7_223_001  # one file at a time
    BATCH = 7_223_002  # of files and excerpts, one after the other
    TREE = 7_223_003  # of categories


@contextmanager
def alone(key: int) -> Iterator[bool]:
    """Whether this process is the one that holds the lock; another one does not wait for it."""
    chosen = bool(asked("pg_try_advisory_lock", key))
    try:
        yield chosen
    finally:
        if chosen:  # by a cursor of its own: the connection may be another one by now
            asked("pg_advisory_unlock", key)


def take(key: int) -> bool:
    """Whether no other transaction holds the lock; then this one does, to its end."""
    return bool(asked("pg_try_advisory_xact_lock", key))


def wait_in_turn(key: int) -> None:
    """Wait until no other transaction holds the lock, and hold it to the end of this one."""
    asked("pg_advisory_xact_lock", key)


def asked(function: str, key: int) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [int(key)])
        return cursor.fetchone()[0]
