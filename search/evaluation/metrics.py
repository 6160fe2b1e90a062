"""Retrieval measured against judgements: the field's metrics, and how far to trust them.

The metrics are those of trec_eval through ir-measures: recall@k, precision@k, reciprocal rank and
nDCG@k, whose ideal ranking is made of the judgements and not of what was retrieved. Intervals are
percentile bootstraps over the queries (Sakai, "Evaluating evaluation metrics based on the
bootstrap", 2006). No Django here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import RR, Judged, P, R, nDCG
from numpy.typing import NDArray

# Query -> product -> grade; 0: judged and not relevant.
Judgements = Mapping[str, Mapping[str, int]]
Rankings = Mapping[str, Sequence[str]]  # query -> products, best first

RESAMPLES = 2_000
SEED = 20_260
ROUNDING = 1e-9  # a smaller difference between two values is none


@dataclass(frozen=True)
class Estimate:
    """A mean over queries with its interval, of 95 % where nothing else is said."""

    mean: float
    low: float
    high: float
    queries: int


def names(k: int) -> tuple[str, ...]:
    return (f"R@{k}", f"P@{k}", "MRR", f"nDCG@{k}")


def per_query(judged: Judgements, rankings: Rankings, k: int) -> dict[str, dict[str, float]]:
    """Query -> metric -> value, for every judged query; one that found nothing scores zero.

    "unjudged@k" is the share of the first k that nobody has judged. They count as irrelevant, so
    where it is high, the other metrics are lower bounds.
    """
    measures = {R @ k: f"R@{k}", P @ k: f"P@{k}", RR: "MRR", nDCG @ k: f"nDCG@{k}"}
    runs = {query: _scored(found) for query, found in rankings.items() if found}
    found: dict[str, dict[str, float]] = {query: {} for query in judged}
    for one in ir_measures.iter_calc([*measures, Judged @ k], judged, runs):
        if one.measure in measures:
            found[one.query_id][measures[one.measure]] = float(one.value)
        elif one.query_id in runs:
            found[one.query_id][f"unjudged@{k}"] = 1 - float(one.value)
    return found


def _scored(ranking: Sequence[str]) -> dict[str, float]:
    return {product: float(len(ranking) - place) for place, product in enumerate(ranking)}


def estimate(values: Sequence[float], confidence: float = 0.95) -> Estimate:
    """The mean and its interval, the same every time. Needs at least one value."""
    known = np.asarray(values, float)
    beyond = 50 * (1 - confidence)  # percent, at each end
    low, high = np.percentile(_resampled(known), [beyond, 100 - beyond])
    return Estimate(float(known.mean()), float(low), float(high), len(known))


def _resampled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    draws = np.random.default_rng(SEED).integers(0, len(values), (RESAMPLES, len(values)))
    return np.asarray(values[draws].mean(axis=1))


@dataclass(frozen=True)
class Comparison:
    """Two rankings of the same queries: the paired difference, new minus old."""

    difference: Estimate
    better: int
    worse: int
    by_query: dict[str, float]  # largest loss first

    @property
    def certain(self) -> bool:
        """Whether the interval of the difference leaves out zero."""
        return self.difference.low > 0 or self.difference.high < 0


def compare(
    new: Mapping[str, float], old: Mapping[str, float], confidence: float = 0.95
) -> Comparison:
    """Paired by query; queries that only one of the two has are left out.

    Raises ValueError where they share none.
    """
    shared = {query: new[query] - old[query] for query in new if query in old}
    if not shared:
        raise ValueError("The two runs have no query in common.")
    ordered = dict(sorted(shared.items(), key=lambda item: item[1]))
    values = list(ordered.values())
    return Comparison(
        difference=estimate(values, confidence),
        better=sum(value > ROUNDING for value in values),
        worse=sum(value < -ROUNDING for value in values),
        by_query=ordered,
    )
