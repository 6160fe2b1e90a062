"""A judged query and what every leg says of it; for benchmarks that fuse the legs themselves.

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
from search.ranking.calibration import VECTOR_LEGS
from search.retrieval import store_photo
from search.retrieval.ranking import candidates, gather_all, rank
from search.retrieval.relevant import freeze, matching
from search.retrieval.serving import Searcher
from search.understanding.understand import understand, with_entities

Scores = NDArray[np.float64]
Legs = Mapping[str, Scores]
Weights = Mapping[str, float]


@dataclass(frozen=True)
class Asked:
    """What every leg says of every candidate; nan: it does not know it."""

    judgement: Judgement
    query: Query
    ids: NDArray[np.int64]
    cosines: Legs  # of the vector legs, raw
    chances: Legs  # of all legs, centred and calibrated as searches do it

    @property
    def words(self) -> Legs:
        return {leg: p for leg, p in self.chances.items() if leg not in VECTOR_LEGS}

    @property
    def vectors(self) -> Legs:
        return {leg: p for leg, p in self.chances.items() if leg in VECTOR_LEGS}

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
    """The legs of words and photo are joined; a query of both has one part each."""
    query = query_of(judgement)
    evidence = gather_all(query, understand(query), searcher)
    ids = candidates(evidence, None, whole=True)
    cosines: dict[str, Scores] = {}
    chances: dict[str, Scores] = {}
    for each in evidence:
        chances |= each.legs(ids, searcher.calibration, whole=True)
        for probe in each.probes:
            found = dict(zip(*(a.tolist() for a in probe.everything), strict=True))
            cosines[probe.leg] = np.array([found.get(pk, np.nan) for pk in ids.tolist()])
    return Asked(judgement, query, ids, cosines, chances)


def ranked(query: Query, searcher: Searcher, off: tuple[str, ...] = ()) -> list[str]:
    """All that passes the conditions, as the search ranks it: by relevance alone."""
    query = replace(query, off=off)
    understood = understand(query)
    ids = rank(query, understood, searcher).ids
    conditions = with_entities(query.filters, understood)
    passing = set(matching(conditions, ids).values_list("pk", flat=True))
    return [str(pk) for pk in ids.tolist() if pk in passing]


def searched(query: Query, searcher: Searcher) -> list[str]:
    """What a shopper sees from top to bottom, by the shop's rules; the less similar last."""
    understood = understand(query)
    found = freeze(query, with_entities(query.filters, understood), understood, searcher)
    return [str(pk) for pk in np.concatenate([found.ids, found.less_similar]).tolist()]
