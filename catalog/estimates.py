"""How many rows there are, told without reading a large table."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import OperationalError, connections, transaction
from django.db.models import Func, IntegerField
from psycopg.errors import QueryCanceled


def size(rows: Any, counted: int, seconds: float | None = None) -> int:
    """How many rows a queryset has: exact up to `counted`, then as Postgres estimates them.

    `seconds`: also where counting takes longer, as of what hardly any row of a large table meets.
    """
    first = rows.order_by()[: counted + 1]
    found = first.count() if seconds is None else count_in_time(first, seconds)
    if found is not None and found <= counted:
        return found
    plan = json.loads(rows.order_by().explain(format="json"))[0]["Plan"]
    return max(int(plan["Plan Rows"]), found or 0)


def count_in_time(rows: Any, seconds: float) -> int | None:
    """None where the time is over. It is rolled back, and with it the limit of time."""
    try:
        with transaction.atomic(rows.db), connections[rows.db].cursor() as cursor:
            limit = f"{seconds * 1000:.0f}ms"
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [limit])
            found = int(rows.count())
            transaction.set_rollback(True, rows.db)
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            return None
        raise
    return found


def up_to(most: int, rows: Any) -> Func:
    """How many rows of a subquery there are for a row outside; `most + 1` where there are more."""
    first = ArraySubquery(rows.order_by().values("pk")[: most + 1])
    return Func(first, function="cardinality", output_field=IntegerField())
