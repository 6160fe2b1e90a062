"""What a query's cosines with products drawn at random look like: the scale of its other cosines.

A fixed sample of the encoder's own vectors is kept in the process, so that the background of a
query costs one small matrix product and no statement. The ids are drawn evenly from their range,
the same in every process, so that processes agree.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from search import sql
from search.ranking.calibration import PRIOR
from search.retrieval.embeddings.tables import Table
from search.retrieval.limits import BACKGROUND

KEPT_SECONDS = 600
FAMILY = 0.2  # of the shop; the median of a background stands a smaller one
DRAWN = 3  # ids drawn for one vector wanted: not every id has a vector

Matrix = NDArray[np.float32]


@dataclass
class Kept:
    until: float = 0.0
    vectors: Matrix = field(default_factory=lambda: np.zeros((0, 0), np.float32))


_kept: dict[tuple[str, int, bool], Kept] = {}
_lock = threading.Lock()


def cosines(table: Table, vector: NDArray) -> NDArray[np.float64]:
    """(m,) cosines of `vector` with the sample of the table."""
    vectors = sample(table)
    return np.asarray(vectors @ vector, np.float64) if vectors.size else np.zeros(0)


def besides(cosines: NDArray[np.float64], family: float) -> NDArray[np.float64]:
    """A background (m,) without the things that the query names, where these are much of the shop.

    family: the share of the products whose texts say all of it. Drawn at random, they would make
    what is asked for look usual: where 2,000 of 2,200 products are called "widget", none counted.
    In a shop of a few products theory weighs more than any background, and all of it stays.
    """
    if family < FAMILY or len(cosines) < PRIOR:
        return cosines
    return np.sort(cosines)[: int(len(cosines) * (1 - family))]


def sample(table: Table) -> Matrix:
    """(m, d) float32; read anew every ten minutes, by one thread."""
    key = table.version.name, table.version.pk, table.photos
    with _lock:
        kept = _kept.setdefault(key, Kept())
        if time.monotonic() >= kept.until:
            kept.vectors = drawn(table)
            # A young catalogue grows into its background; a full one hardly changes.
            full = len(kept.vectors) >= BACKGROUND // 2
            kept.until = time.monotonic() + (KEPT_SECONDS if full else 2)
        return kept.vectors


def forget() -> None:
    """Read every sample again at its next use."""
    with _lock:
        _kept.clear()


def drawn(table: Table) -> Matrix:
    """One photo stands for its product: one with many photos does not count for many."""
    version, source, key, product = table.version, table.source, table.key, table.product
    [(low, high)] = sql.rows(f"SELECT min({key}), max({key}) FROM {source} WHERE {table.where}")
    if low is None:
        return np.zeros((0, version.dimensions), np.float32)
    found = sql.rows(
        f"SELECT DISTINCT ON ({product}) e.vector::text FROM {source}"
        f" WHERE {table.where} AND {key} = ANY(%s::bigint[])"
        f" ORDER BY {product}, {key} LIMIT {BACKGROUND}",
        [evenly_drawn(low, high)],
    )
    rows = [np.fromstring(row[0][1:-1], np.float32, sep=",") for row in found]
    return np.array(rows, np.float32).reshape(-1, version.dimensions)


def evenly_drawn(low: int, high: int) -> list[int]:
    """Ids from `low` to `high`: all where they are few, else a fixed random choice."""
    wanted = DRAWN * BACKGROUND
    if high - low < wanted:
        return list(range(low, high + 1))
    return sorted(set(np.random.default_rng(0).integers(low, high + 1, wanted).tolist()))
