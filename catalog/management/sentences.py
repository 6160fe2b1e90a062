"""What the database may answer to a command, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import InterfaceError, OperationalError, ProgrammingError
from psycopg.errors import UndefinedColumn, UndefinedTable


@contextmanager
def database_sentences() -> Iterator[None]:
    """CommandError with what to do, where the database went away or has not these tables."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise CommandError(
            "The database went away. What was done is kept: run the same command again."
        ) from error
    except ProgrammingError as error:
        if not isinstance(error.__cause__, UndefinedTable | UndefinedColumn):
            raise
        raise CommandError(
            "The database lacks tables of this version: `python manage.py migrate` makes them."
        ) from error
