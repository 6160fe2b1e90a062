"""Curves and weights fitted on judgements. No Django here, only arrays.

Where nobody has judged anything, `search.indexing.calibrating` fits the curves on the catalogue's
own pairs. Judgements know more: what shoppers ask, and what each retriever is worth beside the
others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.ranking.calibration import Curve, fit_curve
from search.ranking.fusion import convex

Floats = NDArray[np.float64]

UNRELATED = 100  # products a query that nobody judged relevant; more change no curve
FEWEST_PAIRS = 30  # judged pairs that a retriever needs for a curve of its own
STEPS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8)
ROUNDS = 3
K = 10


@dataclass(frozen=True)
class Asked:
    """A judged query: what each retriever measured of every candidate (n,), and the grades (n,)."""

    deviations: Mapping[str, Floats]  # before any curve; nan where it does not know the product
    grades: Floats
    best: float  # DCG of the ideal ranking, also of products that are no candidates


@dataclass(frozen=True)
class Tuned:
    curves: Mapping[str, Curve]
    weights: Mapping[str, float]


def tune(asked: Sequence[Asked], start: Tuned) -> Tuned:
    """Curves first, then the weights that rank best with them; what has no pairs stays."""
    fitted = Tuned({**start.curves, **curves(asked)}, start.weights)
    return Tuned(fitted.curves, weights(asked, fitted))


def held_out(asked: Sequence[Asked], start: Tuned) -> tuple[float, float]:
    """nDCG of `start` and of what is tuned from it, each query ranked by what the others taught."""
    halves = asked[::2], asked[1::2]
    before = [ndcg(one, start) for one in asked]
    after = [
        ndcg(one, learnt)
        for learn, test in (halves, halves[::-1])
        for learnt in [tune(learn, start)]
        for one in test
    ]
    return float(np.mean(before)), float(np.mean(after))


def curves(asked: Sequence[Asked]) -> dict[str, Curve]:
    found = {}
    for retriever in sorted({retriever for one in asked for retriever in one.deviations}):
        rows = [one for one in asked if retriever in one.deviations]
        related = np.concatenate([one.deviations[retriever][one.grades > 0] for one in rows])
        apart = np.concatenate([unrelated(one, retriever) for one in rows])
        related, apart = related[np.isfinite(related)], apart[np.isfinite(apart)]
        if related.size >= FEWEST_PAIRS and apart.size:
            found[retriever] = fit_curve(related, apart)
    return found


def unrelated(one: Asked, retriever: str) -> Floats:
    others = one.deviations[retriever][one.grades == 0]
    return np.random.default_rng(others.size).permutation(others)[:UNRELATED]


def weights(asked: Sequence[Asked], start: Tuned) -> dict[str, float]:
    retrievers = {retriever for one in asked for retriever in one.deviations}

    def score(tried: Mapping[str, float]) -> float:
        return mean(asked, Tuned(start.curves, tried))

    return ascended(start.weights, retrievers, score)


def ascended(
    start: Mapping[str, float],
    retrievers: Iterable[str],
    score: Callable[[Mapping[str, float]], float],
) -> dict[str, float]:
    """Coordinate ascent: the weights, retriever by retriever one of STEPS, that score best."""
    chosen, best = dict(start), score(start)
    for _ in range(ROUNDS):
        for retriever in sorted(retrievers):
            for step in STEPS:
                tried = {**chosen, retriever: step}
                if any(tried.values()) and (found := score(tried)) > best + 1e-6:
                    chosen, best = tried, found
    return chosen


def mean(asked: Sequence[Asked], how: Tuned) -> float:
    return float(np.mean([ndcg(one, how) for one in asked]))


def ndcg(one: Asked, how: Tuned) -> float:
    chances = {name: how.curves[name](z) for name, z in one.deviations.items()}
    first = np.argsort(-convex(chances, how.weights), kind="stable")[:K]
    return dcg(one.grades[first]) / one.best


def dcg(grades: Floats) -> float:
    """Of products in the order of a ranking, as trec_eval counts it."""
    return float((grades / np.log2(np.arange(len(grades)) + 2)).sum())
