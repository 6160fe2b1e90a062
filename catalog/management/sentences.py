"""What the database and the disk may answer to a command, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import InterfaceError, OperationalError, ProgrammingError
from psycopg.errors import UndefinedColumn, UndefinedTable

from catalog import disk
from catalog.importing.errors import FileError


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


@contextmanager
def disk_sentences() -> Iterator[None]:
    """FileError with what to do, where no file can be written: a full disk, one that only reads."""
    try:
        yield
    except OSError as error:
        if not disk.is_unwritable(error):
            raise
        raise FileError(disk.unwritable(error)) from error
