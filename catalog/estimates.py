"""How many rows there are, told without reading a large table."""

from __future__ import annotations

import json
from typing import Any


def size(rows: Any, counted: int) -> int:
    """How many rows a queryset has: exact up to `counted`, then as Postgres estimates them."""
    found = int(rows.order_by()[: counted + 1].count())
    if found <= counted:
        return found
    plan = json.loads(rows.order_by().explain(format="json"))[0]["Plan"]
    return max(int(plan["Plan Rows"]), found)
