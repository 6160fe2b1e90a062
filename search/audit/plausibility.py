"""How likely two things of this shop belong together, learnt on the shop itself without labels.

What the catalogue puts together is nearly always right, and what is put together at random nearly
always wrong: that is enough to learn a logistic regression on. Some pairs of the catalogue are
wrong themselves, and would teach it to doubt nothing: what a first fit takes for wrong is left out
of the second one (learning from positive and unlabelled examples: Elkan and Noto, 2008), but no
more than a catalogue may have of it, or it would confirm itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RIDGE = 1e-4  # separable pairs would make an infinitely steep curve
SHARE_RIGHT = 0.95  # of what a catalogue puts together belongs so: a worse shop has other worries
WORST = 0.1  # of it that is left out of the second fit
FEWEST_EXAMPLES = 50  # pairs of each class; below, nothing is learnt
ROUNDS = 50


@dataclass(frozen=True)
class Plausibility:
    """Weights over standardised features; see `learn`."""

    mean: Floats
    scale: Floats
    weights: Floats  # one a feature, and the constant
    prior: float  # share of the pairs that are asked about which belong together

    def odds(self, features: Floats) -> Floats:
        """(n, f) -> (n,) logarithm of the odds that a pair belongs together.

        A feature that cannot be told (nan) speaks neither for nor against.
        """
        odds = designed(features, self.mean, self.scale) @ self.weights
        return np.asarray(odds + logit(self.prior))

    def doubt(self, features: Floats) -> Floats:
        """The same as the probability, 0 to 1, that it does not."""
        return doubt_of(self.odds(features))


def logit(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def doubt_of(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(np.clip(odds, -30, 30))))


def learn(together: Floats, apart: Floats, prior: float = SHARE_RIGHT) -> Plausibility | None:
    """(n, f) pairs of the catalogue, (m, f) random pairs. None where they are too few."""
    if min(len(together), len(apart)) < FEWEST_EXAMPLES:
        return None
    both = np.concatenate([together, apart])
    belongs = np.repeat([1.0, 0.0], [len(together), len(apart)])
    mean = np.nan_to_num(np.nanmean(both, 0))
    scale = np.nan_to_num(np.nanstd(both, 0)) + 1e-9
    design = designed(both, mean, scale)
    weights = fitted(design, belongs)
    odds = np.where(belongs == 1, design @ weights, np.inf)
    kept = odds >= min(np.quantile(odds[belongs == 1], WORST), 0.0)
    return Plausibility(mean, scale, fitted(design[kept], belongs[kept]), prior)


def designed(features: Floats, mean: Floats, scale: Floats) -> Floats:
    """(n, f) -> (n, f + 1) standardised, with a column of ones."""
    standard = np.nan_to_num((features - mean) / scale)
    return np.column_stack([standard, np.ones(len(features))])


def fitted(design: Floats, belongs: Floats) -> Floats:
    """Weights that are never below 0, but for the constant: what is nearer belongs no less.

    A feature that a few pairs speak against is left out and the rest fitted anew.
    """
    weights = regressed(design, belongs)
    while (against := np.append(weights[:-1] < 0, False)).any():
        design = np.where(against, 0.0, design)
        weights = regressed(design, belongs)
    return weights


def regressed(design: Floats, belongs: Floats) -> Floats:
    """Ridge logistic regression by Newton's method; both classes weigh the same."""
    share = np.where(belongs == 1, 0.5 / belongs.sum(), 0.5 / (len(belongs) - belongs.sum()))
    weights = np.zeros(design.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (share * (p - belongs)) + RIDGE * weights
        hessian = (design * (share * p * (1 - p))[:, None]).T @ design + ridge
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return np.asarray(weights)
