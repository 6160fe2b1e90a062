"""The queue in the tables: mark what is stale, claim a batch, write what was made of it.

Triggers put into the queue what changes (migration 0005); `mark_next` fills it for a new encoder
and checks it at night, a range of ids at a time. Every statement stands alone (no transaction is
open while something is encoded), and any number of workers may run any of them at once. `FOR UPDATE
SKIP LOCKED` gives each its own rows and keeps all of them from waiting for whoever is saving; the
lease gives a dead worker's rows back, and a vector is only written while its content is the same.

Raw SQL, because each step has to be one statement and Django's ORM has no UPDATE ... FROM.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from search import sql
from search.indexing.content import KINDS, Kind
from search.models import EncoderVersion, ImageEmbedding
from search.querysets import MAX_ATTEMPTS

LEASE = 60  # seconds; a batch takes a few
PAUSES = (0.05, 0.2, 0.5)  # seconds until a row that somebody holds is tried again
# As the partial index of the queue has it. Without its order, Postgres reads the whole table, of
# which it believes all rows to be stale. A lease that ends later than any that is given was given
# by a clock that was ahead, and would hold its row for as long.
FREE = (
    f"fingerprint <> attempted AND attempts < {MAX_ATTEMPTS}"
    " AND (leased_until IS NULL OR leased_until < now()"
    f" OR leased_until > now() + {LEASE} * interval '2 seconds')"
)
CLAIM_ORDER = "leased_until NULLS FIRST, id"
RANGE = 5_000  # products or photos that one statement looks over


class Claimed(NamedTuple):
    row: int
    key: int  # of the product or photo
    fingerprint: str  # of the content that the row waits for


def mark_next(kind: Kind, version: EncoderVersion) -> bool:
    """Look over the next RANGE of ids; False once the version has seen all of them.

    How far it has come stands with the version, so it goes on where it was stopped. Where two
    workers take the same range, the second finds nothing to change.
    """
    done = getattr(version, kind.marked)
    if done is None:
        return False
    owner = kind.owner._meta.db_table
    part = f"SELECT id FROM {owner} WHERE id > %s ORDER BY id LIMIT {RANGE}"
    last = sql.rows(f"SELECT max(id) FROM ({part}) part", [done], primary=True)[0][0]
    if last is not None:
        mark(kind, version, "owner.id > %(after)s AND owner.id <= %(last)s", after=done, last=last)
    here = EncoderVersion.objects.filter(pk=version.pk, **{kind.marked: done})
    if here.update(**{kind.marked: last}):
        setattr(version, kind.marked, last)
    else:  # another worker was faster, or the check was started anew
        version.refresh_from_db(fields=[kind.marked])
    return True


def mark(kind: Kind, version: EncoderVersion, which: str, **params: object) -> int:
    """Give each of these products or photos a row, and the row today's content; returns changes.

    Products that are not active are marked as well, so that one is found the moment it is switched
    on. What somebody saves right now is left to the trigger of that save. The rest is held while it
    is compared, or else a save in between would be overwritten with what was true before it.
    """
    rows, owner = kind.rows._meta.db_table, kind.owner._meta.db_table
    statement = f"""
        WITH stale AS (
            SELECT owner.id FROM {owner} owner
              LEFT JOIN {rows} known
                ON known.{kind.column} = owner.id AND known.encoder_id = %(encoder)s
             WHERE {which} AND known.attempted IS DISTINCT FROM owner.{kind.fingerprint}
        ), held AS (
            SELECT id, {kind.fingerprint} AS content FROM {owner}
             WHERE id IN (SELECT id FROM stale) ORDER BY id FOR SHARE SKIP LOCKED
        )
        INSERT INTO {rows} AS entry
               (encoder_id, {kind.column}, fingerprint, attempted, attempts, error)
        SELECT %(encoder)s, held.id, '', held.content, 0, '' FROM held
            ON CONFLICT (encoder_id, {kind.column}) DO UPDATE
           SET attempted = excluded.attempted, attempts = 0, error = '', leased_until = NULL
         WHERE entry.attempted <> excluded.attempted"""
    return sql.write(statement, {"encoder": version.pk, **params})


def something_waits() -> bool:
    """Whether a worker would find something to claim, for whichever encoder; one statement."""
    queues = " UNION ALL ".join(
        f"""(SELECT 1 FROM {kind.rows._meta.db_table}
              WHERE encoder_id = version.id AND {FREE} ORDER BY {CLAIM_ORDER} LIMIT 1)"""
        for kind in KINDS
    )
    statement = f"""
        SELECT 1 FROM search_encoderversion version, LATERAL ({queues}) queue
         WHERE version.state IN ('live', 'filling') LIMIT 1"""
    return bool(sql.rows(statement, primary=True))


def claim(kind: Kind, version: EncoderVersion) -> list[Claimed]:
    """Take the next batch for LEASE seconds, counting the attempt.

    Rows that were attempted before come last and one at a time: one of them may be what killed the
    worker, and should not take its neighbours along again. One statement for both, because Postgres
    cannot guess how few rows were attempted, and would read the whole table to find them.
    """
    rows = kind.rows._meta.db_table
    statement = f"""
        WITH free AS (
            SELECT id, attempts FROM {rows}
             WHERE encoder_id = %(encoder)s AND {FREE}
             ORDER BY {CLAIM_ORDER} LIMIT {kind.batch} FOR UPDATE SKIP LOCKED
        ), next AS (
            SELECT id, attempts = 0 OR row_number() OVER () = 1 AS chosen FROM free
        )
        UPDATE {rows} AS entry
           SET attempts = attempts + 1, leased_until = now() + {LEASE} * interval '1 second'
          FROM next WHERE entry.id = next.id AND next.chosen
        RETURNING entry.id, entry.{kind.column}, entry.attempted"""
    found = sql.rows(statement, {"encoder": version.pk}, primary=True)
    return sorted(Claimed(*row) for row in found)


class Made(NamedTuple):
    row: int
    fingerprint: str
    vector: np.ndarray
    colors: tuple[str, ...] = ()  # that a photo shows


def write(kind: Kind, made: Sequence[Made]) -> int:
    """Store what was made of each row where the row still waits for that content.

    Returns how many were stored. A row that somebody holds is tried again a moment later, holding
    nothing meanwhile; whoever saves it for longer is about to have it wait for other content.
    """
    left = {each.row: each for each in made}
    for pause in (*PAUSES, None):
        for row in written(kind, list(left.values())):
            del left[row]
        if not left or pause is None:
            break
        time.sleep(pause)
    return len(made) - len(left)


def written(kind: Kind, made: Sequence[Made]) -> list[int]:
    """The rows that could be stored at once."""
    rows = kind.rows._meta.db_table
    colors = ", colors = made.colors::varchar[]" if kind.rows is ImageEmbedding else ""
    statement = f"""
        WITH free AS (
            SELECT id FROM {rows} WHERE id = ANY(%(ids)s::bigint[]) FOR UPDATE SKIP LOCKED
        )
        UPDATE {rows} AS entry
           SET vector = made.vector::halfvec, fingerprint = made.fingerprint,
               attempts = 0, error = '', leased_until = NULL {colors}
          FROM unnest(%(ids)s::bigint[], %(fingerprints)s::text[], %(vectors)s::text[],
                      %(colors)s::text[])
               AS made (id, fingerprint, vector, colors) JOIN free USING (id)
         WHERE entry.id = made.id AND entry.attempted = made.fingerprint
        RETURNING entry.id"""
    columns = {
        "ids": [each.row for each in made],
        "fingerprints": [each.fingerprint for each in made],
        "vectors": [as_text(each.vector) for each in made],
        "colors": ["{" + ",".join(f'"{name}"' for name in each.colors) + "}" for each in made],
    }
    return [row for (row,) in sql.rows(statement, columns, primary=True)] if made else []


def fail(kind: Kind, row: int, fingerprint: str, error: str, again_in: int | None) -> None:
    """Keep the reason in the row; `again_in` seconds until the next attempt, None: never."""
    attempts = f"{MAX_ATTEMPTS}" if again_in is None else "attempts"
    statement = f"""
        UPDATE {kind.rows._meta.db_table}
           SET error = %s, attempts = {attempts}, leased_until = now() + %s * interval '1 second'
         WHERE id = %s AND attempted = %s"""
    sql.write(statement, [error, again_in or 0, row, fingerprint])


def as_text(vector: np.ndarray) -> str:
    """pgvector's own notation; five digits are more than a half float keeps."""
    return "[" + ",".join(f"{value:.5g}" for value in vector.tolist()) + "]"
