"""What is measured while training: products held out, and whole sources held out.

The first number flatters: held-out products come from the shop that was trained on. The second
tells what strangers' catalogues can expect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from search.encoders.dual_encoder import VitrineDualEncoder

from .dataset import TrainingSet
from .pairs import STRANGER, Pair


@dataclass(frozen=True)
class Reached:
    """nan where nothing was held out.

    recall: share of held-out products whose picture is among the ten nearest of their bare title.
    strangers: mean R-precision of the names of kinds over the pictures of held-out sources.
    """

    recall: float = float("nan")
    strangers: float = float("nan")

    def __str__(self) -> str:
        parts = (("recall@10", self.recall), ("strangers' kinds", self.strangers))
        return ", ".join(f"{name} {value:.3f}" for name, value in parts if value == value)


class Validation:
    """At most `most` products of the split `validation`, and as many pictures a held-out source."""

    def __init__(self, data: TrainingSet, side: int, most: int = 500) -> None:
        self.data, self.side, self.most = data, side, most
        self.texts = {text: number for number, text in enumerate(data.table.texts)}
        titled = [row for row in data.rows("validation") if data.pairs[row].fields.get("title")]
        self.rows = self._some(titled)
        named = [row for row in data.rows(STRANGER) if kind_of(data.pairs[row]) in self.texts]
        sources = sorted({data.pairs[row].source for row in named})
        self.strangers = [
            self._some([row for row in named if data.pairs[row].source == source])
            for source in sources
        ]

    def _some(self, rows: list[int]) -> np.ndarray:
        return np.sort(np.random.default_rng(0).permutation(np.array(rows, int))[: self.most])

    @torch.inference_mode()
    def __call__(self, model: VitrineDualEncoder) -> Reached:
        if not (len(self.rows) or self.strangers):
            return Reached()
        precisions = [one for rows in self.strangers for one in self._precisions(model, rows)]
        return Reached(
            recall=self._recall(model) if len(self.rows) else float("nan"),
            strangers=float(np.mean(precisions)) if precisions else float("nan"),
        )

    def _recall(self, model: VitrineDualEncoder) -> float:
        titles = [self.data.pairs[row].fields["title"] for row in self.rows]
        cosines = self._texts(model, titles) @ self._images(model, self.rows).T
        ranks = (cosines > cosines.diagonal().unsqueeze(1)).sum(1)
        return float((ranks < 10).float().mean())

    def _precisions(self, model: VitrineDualEncoder, rows: np.ndarray) -> Iterator[float]:
        """R-precision of every kind: of as many pictures as it has, the share that is right."""
        kinds = np.array([kind_of(self.data.pairs[row]) for row in rows])
        names = sorted(set(kinds))
        return r_precisions(self._texts(model, names) @ self._images(model, rows).T, names, kinds)

    def _texts(self, model: VitrineDualEncoder, texts: list[str]) -> Tensor:
        vectors = self.data.table.vectors[[self.texts[text] for text in texts]]
        return functional.normalize(model.text_head(vectors.to(model.device)), dim=-1)

    def _images(self, model: VitrineDualEncoder, rows: np.ndarray) -> Tensor:
        parts = []
        for start in range(0, len(rows), 32):
            batch = self.data.images(rows[start : start + 32]).to(model.device).float()
            size = (self.side, self.side)
            pixels = functional.interpolate(batch, size, mode="bilinear", antialias=True)
            output: Any = model.get_image_features(pixels / 127.5 - 1)
            shared = output.pooler_output[:, : model.config.projection_dim]
            parts.append(functional.normalize(shared, dim=-1))
        return torch.cat(parts)


def r_precisions(cosines: Tensor, names: list[str], kinds: np.ndarray) -> Iterator[float]:
    """Of every name (a row of `cosines`), by the kinds of the pictures (the columns)."""
    for name, scores in zip(names, cosines, strict=True):
        best = scores.topk(int((kinds == name).sum())).indices.cpu().numpy()
        yield float((kinds[best] == name).mean())


def kind_of(pair: Pair) -> str:
    return pair.fields.get("kind") or pair.fields.get("title", "")
