"""Augmented views of pictures, and the maps that a trunk at rest makes of them."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .atomic_save import keep
from .augment import augment
from .dataset import TrainingSet
from .device import generator_on
from .material import Material
from .recipe import Recipe
from .trunk import lower, trunk_in_bfloat16

# Pictures augmented at once: few enough to stay in a processor's cache.
CHUNKS = {"cpu": 32, "cuda": 256}


def views_of(
    data: TrainingSet, rows: np.ndarray, recipe: Recipe, side: int, random: np.random.Generator
) -> Tensor:
    """Augmented views (n, 3, side, side) in -1..1, bfloat16, channels last."""
    device = data.table.vectors.device
    generator = generator_on(device, random)
    room, chunk = side + side // 6, CHUNKS[device.type]
    parts = []
    for start in range(0, len(rows), chunk):
        batch = data.images(rows[start : start + chunk]).float()
        if batch.shape[-1] > room:
            batch = functional.interpolate(batch, (room, room), mode="bilinear", antialias=True)
        view = augment(batch / 255, side, generator, recipe.plain) * 2 - 1
        parts.append(view.to(torch.bfloat16))
    return torch.cat(parts).contiguous(memory_format=torch.channels_last)


@torch.inference_mode()
def view_maps(
    material: Material, rows: np.ndarray, trunk: nn.Module, batch: int = 128
) -> np.ndarray:
    """(n, channels, h, w) float16 maps of one augmented view a row, kept in `folder`."""
    data, recipe = material.data, material.recipe
    name = f"maps-{recipe.seed}-{recipe.view_side}-{recipe.kept_blocks}-{len(rows)}.npy"
    path = material.folder / name
    if path.exists():
        kept: np.ndarray = np.load(path, mmap_mode="r")
        return kept
    working = trunk_in_bfloat16(trunk)
    maps: np.ndarray | None = None
    for start in range(0, len(rows), batch):
        random = np.random.default_rng([recipe.seed + 3, start])
        drawn = rows[start : start + batch]
        pixels = views_of(data, drawn, recipe, recipe.view_side, random)
        pixels = pixels.to(next(working.parameters()).device)
        part = lower(working, pixels, recipe.kept_blocks).half().cpu().contiguous().numpy()
        if maps is None:
            maps = np.empty((len(rows), *part.shape[1:]), dtype=np.float16)
        maps[start : start + batch] = part
        material.report(min(start + batch, len(rows)), len(rows))
    assert maps is not None
    keep(maps, path)
    return maps
