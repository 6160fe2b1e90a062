"""From the scores of several retrievers to one score. No Django here, only arrays.

A retriever gives every candidate a probability of being relevant (see `calibration`), or nan
where it has nothing to say: a product without a photo has no image score, and is not punished
for it. The retrievers are joined by a convex combination of log-odds, which beats reciprocal rank
fusion in and out of domain (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid
Retrieval", 2023); rank fusion is the fallback for retrievers without calibration.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

FLATTENED_FROM = 9.2  # log-odds (1 in 10,000) beyond which only their logarithm grows
RANK_CONSTANT = 60  # Cormack, Clarke and Büttcher, 2009


def log_odds(probability: Scores) -> Scores:
    """ln(p / (1 - p)), elementwise; what lies beyond FLATTENED_FROM by its logarithm.

    So no retriever overrules all the others. Flattened, not cut: among products that one is sure
    of, the surer stays ahead. Cut to the same odds, the weaker retriever would put them in order.
    """
    p = np.clip(probability, 1e-13, 1 - 1e-13)
    odds = np.log(p) - np.log1p(-p)
    beyond = np.maximum(np.abs(odds) - FLATTENED_FROM, 0)
    return np.asarray(np.sign(odds) * (np.minimum(np.abs(odds), FLATTENED_FROM) + np.log1p(beyond)))


def convex(retrievers: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """Fuse calibrated retrievers: each (n,) in 0..1 with nan for "no opinion" -> (n,) in 0..1.

    A retriever that does not know a candidate is left out for it: no kind of product is buried
    (docs/modality_gap.md). A candidate that no retriever knows gets 0.
    """
    stacked = np.stack([log_odds(scores) for scores in retrievers.values()])
    weight = np.array([[weights.get(name, 0.0)] for name in retrievers])
    known = ~np.isnan(stacked) * weight
    total = known.sum(axis=0)
    summed = np.nansum(stacked * weight, axis=0)
    mean = np.where(total > 0, summed / np.maximum(total, 1e-12), -np.inf)
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(-mean)))


def prior(products: int) -> float:
    """Log-odds that a product drawn at random is what was asked for.

    Retrievers are calibrated on as many related pairs as unrelated ones, but a shop is not like
    that: the more products it has, the better one must match before it is more than the best of
    noise. What is right for a query grows with the shop too, but slowly: 20 of 600, 55 of 38,000.
    """
    n = max(products, 3)
    expected = min(4 * n**0.25, n / 3)
    return float(np.log(expected) - np.log(n - expected))


def reciprocal_rank(retrievers: Mapping[str, Scores]) -> Scores:
    """Untuned fusion by rank alone: sum over retrievers of 1 / (60 + rank), scaled to at most 1."""
    total = np.zeros(len(next(iter(retrievers.values()))))
    for scores in retrievers.values():
        known = np.flatnonzero(~np.isnan(scores))
        best_first = known[np.argsort(-scores[known], kind="stable")]
        total[best_first] += 1 / (RANK_CONSTANT + 1 + np.arange(len(best_first)))
    return total * (RANK_CONSTANT + 1) / max(len(retrievers), 1)
