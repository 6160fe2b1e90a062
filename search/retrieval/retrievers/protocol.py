"""What every retriever is: one way to find candidates, and to score the candidates of the others.

A retriever brings at most `k` products, with the conditions pushed down into its one statement;
those of all retrievers are sent as one. What one of them found gets its missing
scores from the others by key (`columns`), so that a product is judged by all of them, whoever found
it; how near it was found is not asked for again. Another retriever is another file like
`vectors.py` and one line in `parts.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
        """Queries that bring `k` products: rows of an id and what `columns` says of it, or null."""
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


@dataclass(frozen=True)
class Candidates:
    """What retrievers bring, and what they know of it by having found it."""

    ids: Ids  # each once and in order of their numbers
    known: Sequence[tuple[Retriever, Mapping[int, float]]] = ()  # by id, what its column would say

    def known_to(self, retriever: Retriever) -> Mapping[int, float]:
        """The most that it said of each product, among whatever others it was found."""
        said: dict[int, float] = {}
        for each, found in self.known:
            if each is retriever:
                said |= {pk: max(value, said.get(pk, value)) for pk, value in found.items()}
        return said


NONE_FOUND = Candidates(np.array([], np.int64))


def candidates(retrievers: Iterable[Retriever], passing: Passing, k: int) -> Ids:
    """The ids that any of the retrievers brings, each once and in order of their numbers."""
    return brought([(each, passing, k) for each in retrievers]).ids


def brought(
    asked: Sequence[tuple[Retriever, Passing, int]], seconds: float | None = None
) -> Candidates:
    """The same of retrievers that look among different products; the first settings are for all.

    Raises OutOfTime where `seconds` are over.
    """
    statements = [
        (retriever, one) for retriever, among, k in asked for one in retriever.statements(among, k)
    ]
    if not statements:
        return NONE_FOUND
    settings: dict[str, str] = {}
    for retriever, among, k in reversed(asked):
        settings |= retriever.settings(among, k)
    text = " UNION ALL ".join(
        f"SELECT {at}, array_agg(id), array_agg(said) FROM ({one.text}) one (id, said)"
        for at, (_retriever, one) in enumerate(statements)
    )
    params = [value for _retriever, one in statements for value in one.params]
    rows = [row for row in sql.rows(text, params, seconds=seconds, settings=settings) if row[1]]
    known = [
        (statements[at][0], dict(zip(ids, said, strict=True)))
        for at, ids, said in rows
        if said[0] is not None
    ]
    found = np.array([pk for _at, ids, _said in rows for pk in ids], np.int64)
    return Candidates(np.unique(found), known)
