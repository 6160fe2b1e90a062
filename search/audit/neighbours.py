"""What lies nearest to photos and texts of the catalogue: k a vector, through the HNSW index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search import sql
from search.models import EncoderVersion
from search.retrieval.embeddings.tables import Table

AT_ONCE = 100  # vectors whose neighbours one statement looks for


class Neighbour(NamedTuple):
    key: int  # of the photo, or of the product whose text it is
    product: int
    cosine: float


def nearest(table: Table, keys: Iterable[int], k: int) -> dict[int, list[Neighbour]]:
    """The k nearest of each, the nearest first, among products that are shown; itself left out.

    Every vector costs one look into the index, so that a piece of the catalogue costs the same
    whatever lies around it.
    """
    wanted = sorted(keys)
    found: dict[int, list[Neighbour]] = defaultdict(list)
    for start in range(0, len(wanted), AT_ONCE):
        for asked, *neighbour in sql.rows(
            statement(table, k), [wanted[start : start + AT_ONCE]], primary=True
        ):
            found[asked].append(Neighbour(*neighbour))
    return {key: sorted(near, key=lambda each: -each.cosine) for key, near in found.items()}


def statement(table: Table, k: int) -> str:
    own = table.key.partition(".")[2]
    rows, column = table.name, table.column.replace("e.vector", "asked.vector")
    return f"""
        SELECT asked.{own}, near.key, near.product, 1 - near.distance
          FROM {rows} asked, LATERAL (
            SELECT {table.key} AS key, {table.product} AS product,
                   {table.column} <=> {column} AS distance
              FROM {table.source}
             WHERE {table.where}
             ORDER BY {table.column} <=> {column} LIMIT {k + 1:d}) near
          JOIN catalog_product p ON p.id = near.product AND p.active
         WHERE asked.encoder_id = {table.version.pk:d} AND asked.{own} = ANY(%s::bigint[])
           AND asked.vector IS NOT NULL AND near.key <> asked.{own}"""


def text_cosines(version: EncoderVersion, pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """(n,) cosines of the texts of pairs of products; nan where one has no vector."""
    found = np.full(len(pairs), np.nan)
    for start in range(0, len(pairs), AT_ONCE * 10):
        some = pairs[start : start + AT_ONCE * 10]
        for place, cosine in sql.rows(
            f"""SELECT pair.n, 1 - (one.vector <=> other.vector)
                  FROM unnest(%s::bigint[], %s::bigint[]) WITH ORDINALITY pair (a, b, n)
                  JOIN search_textembedding one
                    ON one.encoder_id = {version.pk:d} AND one.product_id = pair.a
                  JOIN search_textembedding other
                    ON other.encoder_id = {version.pk:d} AND other.product_id = pair.b
                 WHERE one.vector IS NOT NULL AND other.vector IS NOT NULL""",
            [[a for a, _b in some], [b for _a, b in some]],
            primary=True,
        ):
            found[start + place - 1] = cosine
    return found
