"""One HNSW index for each encoder and table, built after the vectors and checked for validity.

Embeddings of several encoders share a table, so the index is partial (`WHERE encoder_id = N`) and
over an expression (`vector::halfvec(D)`); only queries that spell both the same way use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from django.db import OperationalError, transaction
from psycopg.errors import DiskFull

from catalog.locks import alone
from search import sql
from search.indexing.content import KINDS, Kind
from search.indexing.coverage import indexed_rows
from search.models import EncoderVersion
from search.versions import EMBEDDINGS, forget_tables, index_name

EF_CONSTRUCTION = 200
# Neighbours of a node. At 100,000 rows 16 finds .987 to .999 of the nearest (benchmarks/README.md),
# at 1,000,000 it finds .78 of a text query's.
M, M_LARGE, LARGE = 16, 24, 500_000
NODE = 88  # bytes a node takes in memory beside its vector, for each of its neighbours
BUILDER = 0x7669_7472  # key of the lock of whoever builds
NEXT, OLD = "_next", "_old"  # endings of names while one index takes the place of another
LEAST_MEMORY = 64  # megabytes
NEEDED_FROM = 10_000  # rows; fewer are compared one by one in no time


class IndexState(StrEnum):
    VALID = "valid"
    INVALID = "invalid"  # a build was interrupted, or is at work: it answers nothing
    MISSING = "missing"


def name_of(kind: Kind, version: EncoderVersion) -> str:
    return index_name(kind.rows._meta.db_table, version)


def state_of(kind: Kind, version: EncoderVersion) -> IndexState:
    found = sql.rows(
        "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)",
        [name_of(kind, version)],
        primary=True,
    )
    if not found:
        return IndexState.MISSING
    return IndexState.VALID if found[0][0] else IndexState.INVALID


def missing(version: EncoderVersion) -> list[str]:
    """The kinds whose rows are too many to be searched without the index that is not there."""
    return [
        kind.label
        for kind in KINDS
        if state_of(kind, version) != IndexState.VALID and indexed_rows(kind, version) > NEEDED_FROM
    ]


def building(kind: Kind, version: EncoderVersion) -> int | None:
    """The percentage of the table that a build at work, on whichever host, has taken in so far."""
    found = sql.rows(
        "SELECT 100 * blocks_done / greatest(blocks_total, 1) FROM pg_stat_progress_create_index"
        " WHERE index_relid IN (to_regclass(%s), to_regclass(%s))",
        [name_of(kind, version), f"{name_of(kind, version)}{NEXT}"],
        primary=True,
    )
    return int(found[0][0]) if found else None


def ensure(version: EncoderVersion) -> list[str]:
    """Build what is missing, half built by a kill, or too sparse by now; returns the names.

    One process builds at a time. Another does not wait for it (CREATE INDEX CONCURRENTLY would in
    turn wait for whoever waits) but leaves it the work.
    """
    broken = [kind for kind in KINDS if state_of(kind, version) != IndexState.VALID]
    sparse = [kind for kind in KINDS if kind not in broken and is_sparse(kind, version)]
    if not broken and not sparse:
        return []
    with alone(BUILDER) as chosen:
        if not chosen:
            return []
        for kind in broken:
            _build(kind, version, name_of(kind, version))
        for kind in sparse:
            _replace(kind, version)
    forget_tables(version)
    return [name_of(kind, version) for kind in (*broken, *sparse)]


def is_sparse(kind: Kind, version: EncoderVersion) -> bool:
    """Whether the graph was made for far fewer rows than there are now, as of a young shop."""
    m = neighbours(indexed_rows(kind, version))
    made = sql.rows(
        "SELECT reloptions FROM pg_class WHERE oid = to_regclass(%s)",
        [name_of(kind, version)],
        primary=True,
    )
    return m > M and f"m={m}" not in made[0][0]


def drop(version: EncoderVersion) -> None:
    """Remove the indexes of an encoder, while searches go on. Not inside a transaction."""
    for kind in KINDS:
        for ending in ("", NEXT, OLD):
            sql.write(f"DROP INDEX CONCURRENTLY IF EXISTS {name_of(kind, version)}{ending}")
    forget_tables(version)


def drop_orphans() -> None:
    """Remove the indexes of encoders whose row is gone, as of one that was deleted by hand."""
    found = sql.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'i' AND relname ~ %s AND NOT EXISTS"
        " (SELECT FROM search_encoderversion"
        "   WHERE id = substring(relname FROM '_hnsw_([0-9]+)')::bigint)",
        [f"^({'|'.join(EMBEDDINGS)})_hnsw_[0-9]+({NEXT}|{OLD})?$"],
        primary=True,
    )
    for (name,) in found:
        sql.write(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")


def neighbours(rows: int) -> int:
    """m of the graph: more rows need more edges for the same recall."""
    return M if rows < LARGE else M_LARGE


def _replace(kind: Kind, version: EncoderVersion) -> None:
    """Build another beside the one that is searched, and let it take its name."""
    name = name_of(kind, version)
    sql.write(f"DROP INDEX CONCURRENTLY IF EXISTS {name}{OLD}")  # a kill may have left it
    _build(kind, version, f"{name}{NEXT}")
    with transaction.atomic():
        sql.write(f"ALTER INDEX {name} RENAME TO {name}{OLD}")
        sql.write(f"ALTER INDEX {name}{NEXT} RENAME TO {name}")
    sql.write(f"DROP INDEX CONCURRENTLY {name}{OLD}")


def _build(kind: Kind, version: EncoderVersion, name: str) -> None:
    rows = indexed_rows(kind, version)
    m = neighbours(rows)
    statement = f"""
        CREATE INDEX CONCURRENTLY {name} ON {kind.rows._meta.db_table}
         USING hnsw ((vector::halfvec({version.dimensions:d})) halfvec_cosine_ops)
          WITH (m = {m}, ef_construction = {EF_CONSTRUCTION})
         WHERE encoder_id = {version.pk:d}"""
    with _build_session(rows * (2 * version.dimensions + NODE * m)):
        # An invalid index answers nothing, so that nothing is lost with it. REINDEX CONCURRENTLY
        # would leave a second wreck under another name if it were killed in turn.
        sql.write(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
        try:
            sql.write(statement)
        except OperationalError as error:
            if not isinstance(error.__cause__, DiskFull):
                raise
            # Shared memory too small for parallel workers, as in a container with its 64 MB.
            sql.write(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
            sql.write("SET max_parallel_maintenance_workers = 0")
            sql.write(statement)


@contextmanager
def _build_session(needed: int) -> Iterator[None]:
    """The memory (bytes) that the graph needs, as far as there is, and as much time as it takes.

    A graph that does not fit into `maintenance_work_mem` builds seven times slower. How much there
    is says `effective_cache_size`, in which Postgres is told what the machine has for it: a half.
    """
    given = sql.rows(
        "SELECT pg_size_bytes(current_setting('maintenance_work_mem')) >> 20,"
        " pg_size_bytes(current_setting('effective_cache_size')) >> 21",
        primary=True,
    )
    configured, available = given[0]
    memory = max(min(max(needed >> 20, LEAST_MEMORY), available), configured)
    sql.write(f"SET maintenance_work_mem = '{memory}MB'")
    sql.write("SET statement_timeout = 0")
    try:
        yield
    finally:
        sql.write("RESET maintenance_work_mem")
        sql.write("RESET statement_timeout")
        sql.write("RESET max_parallel_maintenance_workers")
