"""Whether a difference between two rankings of the same queries is more than chance.

The paired randomisation test: were the two alike, each query's difference might as well have had
the other sign (Smucker, Allan and Carterette, "A comparison of statistical significance tests for
information retrieval evaluation", 2007). How many queries that needs follows from how far their
differences spread. No Django here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from search.evaluation.metrics import SEED, Comparison, compare

Floats = NDArray[np.float64]

ALPHA = 0.02  # how often two that are alike are called different, losses and gains together
POWER = 0.95  # how often a true difference of WORTH is to be seen
WORTH = 0.02  # 2 points of nDCG: the difference that people care about
FLIPS = 10_000
CHUNK = 1_000  # flips at a time, to bound the memory
FEWEST_QUERIES = 10  # queries; fewer say nothing, however far apart


class Verdict(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"  # a difference of WORTH would have been seen
    UNDECIDED = "undecided"  # there are too few queries to tell


@dataclass(frozen=True)
class Decision:
    comparison: Comparison
    p: float  # the chance of a difference as large as this between two that are alike
    verdict: Verdict
    needed: int  # queries with which a difference of WORTH is seen with a chance of POWER


def decide(new: Mapping[str, float], old: Mapping[str, float]) -> Decision:
    """Paired by query, with the interval of as much certainty as the verdict asks for.

    Raises ValueError where the two share none.
    """
    comparison = compare(new, old, confidence=1 - ALPHA)
    differences = np.array(list(comparison.by_query.values()))
    p, needed = chance(differences), queries_needed(differences)
    return Decision(comparison, p, verdict_of(differences, p, needed), needed)


def verdict_of(differences: Floats, p: float, needed: int) -> Verdict:
    if len(differences) >= FEWEST_QUERIES and p <= ALPHA:
        return Verdict.BETTER if differences.mean() > 0 else Verdict.WORSE
    return Verdict.ALIKE if len(differences) >= max(needed, FEWEST_QUERIES) else Verdict.UNDECIDED


def chance(differences: Floats) -> float:
    """p of the two-sided test; the same every time, and never 0."""
    moved = differences[np.abs(differences) > 1e-12]  # the others have no sign to flip
    observed = abs(moved.sum()) - 1e-12
    random = np.random.default_rng(SEED)
    extreme = 0
    for _ in range(FLIPS // CHUNK):
        signs = random.integers(0, 2, (CHUNK, len(moved)), np.int8) * 2 - 1
        extreme += int((np.abs(signs @ moved) >= observed).sum())
    return (extreme + 1) / (FLIPS + 1)


def queries_needed(differences: Floats, worth: float = WORTH) -> int:
    """From the spread of these differences, as for a paired z-test of ALPHA and POWER."""
    normal = NormalDist()
    deviations = normal.inv_cdf(1 - ALPHA / 2) + normal.inv_cdf(POWER)
    spread = float(differences.std(ddof=1)) if len(differences) > 1 else 0.0
    return ceil((deviations * spread / worth) ** 2)
