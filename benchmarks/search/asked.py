"""A judged query and what every retriever says of it; for benchmarks that fuse them themselves.

Import it once Django is set up (`benchmarks.shop.opened`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from search.evaluation import Judgement
from search.forms.photo import open_photo
from search.query import Part, Query
from search.ranking.calibration import VECTOR_RETRIEVERS
from search.retrieval import store_photo
from search.retrieval.embeddings.query_encoder import Searcher
from search.retrieval.shelves.freezing import frozen
from search.retrieval.state import Search
from search.understanding.understand import understand

Scores = NDArray[np.float64]
ByRetriever = Mapping[str, Scores]
Weights = Mapping[str, float]


@dataclass(frozen=True)
class Asked:
    """What every retriever says of every candidate; nan: it does not know it."""

    judgement: Judgement
    query: Query
    ids: NDArray[np.int64]
    cosines: ByRetriever  # of the vector retrievers, raw
    chances: ByRetriever  # of all retrievers, centred and calibrated as searches do it

    @property
    def words(self) -> ByRetriever:
        return {name: p for name, p in self.chances.items() if name not in VECTOR_RETRIEVERS}

    @property
    def vectors(self) -> ByRetriever:
        return {name: p for name, p in self.chances.items() if name in VECTOR_RETRIEVERS}

    def ranking(self, scores: Scores, depth: int | None = None) -> list[str]:
        """Product ids by `scores` (n,), best first; nan comes last."""
        best_first = np.argsort(-np.nan_to_num(scores, nan=-np.inf), kind="stable")[:depth]
        return [str(pk) for pk in self.ids[best_first].tolist()]


def query_of(judgement: Judgement) -> Query:
    parts = [Part(text=judgement.text)] if judgement.text else []
    if judgement.photo:
        parts.append(Part(photo_id=store_photo(open_photo(judgement.photo)).pk))
    return Query(parts=tuple(parts), filters=judgement.filters)


def ask(judgement: Judgement, searcher: Searcher) -> Asked:
    """The retrievers of words and photo are joined; a query of both has one part each."""
    query = query_of(judgement)
    search = Search(query, understand(query), searcher)
    found = search.measured()
    chances: dict[str, Scores] = {}
    for said in found.deviations(search.parts):
        chances |= {name: searcher.calibration.curves[name](z) for name, z in said.items()}
    cosines = {
        each.name: np.array([value for (value,) in values], float)
        for each, values in zip(search.retrievers, found.values, strict=True)
        if each.name in VECTOR_RETRIEVERS
    }
    return Asked(judgement, query, found.ids, cosines, chances)


def ranked(query: Query, searcher: Searcher, off: tuple[str, ...] = ()) -> list[str]:
    """All that passes the conditions, as the search ranks it: by relevance alone."""
    query = replace(query, off=off)
    scored = Search(query, understand(query), searcher).scored
    best_first = np.argsort(-scored.scores, kind="stable")
    return [str(pk) for pk in scored.ids[best_first[scored.passing[best_first]]].tolist()]


def searched(query: Query, searcher: Searcher) -> list[str]:
    """What a shopper sees from top to bottom, by the shop's rules; the less similar last."""
    found = frozen(Search(query, understand(query), searcher))
    shelves = (found.results, found.partial, found.less_similar)
    return [str(pk) for shelf in shelves for pk in shelf.ids.tolist()]
