"""Keeps the counts of the whole catalogue: only the parts that have changed are counted anew.

Triggers say which those are (migration 0007). One process counts at a time; each part is a
transaction of its own, so that a kill loses nothing and never counts anything twice.
"""

from __future__ import annotations

import json
import logging
import time
import zlib
from collections import Counter

from django.db import DataError, transaction

from catalog.locks import take
from search import sql
from search.understanding.shop_words.catalogue_counts import PART, Counts, count_part

log = logging.getLogger(__name__)

NAMES = -1  # in place of a part: of categories, brands or synonyms
COUNTER = 0x766F_6361  # key of the lock of whoever counts

TAKE = """
    DELETE FROM search_cataloguechange
     WHERE part = (SELECT part FROM search_cataloguechange ORDER BY id LIMIT 1) RETURNING part"""
ADD = """
    INSERT INTO search_cataloguecount AS known (kind, value, category, n)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::int[]) ORDER BY 1, 2, 3
        ON CONFLICT (kind, value, category) DO UPDATE SET n = known.n + excluded.n"""
DROP_NOTHING = """
    DELETE FROM search_cataloguecount known
     USING unnest(%s::text[], %s::text[], %s::bigint[]) AS gone (kind, value, category)
     WHERE known.kind = gone.kind AND known.value = gone.value
       AND known.category = gone.category AND known.n <= 0"""


def count_again() -> None:
    """Have every part counted anew, for prices (which mark nothing) and for what was missed."""
    sql.write(
        "INSERT INTO search_cataloguechange (part)"
        f" SELECT generate_series(0, (SELECT max(id) / {PART} FROM catalog_product))"
        " UNION SELECT number FROM search_cataloguepart"
    )


def count_changed(seconds: float | None = None) -> bool:
    """Count what has changed until nothing is left or the time is over; whether anything had."""
    end = time.monotonic() + seconds if seconds is not None else None
    counted = False
    while count_next():
        counted = True
        if end is not None and time.monotonic() > end:
            break
    return counted


def count_next() -> bool:
    """One part that has changed; False where none has, or another process is at it."""
    with transaction.atomic():
        taken = take(COUNTER) and sql.rows(TAKE, primary=True)
        if not taken:
            return False
        if taken[0][0] != NAMES:
            count_or_keep(taken[0][0])
        sql.write("UPDATE search_cataloguesummary SET outdated = true WHERE NOT outdated")
    return True


def count_or_keep(number: int) -> None:
    """A part that cannot be counted keeps its last counts until it changes, and stops no other."""
    try:
        with transaction.atomic():
            recount(number)
    except DataError:
        log.exception("Part %d of the catalogue cannot be counted.", number)


def recount(number: int) -> None:
    """Count a part, and add to the whole by how much it differs from the last time."""
    known = sql.rows(
        "SELECT counts FROM search_cataloguepart WHERE number = %s", [number], primary=True
    )
    before = unpacked(known[0][0]) if known else Counter()
    now = count_part(number)
    sql.write(
        "INSERT INTO search_cataloguepart (number, counts) VALUES (%s, %s)"
        " ON CONFLICT (number) DO UPDATE SET counts = excluded.counts",
        [number, packed(now)],
    )
    changed = {key: now[key] - before[key] for key in {*now, *before} if now[key] != before[key]}
    if changed:
        kinds, values, categories = (list(column) for column in zip(*changed, strict=True))
        sql.write(ADD, [kinds, values, categories, list(changed.values())])
    if gone := [key for key in changed if not now[key]]:
        sql.write(DROP_NOTHING, [list(column) for column in zip(*gone, strict=True)])


def packed(counts: Counts) -> bytes:
    return zlib.compress(json.dumps([[*key, n] for key, n in counts.items()]).encode(), 1)


def unpacked(stored: bytes) -> Counts:
    found = json.loads(zlib.decompress(stored))
    return Counter({(kind, value, category): n for kind, value, category, n in found})
