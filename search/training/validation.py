"""Recall of held-out products while training: bare titles as queries, pictures as documents."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch.nn import functional

from search.encoders.dual_encoder import VitrineDualEncoder

from .dataset import TrainingSet


class Recall:
    """recall@10 of `rows` of a training set, at most `most` of them, titles against pictures."""

    def __init__(self, data: TrainingSet, rows: np.ndarray, side: int, most: int = 500) -> None:
        random = np.random.default_rng(0)
        titled = np.array([row for row in rows if data.pairs[row].fields.get("title")], dtype=int)
        self.rows = np.sort(random.permutation(titled)[:most])
        self.data, self.side = data, side
        texts = {text: number for number, text in enumerate(data.table.texts)}
        titles = [data.pairs[row].fields["title"] for row in self.rows]
        self.captions = data.table.vectors[[texts[title] for title in titles]]

    @torch.inference_mode()
    def __call__(self, model: VitrineDualEncoder) -> float:
        if not len(self.rows):
            return float("nan")
        texts = functional.normalize(model.text_head(self.captions.to(model.device)), dim=-1)
        cosines = texts @ self._images(model).T
        ranks = (cosines > cosines.diagonal().unsqueeze(1)).sum(1)
        return float((ranks < 10).float().mean())

    def _images(self, model: VitrineDualEncoder) -> torch.Tensor:
        parts = []
        for start in range(0, len(self.rows), 32):
            batch = self.data.images(self.rows[start : start + 32])
            size = (self.side, self.side)
            pixels = functional.interpolate(batch, size, mode="bilinear", antialias=True)
            values = (pixels.float() / 127.5 - 1).to(model.device)
            output: Any = model.get_image_features(values)
            shared = output.pooler_output[:, : model.config.projection_dim]
            parts.append(functional.normalize(shared, dim=-1))
        return torch.cat(parts)
