"""The web process gives no connection that a restart of Postgres has closed."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from config.databases import tuning


@pytest.mark.django_db
def test_a_restart_of_the_database_costs_no_page() -> None:
    settings = connection.settings_dict | {"CONN_HEALTH_CHECKS": False} | tuning("web")
    settings["OPTIONS"]["pool"] |= {"min_size": 1, "max_size": 1}
    pooled = ConnectionHandler({"default": settings})["default"]
    try:
        for _page in range(2):
            with pooled.cursor() as cursor, connection.cursor() as other:
                cursor.execute("SELECT pg_backend_pid()")
                pooled.close()  # back into the pool
                other.execute("SELECT pg_terminate_backend(%s, 1000)", cursor.fetchone())
    finally:
        pooled.close_pool()
