"""The last blocks of the trunk beside learn on maps of several views of each picture, kept.

What lies below them rests, so its maps are computed once. Of the blocks only the convolutions of
1 x 1 learn: two thirds of the trunk's weights, while the gradients of depthwise kernels would take
as long as everything else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .atomic_save import keep
from .material import Material
from .trunk import lower, trunk_in_bfloat16
from .views import views_of

AT_ONCE = 32  # pictures whose views and maps stay in a processor's cache


@dataclass(frozen=True)
class KeptView:
    """Of one view of every row: `maps` (n, channels, h, w) of the trunk beside and `features`
    (n, width) of the other one, both float16."""

    maps: np.ndarray
    features: np.ndarray


def kept_view(material: Material, trunks: nn.ModuleList, view: int) -> KeptView:
    """View 0 is each picture as it is, others are augmented. Kept in the folder of `material`."""
    recipe, folder = material.recipe, material.folder
    name = f"{recipe.seed}-{recipe.beside_blocks}-{len(material.rows)}-{view}.npy"
    paths = [folder / f"{what}-beside-{name}" for what in ("maps", "features")]
    if not all(path.exists() for path in paths):
        for made, path in zip(_seen(material, trunks, view), paths, strict=True):
            keep(made, path)
    return KeptView(*(np.load(path, mmap_mode="r") for path in paths))


@torch.inference_mode()
def _seen(material: Material, trunks: nn.ModuleList, view: int) -> tuple[np.ndarray, np.ndarray]:
    recipe, rows = material.recipe, material.rows
    first, beside = (trunk_in_bfloat16(trunk) for trunk in trunks)
    device = next(beside.parameters()).device
    maps, features = [], []
    for start in range(0, len(rows), AT_ONCE):
        pixels = _pixels(material, rows[start : start + AT_ONCE], view, start).to(device)
        small = functional.interpolate(pixels, (recipe.side,) * 2, mode="bilinear", antialias=True)
        part = lower(beside, _laid_out(pixels), recipe.beside_blocks)
        maps.append(part.half().cpu().contiguous().numpy())
        pooled = first(pixel_values=_laid_out(small)).pooler_output
        features.append(pooled.flatten(1).half().cpu().numpy())
        material.report(min(start + AT_ONCE, len(rows)), len(rows))
    return np.concatenate(maps), np.concatenate(features)


def _pixels(material: Material, rows: np.ndarray, view: int, start: int) -> Tensor:
    """(n, 3, side, side) in -1..1."""
    data, recipe = material.data, material.recipe
    if not view:
        return data.images(rows).float() / 127.5 - 1
    random = np.random.default_rng([recipe.seed + 7, view, start])
    return views_of(data, rows, recipe, recipe.serve_side, random).float()


def _laid_out(pixels: Tensor) -> Tensor:
    return pixels.to(torch.bfloat16).contiguous(memory_format=torch.channels_last)
