"""How many SQL statements a block of code sends, and how many rows it fetches to Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any
from unittest.mock import patch

from psycopg import Cursor


@dataclass
class Counted:
    statements: int = 0
    rows: int = 0


def height(row: Any) -> int:
    """A row whose columns are arrays is as many rows as the longest of them."""
    if row is None:
        return 0
    return max([1, *(len(value) for value in row if isinstance(value, list))])


@contextmanager
def counting() -> Iterator[Counted]:
    """Counts below Django, where its own statements and those of `search.sql` meet."""
    counted = Counted()

    def sends(call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def counting_call(*args: Any, **kwargs: Any) -> Any:
            counted.statements += 1
            return call(*args, **kwargs)

        return counting_call

    def fetches(call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def counting_call(*args: Any, **kwargs: Any) -> Any:
            found = call(*args, **kwargs)
            counted.rows += sum(map(height, found if isinstance(found, list) else [found]))
            return found

        return counting_call

    with ExitStack() as stack:
        for name, count in (("execute", sends), ("fetchall", fetches), ("fetchmany", fetches)):
            stack.enter_context(patch.object(Cursor, name, count(getattr(Cursor, name))))
        stack.enter_context(patch.object(Cursor, "fetchone", fetches(Cursor.fetchone)))
        yield counted
