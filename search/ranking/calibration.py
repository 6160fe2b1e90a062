"""From a cosine to a probability, per modality pair. No Django here, only arrays.

Text-to-text and text-to-image cosines live on different scales (the modality gap: Liang et al.,
"Mind the Gap", 2022), so a raw cosine says nothing by itself. Two steps give it a meaning:

1. *Standardise* each query against the background: how many standard deviations is this
   product above what the query scores on products drawn at random? Subtracting the query's mean
   is the same as centring the documents of that modality on their centroid.
2. *Platt scaling* (Platt, 1999): one logistic curve a retriever, fitted on pairs that are known to
   belong together and on random pairs, turns deviations into the chance of being relevant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TEXT_TEXT, TEXT_IMAGE = "text_text", "text_image"
IMAGE_IMAGE, IMAGE_TEXT = "image_image", "image_text"
WORDS, ENTITIES = "words", "chips"  # the latter as stored calibrations call it
TITLE = "title"  # words of the title of what looks like a photo
VECTOR_RETRIEVERS = (TEXT_TEXT, TEXT_IMAGE, IMAGE_IMAGE, IMAGE_TEXT)


@dataclass(frozen=True)
class Curve:
    """p = 1 / (1 + exp(-(slope * z + intercept))), z in standard deviations over the background."""

    slope: float = 1.5
    intercept: float = -4.0

    def __call__(self, z: Floats) -> Floats:
        return np.asarray(1 / (1 + np.exp(-np.clip(self.slope * z + self.intercept, -30, 30))))


# Where no pairs have been seen yet. Words and entities: z is the share that is matched, and even a
# product that has none of the words may be right, for it may have a synonym.
OF_WORDS = Curve(slope=7.5, intercept=-1.9)
UNTUNED = {
    TEXT_TEXT: Curve(),
    TEXT_IMAGE: Curve(),
    IMAGE_IMAGE: Curve(),
    IMAGE_TEXT: Curve(),
    WORDS: OF_WORDS,
    ENTITIES: Curve(slope=8.5, intercept=-3.3),
    TITLE: OF_WORDS,
}


# Weights of the convex combination; `python -m benchmarks.search.ablation --tune` measures them.
WEIGHTS = {
    WORDS: 0.4,
    TEXT_TEXT: 0.4,
    TEXT_IMAGE: 0.15,
    IMAGE_IMAGE: 0.85,
    IMAGE_TEXT: 0.15,
    ENTITIES: 0.5,
    TITLE: 0.6,
}


# Where a shop is too small for its own: in deviations of random unit vectors, for texts of one
# shop are more alike than these (measured with the encoder that ships, docs/search_experiments.md).
SPREADS = {TEXT_TEXT: 1.7, TEXT_IMAGE: 0.85}


# What large shops teach of texts (docs/search_experiments.md), and how many products know as much
# as it does: the pairs of a small shop are few, and its curves too lenient with what it does not
# sell.
LARGE = {TEXT_TEXT: Curve(slope=2.4, intercept=-8.0), TEXT_IMAGE: Curve(slope=2.4, intercept=-8.0)}
WORTH = 200


def shrunk(retriever: str, own: Curve, products: int) -> Curve:
    """A shop's own curve towards that of large shops, the more the fewer products it has."""
    usual, share = LARGE.get(retriever, own), products / (products + WORTH)
    slope = share * own.slope + (1 - share) * usual.slope
    return Curve(slope, share * own.intercept + (1 - share) * usual.intercept)


@dataclass(frozen=True)
class Calibration:
    """All that is known of one encoder on one catalogue; stored with the encoder's row."""

    curves: Mapping[str, Curve] = field(default_factory=lambda: dict(UNTUNED))
    weights: Mapping[str, float] = field(default_factory=lambda: dict(WEIGHTS))
    # By retriever, the deviation of the shop's own queries over their backgrounds.
    spreads: Mapping[str, float] = field(default_factory=dict)
    products: int = 0  # the size of the catalogue that it was fitted on; 0: never fitted

    def usual(self, name: str, dimensions: int) -> float:
        """The least spread of a query's background, in cosines."""
        known = self.spreads.get(name)
        return SPREADS.get(name, 0.0) / dimensions**0.5 if known is None else known

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Calibration:
        """Under "judged" stands what judgements taught, over what the catalogue's own pairs did."""
        judged = stored.get("judged") or {}
        curves = {**stored.get("curves", {}), **judged.get("curves", {})}
        return cls(
            curves={**UNTUNED, **{name: Curve(**curve) for name, curve in curves.items()}},
            weights={**WEIGHTS, **stored.get("weights", {}), **judged.get("weights", {})},
            spreads=stored.get("spreads", {}),
            products=stored.get("products", 0),
        )

    def to_json(self) -> dict[str, Any]:
        """Only what differs from the defaults, so that better defaults reach every shop."""
        curves = {k: asdict(v) for k, v in self.curves.items() if v != UNTUNED.get(k)}
        weights = {k: v for k, v in self.weights.items() if v != WEIGHTS.get(k)}
        spreads = dict(self.spreads)
        return {"curves": curves, "weights": weights, "spreads": spreads, "products": self.products}


RIDGE = 1e-4
PRIOR = 20  # products that a catalogue needs before its own background weighs more than theory


def standardise(cosines: Floats, background: Floats, dimensions: int, usual: float = 0.0) -> Floats:
    """Deviations of `cosines` (n,) over those of the same query on random documents (m,).

    What is like nothing in the shop is about as unlike all of it, so its cosines spread little and
    the best of them would look outstanding: the spread counts as no less than is `usual` here.
    """
    mean, deviation = spread(background, dimensions)
    return np.asarray((cosines - mean) / max(deviation, usual))


def spread(background: Floats, dimensions: int) -> tuple[float, float]:
    """Mean and deviation of a query's cosines (m,) with random documents.

    The deviation is that of the lower half, which what is relevant does not widen. A background of
    a few products says little, so it starts from what random unit vectors of `dimensions` would
    give: a mean of 0 and a deviation of 1 / sqrt(dimensions).
    """
    m = background.size
    centre, low = np.quantile(background, (0.5, 0.1587)) if m else (0.0, 0.0)
    variance = (m * (centre - low) ** 2 + PRIOR / dimensions) / (m + PRIOR)
    return float(m * centre / (m + PRIOR)), float(np.sqrt(variance))


def fit_curve(related: Floats, unrelated: Floats, rounds: int = 50) -> Curve:
    """Platt scaling by Newton's method; both classes weigh the same, whatever their sizes.

    related, unrelated: deviations (n,) and (m,) of pairs that do and do not belong together.
    Raises ValueError where either is empty.
    """
    if not related.size or not unrelated.size:
        raise ValueError("Calibration needs pairs that belong together and pairs that do not.")
    z = np.concatenate([related, unrelated])
    x = np.column_stack([z, np.ones(z.size)])
    y = np.concatenate([np.ones(related.size), np.zeros(unrelated.size)])
    w = np.where(y == 1, 0.5 / related.size, 0.5 / unrelated.size)
    theta = np.zeros(2)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ theta, -30, 30)))
        # A little ridge, because the best curve for separable pairs would be infinitely steep.
        gradient = x.T @ (w * (p - y)) + RIDGE * theta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        theta -= step
        if np.abs(step).max() < 1e-6:
            break
    return Curve(slope=max(float(theta[0]), 0.0), intercept=float(theta[1]))
