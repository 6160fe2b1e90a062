"""The legs of a search: each one SQL query that scores products against one query vector or text.

A vector leg has two ways to go (design D5, measured in benchmarks/search/filters.py):

- *every row* is scored where the catalogue is small enough, so that totals are exact and the
  query's own background is known to the last product;
- else the *nearest* come from the HNSW index, with `hnsw.iterative_scan` and an outer sort, and
  a filtered set of up to `EXACT_ROWS` products is ranked exactly, by a query that says so:
  `+ 0` keeps the planner from the index.

Rows are always scored as halfvec: `vector(512)` is toasted and 4.5 times slower.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from numpy.typing import NDArray
from pgvector import HalfVector

from catalog.models import Product
from search.cache import remember, remembered
from search.models import EncoderVersion

Ids = NDArray[np.int64]
Cosines = NDArray[np.float64]

TEXTS = "search_textembedding e"
PHOTOS = "search_imageembedding e JOIN catalog_productimage i ON i.id = e.image_id"
NEAREST = 1_000  # as far as hnsw.ef_search goes
SAMPLE = 1_000  # products that stand for the background where not every row is scored


@dataclass(frozen=True)
class Table:
    """Where a leg looks: the text vectors or the photo vectors of one encoder."""

    version: EncoderVersion
    photos: bool

    @property
    def source(self) -> str:
        return PHOTOS if self.photos else TEXTS

    @property
    def product(self) -> str:
        return "i.product_id" if self.photos else "e.product_id"

    @property
    def column(self) -> str:
        return f"e.vector::halfvec({self.version.dimensions})"

    @property
    def where(self) -> str:
        """Literal, so that the planner sees that the encoder's partial index applies."""
        return f"e.encoder_id = {self.version.pk:d} AND e.vector IS NOT NULL"


def as_text(vector: Any) -> str:
    """The vector as Postgres reads it: "[0.1,0.2]"."""
    return str(HalfVector(vector).to_text())


def score(table: Table, vector: Any, ids: Ids | None = None) -> tuple[Ids, Cosines]:
    """Cosines with every product, or with `ids`: of its photos, the best one's."""
    among = "" if ids is None else f"AND {table.product} = ANY(%s)"
    sql = f"""
        SELECT array_agg(id), array_agg(cosine) FROM (
            SELECT {table.product} AS id, (1 - min({table.column} <=> %s::halfvec))::real AS cosine
              FROM {table.source} WHERE {table.where} {among} GROUP BY 1) scored"""
    params = [as_text(vector), *([] if ids is None else [ids.tolist()])]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        found, cosines = cursor.fetchone()
    return np.array(found or [], np.int64), np.array(cosines or [], np.float64)


def nearest(table: Table, vector: Any, within: QuerySet[Product] | None = None) -> Ids:
    """The products nearest to `vector`, best first, at most NEAREST of them."""
    condition, params = "", []
    exact = False
    if within is not None:
        exact = within[: settings.EXACT_ROWS + 1].count() <= settings.EXACT_ROWS
        inner, params = within.order_by().values("pk").query.sql_with_params()
        condition = f"AND {table.product} IN ({inner})"
    distance = f"({table.column} <=> %s::halfvec)" + (" + 0" if exact else "")
    sql = f"""
        WITH near AS MATERIALIZED (
            SELECT {table.product} AS id, {distance} AS distance
              FROM {table.source} WHERE {table.where} {condition}
             ORDER BY {distance} LIMIT {NEAREST})
        SELECT id FROM near GROUP BY id ORDER BY min(distance)"""
    probe = as_text(vector)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('hnsw.ef_search', %s, true)", [str(NEAREST)])
        cursor.execute("SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true)")
        cursor.execute(sql, [probe, *params, probe])
        return np.array([row[0] for row in cursor.fetchall()], np.int64)


def background(table: Table) -> Ids:
    """The same few products each time, spread over the whole catalogue."""
    key = f"background:{table.version.pk}:{table.photos}"
    known = remembered(key)
    if known is not None:
        return np.frombuffer(known, np.int64)
    sql = f"""
        SELECT {table.product} FROM {table.source} WHERE {table.where}
         ORDER BY e.fingerprint LIMIT {SAMPLE}"""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        ids = np.array([row[0] for row in cursor.fetchall()], np.int64)
    remember(key, ids.tobytes(), 600)
    return ids
