"""A training set in memory: pictures, captions, what untouched trunks see, and a sampler."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .captions import CaptionTable
from .features import Seen
from .pairs import Pair


@dataclass
class TrainingSet:
    """Row i of everything is picture i. `start` is what the trunk that will be trained sees before,
    `beside` what the one that is kept beside it sees: the same where there is none.

    `names` are text vectors of the classes. `pictures` are read from the disk, or stand in the
    memory of a GPU, where reading them would be what takes longest.
    """

    pairs: list[Pair]
    pictures: np.ndarray | Tensor
    table: CaptionTable
    start: Seen
    beside: Seen
    names: Tensor

    def rows(self, split: str) -> np.ndarray:
        return np.array([i for i, pair in enumerate(self.pairs) if pair.split == split], dtype=int)

    def images(self, rows: np.ndarray) -> Tensor:
        """(n, 3, side, side) uint8."""
        return images(self.pictures, rows)

    def to(self, device: torch.device) -> None:
        """Whatever every step reads, onto a GPU."""
        if device.type == "cuda" and isinstance(self.pictures, np.ndarray):
            self.pictures = torch.from_numpy(np.array(self.pictures)).to(device)
        self.table.vectors, self.names = self.table.vectors.to(device), self.names.to(device)


def images(pictures: np.ndarray | Tensor, rows: np.ndarray) -> Tensor:
    """Rows of (all, side, side, 3), read in the order of the disk, as (n, 3, side, side) uint8."""
    if isinstance(pictures, Tensor):
        return pictures[torch.from_numpy(rows).to(pictures.device)].permute(0, 3, 1, 2)
    order = np.argsort(rows)
    block = np.empty((len(rows), *pictures.shape[1:]), dtype=np.uint8)
    block[order] = pictures[rows[order]]
    return torch.from_numpy(block).permute(0, 3, 1, 2)


class Sampler:
    """Rows of step k, the same ones for the same seed whatever came before: resuming needs no more.

    Rare kinds are drawn more often: by (pictures of the kind) ** -balance, within each source.
    A share `alike` of every batch has the kind of another row of it: hard negatives, which differ
    in colour, brand and detail alone.
    """

    def __init__(
        self, data: TrainingSet, rows: np.ndarray, balance: float, seed: int, alike: float = 0.0
    ) -> None:
        kinds = [_kind(data.pairs[row]) for row in rows]
        counts = Counter(kinds)
        chances = np.array([counts[kind] ** -balance for kind in kinds])
        self.rows, self.chances, self.seed = rows, chances / chances.sum(), seed
        self.alike = alike
        numbers = {kind: number for number, kind in enumerate(counts)}
        self.kinds = np.array([numbers[kind] for kind in kinds])
        self.members = np.split(
            np.argsort(self.kinds, kind="stable"), np.cumsum(list(counts.values()))[:-1]
        )

    def draw(self, step: int, count: int) -> tuple[np.ndarray, np.random.Generator]:
        random = np.random.default_rng([self.seed, step])
        same = int(self.alike * count)
        chosen = random.choice(len(self.rows), count - same, p=self.chances)
        if same:
            few = random.choice(chosen, max(1, same // 8))
            more = [random.choice(self.members[self.kinds[one]]) for one in np.resize(few, same)]
            chosen = np.concatenate([chosen, more])
        return self.rows[chosen], random


def _kind(pair: Pair) -> tuple[str, str]:
    fields = pair.fields
    return pair.source, fields.get("kind") or fields.get("group") or fields.get("title", "")
