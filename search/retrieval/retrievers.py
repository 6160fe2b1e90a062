"""What every retriever is: one way to find candidates, and to score the candidates of the others.

A retriever brings at most `k` products, with the conditions pushed down into its one statement;
the statements of all retrievers travel in one round trip. What one of them found gets its missing
scores from the others by key (`columns`), so that a product is judged by all of them, whoever found
it. Another retriever is another file like `vectors.py` and one line in `parts.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from django.db.models.expressions import RawSQL
from numpy.typing import NDArray

from search import sql
from search.retrieval.passing import Passing

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]


class Retriever(Protocol):
    """One way to find and to score products."""

    name: str  # one of search.ranking.calibration's

    def statements(self, passing: Passing, k: int) -> Sequence[sql.Statement]:
        """Queries whose rows begin with a product's id; at most `k` rows together count."""
        ...

    def settings(self, passing: Passing, k: int) -> Mapping[str, str]:
        """Of Postgres, while these statements run."""
        ...

    def columns(self) -> Sequence[RawSQL]:
        """Expressions over `catalog_product` that `measured` makes the product's score of."""
        ...

    def measured(self, values: Sequence[Sequence[Any]]) -> Scores:
        """(n,) before any curve, from the values of its columns; nan: it does not know it."""
        ...


def candidates(retrievers: Iterable[Retriever], passing: Passing, k: int) -> Ids:
    """The ids that any of the retrievers brings, each once and in order of their numbers."""
    asked = list(retrievers)
    statements = [each.statements(passing, k) for each in asked]
    flat = [statement for group in statements for statement in group]
    if not flat:
        return np.array([], np.int64)
    settings = {name: v for each in asked for name, v in each.settings(passing, k).items()}
    brought = [row[0] for rows in sql.several(flat, settings=settings) for row in rows]
    return np.unique(np.array(brought, np.int64))
