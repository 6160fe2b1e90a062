"""The modality gap of an encoder: how far texts and photos lie apart, and what it does to searches.

A dual encoder places texts in one region of the sphere and photos in another (Liang et
al., "Mind the Gap", 2022). Where rows of both are ranked by their raw cosines, whichever is nearer
to the query's own region comes first, whatever it shows.

No centroid is stored. A query's mean cosine with the texts *is* its cosine with their centroid, so
`calibration.standardise`, which takes the middle of the query's own background away, retriever by
retriever, centres each modality at the time of the query and on the catalogue as it is then. What
is stored with the encoder is the curve of each retriever, and these numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.ranking.calibration import TEXT_IMAGE, TEXT_TEXT, Calibration, Floats, standardise

Vectors = NDArray[np.float32]
Mask = NDArray[np.bool_]

TOP = 10


@dataclass(frozen=True)
class Shares:
    """Of the first TOP rows of a list that mixes texts and photos, over all queries; 0 to 1."""

    texts: float
    photos: float
    right: float  # of the kind that was asked for, of as many as there was room for


@dataclass(frozen=True)
class Gap:
    """Measured on a sample of the catalogue; cosines are means over rows of two products."""

    texts: int
    photos: int
    queries: int
    distance: float  # of the two centroids; 0: one cloud, 2: opposite ends
    text_text: float
    image_image: float
    text_image: float
    text_rows: float  # share of texts among all the rows that are right: what is fair
    raw: Shares
    centred: Shares
    calibrated: Shares  # centred and calibrated, as searches do it

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Gap:
        shares = {name: Shares(**stored[name]) for name in ("raw", "centred", "calibrated")}
        return cls(**{**stored, **shares})

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Mixed:
    """Cosines of queries (q,) with all texts and all photos, and which rows are right."""

    texts: Floats  # (q, t)
    photos: Floats  # (q, p)
    right: Mask  # (q, t + p)

    def shares(self, scored: Floats) -> Shares:
        """scored: (q, t + p), higher is better."""
        top = np.argsort(-scored, axis=1, kind="stable")[:, :TOP]
        texts = float((top < self.texts.shape[1]).mean())
        right = np.take_along_axis(self.right, top, axis=1).sum()
        room = np.minimum(self.right.sum(axis=1), TOP).sum()
        return Shares(texts, 1 - texts, float(right / max(room, 1)))


def measure(
    texts: Vectors, photos: Vectors, queries: Vectors, right: Mask, calibration: Calibration
) -> Gap | None:
    """The gap between texts and photos (n, d) of the same products, nan where there is none.

    queries: (q, d) vectors of words; right: (q, n), the products that each asks for. None where
    there are no queries or fewer than two texts or photos, for then there is nothing to compare.
    """
    has_text, has_photo = np.isfinite(texts[:, 0]), np.isfinite(photos[:, 0])
    if min(has_text.sum(), has_photo.sum()) < 2 or not len(queries):
        return None
    right_texts, right_photos = right[:, has_text], right[:, has_photo]
    t, p = texts[has_text].astype(float), photos[has_photo].astype(float)
    mixed = Mixed(queries @ t.T, queries @ p.T, np.hstack([right_texts, right_photos]))
    both = has_text & has_photo
    same = float((texts[both].astype(float) * photos[both]).sum())
    return Gap(
        texts=len(t),
        photos=len(p),
        queries=len(queries),
        distance=float(np.linalg.norm(t.mean(axis=0) - p.mean(axis=0))),
        text_text=_mean_cosine(t, t, float((t * t).sum()), len(t)),
        image_image=_mean_cosine(p, p, float((p * p).sum()), len(p)),
        text_image=_mean_cosine(t, p, same, int(both.sum())),
        text_rows=float(right_texts.sum() / max(mixed.right.sum(), 1)),
        raw=mixed.shares(np.hstack([mixed.texts, mixed.photos])),
        centred=mixed.shares(np.hstack([_centred(mixed.texts), _centred(mixed.photos)])),
        calibrated=mixed.shares(_calibrated(mixed, calibration, texts.shape[1])),
    )


def _mean_cosine(a: Floats, b: Floats, own: float, pairs: int) -> float:
    """Over every pair of a row of `a` and one of `b`, without the `pairs` of one product."""
    return float((a.sum(axis=0) @ b.sum(axis=0) - own) / (len(a) * len(b) - pairs))


def _centred(cosines: Floats) -> Floats:
    return np.asarray(cosines - cosines.mean(axis=1, keepdims=True))


def _calibrated(mixed: Mixed, calibration: Calibration, dimensions: int) -> Floats:
    retrievers = ((TEXT_TEXT, mixed.texts), (TEXT_IMAGE, mixed.photos))
    return np.hstack(
        [
            [
                calibration.curves[retriever](
                    standardise(row, row, dimensions, calibration.spreads.get(retriever, 0.0))
                )
                for row in cosines
            ]
            for retriever, cosines in retrievers
        ]
    )
