"""What every stage of training draws on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from torch import Tensor

from .dataset import Sampler, TrainingSet
from .recipe import Recipe


@dataclass(frozen=True)
class Material:
    """What every stage draws on: `rows` of `data` are trained on, `folder` keeps what is slow to
    make, and `report` is told how much of it is made."""

    data: TrainingSet
    rows: np.ndarray
    recipe: Recipe
    folder: Path
    report: Callable[[int, int], None]

    def sampler(self, stage: int) -> Sampler:
        """Each stage draws by a seed of its own."""
        recipe = self.recipe
        return Sampler(self.data, self.rows, recipe.balance, recipe.seed + stage, recipe.alike)

    def places(self) -> np.ndarray:
        """Of every row of `data` its place among `rows`; -1 where it has none."""
        places = np.full(len(self.data.pairs), -1)
        places[self.rows] = np.arange(len(self.rows))
        return places

    def features(self, rows: np.ndarray) -> list[Tensor]:
        """What both trunks saw before any training."""
        return [self.data.start.pooled(rows), self.data.beside.pooled(rows)]
