"""Snapshots between pages: a question is answered once, and every page of it reads that answer."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace

import numpy as np
from django.utils.translation import get_language

from catalog.cache import remember_all, remembered
from catalog.recent import FRESH_SECONDS
from search import sql
from search.query import Query
from search.retrieval.conditions.predicates import ACTIVE, ids_where, one_of
from search.retrieval.shelves.freezing import frozen
from search.retrieval.shelves.snapshot import Snapshot, from_bytes
from search.retrieval.state import Search

FREEZE_SECONDS = 1800  # as long as a shopper may take from page to page


def kept_or_made(asked: Search, name: str) -> Snapshot:
    """The snapshot called `name`, if it is still known; else that of the query.

    A first page is never older than FRESH_SECONDS; the pages after it come from the same snapshot.
    """
    latest = f"latest:{of_question(asked)}"
    known = from_bytes(remembered(f"snapshot:{name}")) if name else None
    if known and (known.rules, known.settings) != (
        asked.acts.signature,
        asked.settings.fingerprint,
    ):
        known = None  # made under other rules or settings
    if known is None:
        known = latest_of(asked.query, latest)
    if known is not None:
        return still_there(known)
    made = frozen(asked)
    if not made.degraded:
        values = {f"snapshot:{made.name}": made.to_bytes(), latest: [time.time(), made.name]}
        remember_all(values, FREEZE_SECONDS)
    return made


def of_question(asked: Search) -> str:
    """Names all that decides about a snapshot: also what the words are taken to mean today."""
    meant = (
        asked.query.fingerprint,
        asked.understood.fingerprint,
        asked.searcher.name,
        asked.settings.fingerprint,
        get_language(),
        asked.acts.signature,
    )
    return hashlib.sha256(repr(meant).encode()).hexdigest()[:32]


def latest_of(query: Query, key: str) -> Snapshot | None:
    match remembered(key):
        case [float() | int() as made_at, str() as name]:
            if query.page > 1 or abs(time.time() - made_at) < FRESH_SECONDS:
                return from_bytes(remembered(f"snapshot:{name}"))
    return None


def still_there(snapshot: Snapshot) -> Snapshot:
    """The snapshot without the products that have been taken out since."""
    ids = snapshot.results.ids
    sold = sql.rows(*ids_where(ACTIVE & one_of(ids.tolist())))
    left = np.isin(ids, np.array(sold, np.int64))
    if left.all():
        return snapshot
    return replace(snapshot, results=snapshot.results[left], gone=np.flatnonzero(~left))
