"""The backend that the web process uses (`config.databases`)."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from psycopg import Error
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """One that answers: when one does not, all that lie in the pool are replaced at once.

        A restart of the server closes all of them. The pool's own check replaces one after the
        other and rests between them, a second and then two: whoever came upon three had no page.
        """
        given = super().get_new_connection(conn_params)
        if self.pool is None or answers(given):
            return given
        self.pool.drain()
        self.pool.putconn(given)
        return super().get_new_connection(conn_params)


def answers(connection: Any) -> bool:
    try:
        ConnectionPool.check_connection(connection)
    except Error:
        return False
    return True
