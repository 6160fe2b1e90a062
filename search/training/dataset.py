"""A training set in memory: pictures, captions, what the untouched backbone sees, and a sampler."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .captions import CaptionTable
from .pairs import Pair


@dataclass
class TrainingSet:
    """Row i of everything is picture i; `features` and `scores` are those of the frozen trunk."""

    pairs: list[Pair]
    pictures: np.ndarray
    table: CaptionTable
    features: np.ndarray
    scores: np.ndarray
    names: Tensor

    def rows(self, split: str) -> np.ndarray:
        return np.array([i for i, pair in enumerate(self.pairs) if pair.split == split], dtype=int)

    def images(self, rows: np.ndarray) -> Tensor:
        """(n, 3, side, side) uint8."""
        order = np.argsort(rows)
        block = np.empty((len(rows), *self.pictures.shape[1:]), dtype=np.uint8)
        block[order] = self.pictures[rows[order]]
        return torch.from_numpy(block).permute(0, 3, 1, 2)

    def teacher(self, rows: np.ndarray) -> Tensor:
        """(n, classes) probabilities of the untouched classifier."""
        return torch.from_numpy(self.scores[rows].astype(np.float32)).softmax(-1)


class Sampler:
    """Rows of step k, the same ones for the same seed whatever came before: resuming needs no more.

    Rare kinds are drawn more often: by (pictures of the kind) ** -balance, within each source.
    """

    def __init__(self, data: TrainingSet, rows: np.ndarray, balance: float, seed: int) -> None:
        kinds = [_kind(data.pairs[row]) for row in rows]
        counts = Counter(kinds)
        chances = np.array([counts[kind] ** -balance for kind in kinds])
        self.rows, self.chances, self.seed = rows, chances / chances.sum(), seed

    def draw(self, step: int, count: int) -> tuple[np.ndarray, np.random.Generator]:
        random = np.random.default_rng([self.seed, step])
        return random.choice(self.rows, count, p=self.chances), random


def _kind(pair: Pair) -> tuple[str, str]:
    fields = pair.fields
    return pair.source, fields.get("kind") or fields.get("group") or fields.get("title", "")
