"""One HNSW index for each encoder and table, built after the vectors and checked for validity.

Embeddings of several encoders share a table, so the index is partial (`WHERE encoder_id = N`) and
over an expression (`vector::halfvec(D)`); only queries that spell both the same way use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from django.db import OperationalError, connection
from psycopg.errors import DiskFull

from search.indexing.content import KINDS, Kind
from search.models import EncoderVersion

M, EF_CONSTRUCTION = 16, 200  # measured: recall .987 to .999 at 100,000 rows (benchmarks/README.md)
NODE = 1_400  # bytes of a graph node beside its vector, at m = 16
BUILDER = 0x7669_7472  # key of the advisory lock
LEAST_MEMORY, MOST_MEMORY = 64, 2048  # megabytes


class IndexState(StrEnum):
    VALID = "valid"
    INVALID = "invalid"  # a build was interrupted: it costs writes and answers nothing
    MISSING = "missing"


def name_of(kind: Kind, version: EncoderVersion) -> str:
    return f"{kind.rows._meta.db_table}_hnsw_{version.pk}"


def state_of(kind: Kind, version: EncoderVersion) -> IndexState:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)",
            [name_of(kind, version)],
        )
        found = cursor.fetchone()
    if found is None:
        return IndexState.MISSING
    return IndexState.VALID if found[0] else IndexState.INVALID


def ensure(version: EncoderVersion) -> list[str]:
    """Build what is missing, and anew what a kill has left half built; returns the names.

    One process builds at a time. Another does not wait for it (CREATE INDEX CONCURRENTLY would in
    turn wait for whoever waits) but leaves it the work.
    """
    broken = [kind for kind in KINDS if state_of(kind, version) != IndexState.VALID]
    if not broken:
        return []
    with _only_builder() as chosen:
        if not chosen:
            return []
        for kind in broken:
            _build(kind, version)
    return [name_of(kind, version) for kind in broken]


def drop(version: EncoderVersion) -> None:
    """Remove the indexes of an encoder that is deleted."""
    with connection.cursor() as cursor:
        for kind in KINDS:
            cursor.execute(f"DROP INDEX IF EXISTS {name_of(kind, version)}")


def _build(kind: Kind, version: EncoderVersion) -> None:
    name, rows = name_of(kind, version), kind.rows.objects.filter(encoder=version).count()
    statement = f"""
        CREATE INDEX CONCURRENTLY {name} ON {kind.rows._meta.db_table}
         USING hnsw ((vector::halfvec({version.dimensions:d})) halfvec_cosine_ops)
          WITH (m = {M}, ef_construction = {EF_CONSTRUCTION})
         WHERE encoder_id = {version.pk:d}"""
    with _build_session(rows, version.dimensions) as cursor:
        # An invalid index answers nothing, so that nothing is lost with it. REINDEX CONCURRENTLY
        # would leave a second wreck under another name if it were killed in turn.
        cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
        try:
            cursor.execute(statement)
        except OperationalError as error:
            if not isinstance(error.__cause__, DiskFull):
                raise
            # Shared memory too small for parallel workers, as in a container with its 64 MB.
            cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
            cursor.execute("SET max_parallel_maintenance_workers = 0")
            cursor.execute(statement)


@contextmanager
def _only_builder() -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [BUILDER])
        chosen = bool(cursor.fetchone()[0])
        try:
            yield chosen
        finally:
            if chosen:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [BUILDER])


@contextmanager
def _build_session(rows: int, dimensions: int) -> Iterator[Any]:
    """A cursor with the memory that the graph needs, and as much time as it takes.

    A graph that does not fit into `maintenance_work_mem` builds seven times slower.
    """
    needed = rows * (2 * dimensions + NODE) // 2**20
    memory = min(max(needed, LEAST_MEMORY), MOST_MEMORY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_size_bytes(current_setting('maintenance_work_mem')) / 1048576")
        memory = max(memory, int(cursor.fetchone()[0]))
        cursor.execute(f"SET maintenance_work_mem = '{memory}MB'")
        cursor.execute("SET statement_timeout = 0")
        try:
            yield cursor
        finally:
            for name in ("maintenance_work_mem", "statement_timeout"):
                cursor.execute(f"RESET {name}")
            cursor.execute("RESET max_parallel_maintenance_workers")
