"""The queue in the tables: mark what is stale, claim a batch, write what was made of it.

Every statement stands alone (no transaction is open while something is encoded), and any number of
workers may run any of them at once. `FOR UPDATE SKIP LOCKED` gives each its own rows, the lease
gives a dead worker's rows back, and a vector is only written while its content is still the same.

Raw SQL, because each step has to be one statement and Django's ORM has no UPDATE ... FROM.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from django.db import connection

from search.indexing.content import Kind
from search.models import EncoderVersion
from search.querysets import MAX_ATTEMPTS

LEASE = 60  # seconds; a batch takes a few


class Claimed(NamedTuple):
    row: int
    key: int  # of the product or photo


def mark(kind: Kind, version: EncoderVersion) -> int:
    """Give every product or photo a row, and every row today's content; returns how many changed.

    The one look at the whole catalogue. Products that are not active are marked as well, so that
    one is found the moment it is switched on. Marked in the order of the content's id, so that two
    workers wait for each other instead of deadlocking.
    """
    rows, owner = kind.rows._meta.db_table, kind.owner._meta.db_table
    sql = f"""
        INSERT INTO {rows} AS entry
               (encoder_id, {kind.column}, fingerprint, attempted, attempts, error)
        SELECT %(encoder)s, owner.id, '', owner.{kind.fingerprint}, 0, ''
          FROM {owner} owner
          LEFT JOIN {rows} known
            ON known.{kind.column} = owner.id AND known.encoder_id = %(encoder)s
         WHERE known.attempted IS NULL OR known.attempted <> owner.{kind.fingerprint}
         ORDER BY owner.id
            ON CONFLICT (encoder_id, {kind.column}) DO UPDATE
           SET attempted = excluded.attempted, attempts = 0, error = '', leased_until = NULL
         WHERE entry.attempted <> excluded.attempted"""
    with connection.cursor() as cursor:
        cursor.execute(sql, {"encoder": version.pk})
        return int(cursor.rowcount)


def claim(kind: Kind, version: EncoderVersion) -> list[Claimed]:
    """Take the next batch for LEASE seconds, counting the attempt.

    Rows that were attempted before come last and one at a time: one of them may be what killed the
    worker, and should not take its neighbours along again. One statement for both, because Postgres
    cannot guess how few rows were attempted, and would read the whole table to find them.
    """
    rows = kind.rows._meta.db_table
    sql = f"""
        WITH free AS (
            SELECT id, attempts FROM {rows}
             WHERE encoder_id = %(encoder)s AND fingerprint <> attempted
               AND attempts < {MAX_ATTEMPTS} AND (leased_until IS NULL OR leased_until < now())
             ORDER BY leased_until NULLS FIRST, id LIMIT {kind.batch} FOR UPDATE SKIP LOCKED
        ), next AS (
            SELECT id, attempts = 0 OR row_number() OVER () = 1 AS chosen FROM free
        )
        UPDATE {rows} AS entry
           SET attempts = attempts + 1, leased_until = now() + {LEASE} * interval '1 second'
          FROM next WHERE entry.id = next.id AND next.chosen
        RETURNING entry.id, entry.{kind.column}"""
    with connection.cursor() as cursor:
        cursor.execute(sql, {"encoder": version.pk})
        return sorted(Claimed(*found) for found in cursor.fetchall())


def write(kind: Kind, made: Sequence[tuple[int, str, np.ndarray]]) -> int:
    """Store (row, fingerprint, vector) where the content still has that fingerprint.

    Returns how many were stored. Where the content has changed, `mark` makes the row wait again.
    """
    rows, owner = kind.rows._meta.db_table, kind.owner._meta.db_table
    sql = f"""
        UPDATE {rows} AS entry
           SET vector = made.vector::halfvec, fingerprint = made.fingerprint,
               attempted = made.fingerprint, attempts = 0, error = '', leased_until = NULL
          FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS made (id, fingerprint, vector),
               {owner} owner
         WHERE entry.id = made.id AND owner.id = entry.{kind.column}
           AND owner.{kind.fingerprint} = made.fingerprint"""
    columns = (
        [row for row, _fingerprint, _vector in made],
        [fingerprint for _row, fingerprint, _vector in made],
        [as_text(vector) for _row, _fingerprint, vector in made],
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, columns)
        return int(cursor.rowcount)


def fail(kind: Kind, row: int, fingerprint: str, error: str, again_in: int | None) -> None:
    """Keep the reason in the row; `again_in` seconds until the next attempt, None: never."""
    attempts = f"{MAX_ATTEMPTS}" if again_in is None else "attempts"
    sql = f"""
        UPDATE {kind.rows._meta.db_table}
           SET error = %s, attempts = {attempts}, leased_until = now() + %s * interval '1 second'
         WHERE id = %s AND attempted = %s"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [error, again_in or 0, row, fingerprint])


def as_text(vector: np.ndarray) -> str:
    """pgvector's own notation; five digits are more than a half float keeps."""
    return "[" + ",".join(f"{value:.5g}" for value in vector.tolist()) + "]"
