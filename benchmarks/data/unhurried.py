"""Statements of a benchmark's own, which may take longer than a shopper would wait."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def unhurried() -> Iterator[Any]:
    """A cursor whose connection has no time limit meanwhile; that of a web process has one."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        try:
            yield cursor
        finally:
            cursor.execute("RESET statement_timeout")
