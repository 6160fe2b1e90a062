"""What every retriever is: one way to find candidates, and to score the candidates of the others.

A retriever brings at most `k` products, with the conditions pushed down into its one statement;
those of all retrievers are sent as one. What one of them found gets its missing
scores from the others by key (`columns`), so that a product is judged by all of them, whoever found
it. Another retriever is another file like `vectors.py` and one line in `parts.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from search import sql
from search.retrieval.conditions.passing import Passing

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]


class Retriever(Protocol):
    """One way to find and to score products."""

    name: str  # one of search.ranking.calibration's

    def statements(self, passing: Passing, k: int) -> Sequence[sql.Statement]:
        """Queries whose rows begin with a product's id, as many as bring `k` products."""
        ...

    def settings(self, passing: Passing, k: int) -> Mapping[str, str]:
        """Of Postgres, while these statements run."""
        ...

    def columns(self) -> Sequence[sql.Statement]:
        """Expressions over `catalog_product` that `measured` makes the product's score of."""
        ...

    def measured(self, values: Sequence[Sequence[Any]]) -> Scores:
        """(n,) before any curve, from the values of its columns; nan: it does not know it."""
        ...


def candidates(retrievers: Iterable[Retriever], passing: Passing, k: int) -> Ids:
    """The ids that any of the retrievers brings, each once and in order of their numbers."""
    return brought([(each, passing, k) for each in retrievers])


def brought(asked: Sequence[tuple[Retriever, Passing, int]]) -> Ids:
    """The same of retrievers that look among different products; the first settings are for all."""
    statements = [one for retriever, among, k in asked for one in retriever.statements(among, k)]
    if not statements:
        return np.array([], np.int64)
    settings: dict[str, str] = {}
    for retriever, among, k in reversed(asked):
        settings |= retriever.settings(among, k)
    text = " UNION ALL ".join(f"SELECT id FROM ({each.text}) one (id)" for each in statements)
    params = [value for each in statements for value in each.params]
    found = [pk for (pk,) in sql.rows(text, params, settings=settings)]
    return np.unique(np.array(found, np.int64))
