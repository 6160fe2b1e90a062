"""Whether a shopper's photo shows a kind of thing, the kind being given by example products.

The kind is the mean of the examples' photo vectors. How near a photo has to be is calibrated on
the shop itself, between two cosines with that mean: of photos drawn at random (the background) and
of the examples, each with the mean of the others. A photo of the kind is not further from the
latter than a quarter of the way, or than two of their deviations where they scatter more; and never
so near to the former that one in twenty of them would do. Six examples of a category of the
sample shop then know .94 of its other products in photos that were cut, turned and darkened, and
.003 of what is no such thing (docs/admin.md).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from search.models import EncoderVersion, ImageEmbedding
from search.ranking.calibration import IMAGE_IMAGE, spread
from search.retrieval.embeddings import background
from search.retrieval.embeddings.tables import Table
from search.retrieval.retrievers.scoring import PartSearch
from search.retrieval.retrievers.vectors import VectorRetriever
from search.rules import PublishedRule

Vectors = NDArray[np.float32]

PHOTOS_OF_A_KIND = 200  # photos that make a kind
KEPT_SECONDS = 600
ONE_IN_TWENTY = 1.64  # deviations of a normal distribution
REACH, REACH_OF_ONE = 0.25, 0.4  # of the way from the examples to the background; of a single one
DEVIATIONS = 2.0  # of the examples


@dataclass(frozen=True)
class PhotoKind:
    mean: Vectors  # (d,) of unit length
    least: float  # the cosine from which on a photo shows the kind

    def shown_by(self, vector: Vectors) -> bool:
        return bool(vector @ self.mean >= self.least)


def looks_like(
    rule: PublishedRule, parts: Sequence[PartSearch], version: EncoderVersion | None
) -> bool:
    """Whether a photo among the parts of a query shows the kind of the rule's examples."""
    if version is None:
        return False
    kind = kind_of(rule.examples, version, int(time.monotonic() // KEPT_SECONDS))
    return kind is not None and any(kind.shown_by(vector) for vector in photos_of(parts))


def photos_of(parts: Sequence[PartSearch]) -> list[Vectors]:
    """The vectors of the photos that the query shows; read with its parts, and not again."""
    return [
        each.vector
        for part in parts
        if part.part.photo_id and part.part.weight > 0
        for each in part.retrievers
        if isinstance(each, VectorRetriever) and each.name == IMAGE_IMAGE
    ]


@lru_cache(maxsize=256)
def kind_of(examples: tuple[int, ...], version: EncoderVersion, _while: int) -> PhotoKind | None:
    """None where no example has a photo that is indexed. Kept for a while, for photos change."""
    rows = ImageEmbedding.objects.filter(
        product__in=examples, encoder=version, vector__isnull=False
    )
    vectors = list(rows.values_list("vector", flat=True)[:PHOTOS_OF_A_KIND])
    if not vectors:
        return None
    photos = np.asarray(vectors, np.float32)
    mean = unit(photos.mean(axis=0))
    behind = background.cosines(Table(version, photos=True), mean)
    return PhotoKind(mean, least_cosine(photos, behind))


def least_cosine(photos: Vectors, behind: NDArray[np.float64]) -> float:
    """`photos` (n, d) of the kind; `behind` (m,) cosines of their mean with others."""
    centre, deviation = spread(behind, photos.shape[1])
    own = left_out(photos)
    usual = float(own.mean())
    share = REACH if len(photos) > 1 else REACH_OF_ONE
    reach = max(share * (usual - centre), DEVIATIONS * float(own.std()))
    return max(centre + ONE_IN_TWENTY * deviation, usual - reach)


def left_out(photos: Vectors) -> NDArray[np.float64]:
    """(n,) the cosine of each with the mean of all others; a single one is like itself."""
    if len(photos) < 2:
        return np.ones(1)
    others = photos.sum(axis=0) - photos
    return np.array([unit(mean) @ photo for mean, photo in zip(others, photos, strict=True)])


def unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)
