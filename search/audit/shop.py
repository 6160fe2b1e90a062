"""What is usual in this shop: a sample of its products, against which everything is judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search import sql
from search.audit.piece import Piece, Vector, read
from search.encoders import Encoder
from search.models import AuditRun, EncoderVersion
from search.ranking.calibration import spread

SAMPLE = 800  # draws of a product


@dataclass(frozen=True)
class Shop:
    """The sample of a run. Drawn by the run's number: one that is resumed judges as before."""

    version: EncoderVersion
    encoder: Encoder
    sample: Piece
    seed: int

    @classmethod
    def of(cls, run: AuditRun, version: EncoderVersion, encoder: Encoder) -> Shop:
        return cls(version, encoder, read(version, draw(run.pk, run.last)), run.pk)

    def chance(self) -> np.random.Generator:
        return np.random.default_rng(self.seed)

    @cached_property
    def texts(self) -> Vector:
        """(m, d) of the sample's texts."""
        vectors = list(self.sample.texts.values())
        return np.stack(vectors) if vectors else np.zeros((0, self.version.dimensions), np.float32)

    def deviations(self, vector: Vector, cosines: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far cosines (n,) of a vector with texts lie over its cosines with any text here.

        The same deviation means the same for a photo of a common thing and for a strange one.
        """
        mean, deviation = spread((self.texts @ vector).astype(float), self.version.dimensions)
        return np.asarray((cosines - mean) / deviation)


def draw(seed: int, last: int) -> list[int]:
    """Ids of SAMPLE products at most: the next one from random numbers on, each by its index."""
    first = sql.rows("SELECT min(id) FROM catalog_product", primary=True)[0][0] or 0
    numbers = np.random.default_rng(seed).integers(first, max(last, first), SAMPLE, endpoint=True)
    found = sql.rows(
        """SELECT DISTINCT (SELECT id FROM catalog_product
                             WHERE id >= n AND active ORDER BY id LIMIT 1)
             FROM unnest(%s::bigint[]) n""",
        [numbers.tolist()],
        primary=True,
    )
    return sorted(pk for (pk,) in found if pk is not None)
