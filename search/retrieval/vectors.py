"""The retrievers by meaning: a query vector against the vectors of texts, or of photos.

Through the HNSW index, unless a condition leaves so few products that ranking them exactly is
cheaper: the index meets them too rarely, and the planner does not see that (`+ 0` says it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.conf import settings
from django.db.models.expressions import RawSQL
from numpy.typing import NDArray

from search import sql
from search.ranking.calibration import standardise
from search.retrieval import background
from search.retrieval.passing import Passing
from search.retrieval.retrievers import Scores
from search.retrieval.tables import Table, as_text


@dataclass
class VectorRetriever:
    """One query vector and the table that it looks into."""

    name: str
    table: Table
    vector: NDArray[np.float32]
    usual: float = 0.0  # the least spread that a query's background counts as

    def statements(self, passing: Passing, k: int) -> Sequence[sql.Statement]:
        if not passing.everything and passing.rows <= settings.EXACT_ROWS:
            return [self.exact(passing, k)]
        return [self.through_index(passing, k)]

    def exact(self, passing: Passing, k: int) -> sql.Statement:
        """Rank every product that passes."""
        table, probe = self.table, as_text(self.vector)
        text = f"""
            WITH passing (id) AS MATERIALIZED ({passing.statement.text})
            SELECT {table.product}, min({table.column} <=> %s::halfvec) + 0 AS distance
              FROM passing JOIN {table.source} ON {table.product} = passing.id
             WHERE {table.where} GROUP BY 1 ORDER BY distance LIMIT {k:d}"""
        return sql.Statement(text, [*passing.statement.params, probe])

    def through_index(self, passing: Passing, k: int) -> sql.Statement:
        """The nearest in the order of the index, going on until enough of them pass."""
        table, probe = self.table, as_text(self.vector)
        condition, params = passing.among(table.product)
        text = f"""
            WITH near AS MATERIALIZED (
                SELECT {table.product} AS id, {table.column} <=> %s::halfvec AS distance
                  FROM {table.source} WHERE {table.where} {condition}
                 ORDER BY {table.column} <=> %s::halfvec LIMIT {k:d})
            SELECT id FROM near GROUP BY id ORDER BY min(distance)"""
        return sql.Statement(text, [probe, *params, probe])

    def columns(self) -> Sequence[RawSQL]:
        """The cosine with the product's text, or with the best of its photos."""
        table = self.table
        text = f"""(SELECT 1 - min({table.column} <=> %s::halfvec) FROM {table.source}
                     WHERE {table.where} AND {table.product} = catalog_product.id)"""
        return [RawSQL(text, [as_text(self.vector)])]

    def measured(self, values: Sequence[Sequence[Any]]) -> Scores:
        """Standard deviations over the query's own background."""
        cosines = np.array([value for (value,) in values], np.float64)  # None becomes nan
        behind = background.cosines(self.table, self.vector)
        return standardise(cosines, behind, self.vector.size, self.usual)
