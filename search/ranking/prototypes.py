"""What a value of an attribute looks like, learned from photos of products with it and without.

Two vectors of the space of photos. `step` is the mean of those with the value less the mean of
those without, kind of thing by kind of thing: a query that is moved along it asks for more of it,
or for less. `probe` tells the two apart: the same difference, freed of what all products differ in
(Fisher's discriminant; the covariance shrunk towards a sphere, Ledoit and Wolf, 2004).
How well it tells them is measured on products that it has not seen; where that is no better than
chance, nothing was learned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

FEWEST_EXAMPLES = 8  # products with the value, and without
FOLDS = 5
SURE_SHARE = 0.85  # share of those told to have it that do, from which on a photo's word counts
WRONG = 3  # products that may be missed for one that is told to have it and does not
SHRINKING = 1.0  # mean variances that the covariance is widened by
ERRORS = 2.0  # standard errors that are taken off before it is compared with chance


@dataclass(frozen=True)
class Learned:
    step: Floats  # (d,)
    probe: Floats  # (d,) of unit length
    least: float | None  # the product with `probe` from which on a photo shows it; None: never sure
    told: float  # chance that one with the value scores above one without (area under ROC)
    kinds: list[int]  # of things that have it: of others a photo tells nothing


@dataclass(frozen=True)
class Examples:
    """Products of the kinds of things that have the value; the arrays are aligned."""

    photos: Floats  # (n, d), the mean of each product's photos
    has: Mask  # (n,)
    stated: Mask  # (n,) whether it has any value of the attribute
    kinds: NDArray[np.int64]  # (n,) what kind of thing it is

    def of(self, chosen: Mask) -> Examples:
        return Examples(
            self.photos[chosen], self.has[chosen], self.stated[chosen], self.kinds[chosen]
        )

    @property
    def enough(self) -> bool:
        return min(int(self.has.sum()), int((~self.has).sum())) >= FEWEST_EXAMPLES


def learn(examples: Examples) -> Learned | None:
    """None where there are too few examples, or they cannot be told apart.

    Silence is a no where most products are silent: plain shirts have no pattern. Where most say
    something ("long", "short"), the silent ones are left out.
    """
    mostly_stated = 2 * int(examples.stated.sum()) >= len(examples.stated)
    known = examples.of(examples.stated) if mostly_stated else examples
    if not known.enough:
        return None
    step = difference(known)
    scores = unseen_scores(known)
    if step is None or scores is None:
        return None
    told = area(scores, known.has)
    if told - ERRORS * error_of(told, known.has) <= 0.5:
        return None
    probe = discriminant(known, step)
    own = known.photos @ probe
    least = surely(scores, known.has)
    reached = None if least is None else float(own.mean() + least * own.std())
    return Learned(step, probe, reached, told, np.unique(known.kinds[known.has]).tolist())


def difference(examples: Examples) -> Floats | None:
    """(d,) with it less without it, within each kind of thing, the larger kinds for more."""
    steps, weights = [], []
    for kind in np.unique(examples.kinds[examples.has]):
        there = examples.kinds == kind
        with_it, without = there & examples.has, there & ~examples.has
        if with_it.any() and without.any():
            photos = examples.photos
            steps.append(photos[with_it].mean(axis=0) - photos[without].mean(axis=0))
            weights.append(1 / (1 / with_it.sum() + 1 / without.sum()))
    return np.average(steps, axis=0, weights=weights) if steps else None


def discriminant(examples: Examples, step: Floats) -> Floats:
    """(d,) of unit length: the inverse covariance times `step`, by way of an (n, n) system."""
    centred = examples.photos - examples.photos.mean(axis=0)
    n, dimensions = centred.shape
    wide = SHRINKING * float((centred**2).sum()) / n / dimensions + 1e-9
    inner = centred @ centred.T + n * wide * np.eye(n)
    found = step - centred.T @ np.linalg.solve(inner, centred @ step)
    return np.asarray(found / max(float(np.linalg.norm(found)), 1e-9))


def unseen_scores(examples: Examples) -> Floats | None:
    """(n,) each by a probe that was made without it, in deviations of what that was made from."""
    scores = np.zeros(len(examples.has))
    for left_out in folds(len(scores)):
        rest = examples.of(~left_out)
        step = difference(rest)
        if step is None:
            return None
        probe = discriminant(rest, step)
        seen = rest.photos @ probe
        scores[left_out] = (examples.photos[left_out] @ probe - seen.mean()) / seen.std()
    return scores


def folds(n: int) -> Iterator[Mask]:
    drawn = np.random.default_rng(n).permutation(n) % FOLDS
    return (drawn == fold for fold in range(FOLDS))


def surely(scores: Floats, has: Mask) -> float | None:
    """The score from which on telling it pays best, a mistake counting as WRONG that are missed.

    None where less than SURE_SHARE of those from there on have it, or hardly any stand there.
    """
    best_first = np.argsort(-scores, kind="stable")
    right, wrong = np.cumsum(has[best_first]), np.cumsum(~has[best_first])
    last = int(np.argmax(right - WRONG * wrong))
    if right[last] < max(FEWEST_EXAMPLES / 2, SURE_SHARE * (last + 1)):
        return None
    return float(scores[best_first[last]])


def area(scores: Floats, has: Mask) -> float:
    ranks = np.argsort(np.argsort(scores, kind="stable"), kind="stable")
    yes, no = int(has.sum()), int((~has).sum())
    return float((ranks[has].sum() - yes * (yes - 1) / 2) / (yes * no))


def error_of(told: float, has: Mask) -> float:
    """The standard error of an area under ROC (Hanley and McNeil, 1982)."""
    yes, no = int(has.sum()), int((~has).sum())
    above = (yes - 1) * (told / (2 - told) - told**2)
    below = (no - 1) * (2 * told**2 / (1 + told) - told**2)
    return float(np.sqrt((told * (1 - told) + above + below) / (yes * no)))
