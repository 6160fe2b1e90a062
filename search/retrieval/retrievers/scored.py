"""The candidates of a search with all that was found out about them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.retrieval.conditions.condition import Evidence
from search.retrieval.retrievers.protocol import Ids, Scores

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Scored:
    """The candidates with all that was found out about them; the arrays are aligned."""

    ids: Ids
    scores: Scores
    evidence: NDArray[np.int8]  # (n, conditions) of conditions.Evidence
    overridden: NDArray[np.int8]  # (n, conditions that a filter stands over), the same
    trace: dict[str, Scores]  # what each retriever says, from 0 to 1
    raw: dict[str, Scores]  # and what it measured
    passing: Mask
    together: Mask
    blank: bool = False  # the query is a photo that shows nothing

    def followed_by(self, ids: Ids) -> Scored:
        """With products that meet every condition, and of which no more is known."""
        n = len(ids)
        yes = np.ones(n, bool)
        evidence = np.full((n, self.evidence.shape[1]), Evidence.COLUMN, np.int8)
        overridden = np.full((n, self.overridden.shape[1]), Evidence.NONE, np.int8)
        unknown = np.full(n, np.nan)
        return Scored(
            np.concatenate([self.ids, ids]),
            np.concatenate([self.scores, np.zeros(n)]),
            np.concatenate([self.evidence, evidence]),
            np.concatenate([self.overridden, overridden]),
            {name: np.concatenate([said, unknown]) for name, said in self.trace.items()},
            {name: np.concatenate([said, unknown]) for name, said in self.raw.items()},
            np.concatenate([self.passing, yes]),
            np.concatenate([self.together, yes]),
        )
