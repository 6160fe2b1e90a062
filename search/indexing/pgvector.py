"""Whether the database server's pgvector will do."""

from __future__ import annotations

from django.db import OperationalError, connections

EXTENSION = "vector"
OLDEST = (0, 8)  # the first with `hnsw.iterative_scan`, which filtered searches rely on


def pgvector_complaint(alias: str = "default") -> str:
    """What is wrong with the server's pgvector, in a sentence; "" where it will do."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT coalesce(installed_version, default_version) FROM pg_available_extensions"
                " WHERE name = %s",
                [EXTENSION],
            )
            found = cursor.fetchone()
    except OperationalError:
        return ""  # a database that cannot be reached is another matter, and told elsewhere
    if found is None:
        return "This Postgres has no pgvector. Install pgvector 0.8 or newer on its server."
    version = tuple(int(part) for part in found[0].split(".")[:2])
    if version < OLDEST:
        return (
            f"pgvector {found[0]} is too old: filtered searches need 0.8 or newer. Install it, "
            "then run ALTER EXTENSION vector UPDATE in the database."
        )
    return ""
