"""The retrievers by meaning: a query vector against the vectors of texts, or of photos.

Without a condition, through the HNSW index. With one, whatever is cheapest: what few products pass
are ranked exactly; of more the index is asked first, which answers in milliseconds where query and
condition agree. Where they are at odds it meets hardly any, gives up after `Passing.scanned` rows,
and the same statement ranks exactly (`+ 0` keeps the planner from the index). Of sets too large for
that, the index brings what it finds. Measured in `benchmarks.search.filters`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.conf import settings
from numpy.typing import NDArray
from pgvector import HalfVector

from search import sql
from search.ranking.calibration import IMAGE_IMAGE, IMAGE_TEXT, TEXT_IMAGE, standardise
from search.retrieval.conditions.passing import Passing
from search.retrieval.embeddings import background
from search.retrieval.embeddings.tables import Table
from search.retrieval.limits import ACROSS, EXACT_AT_ONCE, INDEX_ENOUGH
from search.retrieval.retrievers.protocol import Scores

LEAST_SEARCHED, MOST_SEARCHED = 100, 1_000  # rows that HNSW keeps in sight; pgvector takes no more
EACH = 2  # photos of a product: a photo that is asked for stands on them, and on little else


@dataclass
class VectorRetriever:
    """One query vector and the table that it looks into."""

    name: str
    table: Table
    vector: NDArray[np.float32]
    usual: float = 0.0  # the least spread that a query's background counts as
    family: float = 0.0  # the share of the shop's products whose texts say all of the query

    @cached_property
    def probe(self) -> HalfVector:
        """The vector as a parameter."""
        return HalfVector(self.vector)

    def statements(self, passing: Passing, k: int) -> Sequence[sql.Statement]:
        if passing.everything or passing.rows > settings.EXACT_ROWS:
            return [self.through_index(passing, k)]
        if passing.rows <= EXACT_AT_ONCE:
            return [self.exact(passing, k)]
        return [self.index_else_exact(passing, k)]

    def settings(self, passing: Passing, k: int) -> Mapping[str, str]:
        most = min(max(LEAST_SEARCHED, k), MOST_SEARCHED)
        return {
            "hnsw.ef_search": str(most),
            "hnsw.max_scan_tuples": str(passing.scanned),
            # Makes room for all rows of the table, a millisecond's work, and some hundred come.
            "enable_memoize": "off",
        }

    def wanted(self, k: int) -> int:
        """The rows that are asked for where retrievers of the query's own kind bring `k` products.

        Measured in `benchmarks.search.recall`: what is best in all stands further down among
        texts for words, and among photos for a photo, than the other way round.
        """
        if self.name in (TEXT_IMAGE, IMAGE_TEXT):
            return math.ceil(k * ACROSS)
        return k * EACH if self.name == IMAGE_IMAGE else k

    def exact(self, passing: Passing, k: int) -> sql.Statement:
        """Rank every product that passes."""
        table = self.table
        text = f"""
            WITH passing (id) AS MATERIALIZED ({passing.statement.text})
            SELECT {table.product}, 1 - (min({table.column} <=> %s::halfvec) + 0) AS cosine
              FROM passing JOIN {table.source} ON {table.product} = passing.id
             WHERE {table.where} GROUP BY 1 ORDER BY cosine DESC LIMIT {k:d}"""
        return sql.Statement(text, [*passing.statement.params, self.probe])

    def through_index(self, passing: Passing, k: int) -> sql.Statement:
        """The nearest in the order of the index, going on until enough of them pass."""
        near = self.near(passing, k)
        text = f"""
            WITH near AS MATERIALIZED ({near.text})
            SELECT id, 1 - min(distance) FROM near GROUP BY id ORDER BY min(distance)"""
        return sql.Statement(text, near.params)

    def index_else_exact(self, passing: Passing, k: int) -> sql.Statement:
        """What the index finds if that is enough of `k` products, else all that passes, ranked."""
        near, exact = self.near(passing, k), self.exact(passing, k)
        enough = math.ceil(INDEX_ENOUGH * self.wanted(k))
        text = f"""
            WITH found AS MATERIALIZED ({near.text}),
                 enough AS (SELECT count(*) >= {enough:d} FROM found)
            (SELECT id, 1 - min(distance) FROM found WHERE (TABLE enough) GROUP BY id
              ORDER BY min(distance))
            UNION ALL (SELECT * FROM ({exact.text}) others WHERE NOT (TABLE enough))"""
        return sql.Statement(text, [*near.params, *exact.params])

    def near(self, passing: Passing, k: int) -> sql.Statement:
        table = self.table
        condition, params = passing.of_vectors
        text = f"""
            SELECT {table.product} AS id, {table.column} <=> %s::halfvec AS distance
              FROM {table.source} WHERE {table.where} {condition}
             ORDER BY {table.column} <=> %s::halfvec LIMIT {self.wanted(k):d}"""
        return sql.Statement(text, [self.probe, *params, self.probe])

    def columns(self) -> Sequence[sql.Statement]:
        """The cosine with the product's text, or with the best of its photos."""
        table = self.table
        text = f"""(SELECT 1 - min({table.column} <=> %s::halfvec) FROM {table.source}
                     WHERE {table.where} AND {table.product} = catalog_product.id)"""
        return [sql.Statement(text, [self.probe])]

    def measured(self, values: Sequence[Sequence[Any]]) -> Scores:
        """Standard deviations over the query's own background."""
        cosines = np.array([value for (value,) in values], np.float64)  # None becomes nan
        behind = background.besides(background.cosines(self.table, self.vector), self.family)
        return standardise(cosines, behind, self.vector.size, self.usual)
