"""What a trunk at rest sees in plain pictures, computed once and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .atomic_save import keep
from .device import generator_on
from .trunk import trunk_in_bfloat16

Images = Callable[[np.ndarray], Tensor]
Report = Callable[[int, int], None]
# Maps at 224 px stay in a processor's cache: 4.9 ms each instead of 13.4. A GPU wants many.
PICTURES_AT_ONCE = {"cpu": 8, "cuda": 512}


@dataclass(frozen=True)
class Seen:
    """Row i is picture i: `features` (n, width) of an untouched trunk and the `scores` (n, classes)
    that its classifier gives, both float16."""

    features: np.ndarray
    scores: np.ndarray

    def pooled(self, rows: np.ndarray) -> Tensor:
        return torch.from_numpy(self.features[rows].astype(np.float32))

    def likely(self, rows: np.ndarray) -> Tensor:
        """(n, classes) probabilities."""
        return torch.from_numpy(self.scores[rows].astype(np.float32)).softmax(-1)


def noisy(features: Tensor, noise: float, random: np.random.Generator) -> Tensor:
    """Every one of `features` (n, width) multiplied by 1 + N(0, `noise`): dropout with normal
    noise (Srivastava et al. 2014)."""
    if not noise:
        return features
    generator = generator_on(features.device, random)
    drawn = torch.randn(features.shape, generator=generator, device=features.device)
    return features * (1 + noise * drawn)


@torch.inference_mode()
def judged(features: np.ndarray, classifier: nn.Linear) -> Seen:
    """`features` and what the classifier says of them."""
    scores = np.empty((len(features), classifier.out_features), dtype=np.float16)
    for start in range(0, len(features), 4096):
        part = torch.from_numpy(features[start : start + 4096].astype(np.float32))
        scores[start : start + 4096] = classifier(part.to(classifier.weight.device)).cpu().numpy()
    return Seen(features, scores)


@torch.inference_mode()
def look(
    images: Images, rows: np.ndarray, trunk: nn.Module, side: int, path: Path, report: Report
) -> np.ndarray:
    """(n, width) float16 pooled features of `rows` at `side` pixels a side, kept in `path`.

    `images` gives pictures (n, 3, height, width) in uint8.
    """
    if path.exists():
        kept: np.ndarray = np.load(path)
        return kept
    working: Any = trunk_in_bfloat16(trunk)
    device = next(working.parameters()).device
    parts, most = [], PICTURES_AT_ONCE[device.type]
    for start in range(0, len(rows), most):
        pixels = images(rows[start : start + most]).to(device).float()
        if pixels.shape[-1] != side:
            pixels = functional.interpolate(pixels, (side, side), mode="bilinear", antialias=True)
        values = (pixels / 127.5 - 1).to(torch.bfloat16)
        values = values.contiguous(memory_format=torch.channels_last)
        pooled = working(pixel_values=values).pooler_output.flatten(1)
        parts.append(pooled.half().cpu().numpy())
        report(min(start + most, len(rows)), len(rows))
    features = np.concatenate(parts)
    keep(features, path)
    return features


def fingerprint(trunk: nn.Module, pictures: np.ndarray, side: int) -> str:
    """The same for the same trunk and pictures, however many threads there are; a sample of both
    is telling enough."""
    digest = hashlib.sha256(repr((pictures.shape, side)).encode())
    digest.update(np.ascontiguousarray(pictures[:: max(1, len(pictures) // 64)]).tobytes())
    for value in trunk.state_dict().values():
        values = value.flatten()
        digest.update(values[:: max(1, len(values) // 64)].float().cpu().numpy().tobytes())
    return digest.hexdigest()[:16]
