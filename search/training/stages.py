"""The five stages of the recipe: what each feeds to which part of the trunk."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .atomic_save import keep
from .augment import augment
from .dataset import Sampler, TrainingSet
from .features import look
from .recipe import Recipe
from .trunk import lower, trunk_in_bfloat16, upper, upper_parameters

CHUNK = 32  # pictures augmented at once: few enough to stay in the processor's cache


@dataclass
class Stage:
    """`feed(step)` gives rows, inputs and a random generator; `forward` turns inputs to features.

    `parameters` picks what learns beside the heads. A stage without steps is left out.
    """

    name: str
    steps: int
    rate: float
    feed: Callable[[int], tuple[np.ndarray, Tensor, np.random.Generator]]
    forward: Callable[[nn.Module, Tensor], Tensor]
    parameters: Callable[[nn.Module], list[nn.Parameter]]
    head_rate: float
    titles: float = 1.0  # how much more often titles are drawn than the recipe's weights say
    noise: float = 0.0  # deviation of what features are multiplied by
    mean: float = 0.0  # weight of the loss of the mean of both views
    photos: float = 0.0  # weight of keeping which pictures are near each other


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


def stages(material: Material, trunk: Callable[[], nn.Module]) -> Iterator[Stage]:
    """Heads, kept maps, every layer, upper layers, heads again. `trunk` gives the trunk, folded, as
    it is by then: it makes what `blocks` and `settle` learn on."""
    recipe = material.recipe
    if recipe.head_epochs:
        yield _heads(material)
    if recipe.block_epochs:
        yield _blocks(material, trunk())
    if recipe.trunk_epochs:
        yield _trunk(material)
    if recipe.upper_epochs:
        yield _upper(material)
    if recipe.settle_epochs:
        yield _settle(material, trunk())


def _steps(epochs: float, count: int, batch: int) -> int:
    return math.ceil(epochs * count / batch)


def _heads(material: Material) -> Stage:
    data, rows, recipe = material.data, material.rows, material.recipe
    sampler = material.sampler(0)

    def feed(step: int) -> tuple[np.ndarray, Tensor, np.random.Generator]:
        drawn, random = sampler.draw(step, recipe.head_batch)
        return drawn, data.start.pooled(drawn), random

    steps = _steps(recipe.head_epochs, len(rows), recipe.head_batch)
    return Stage(
        "heads",
        steps,
        0.0,
        feed,
        lambda trunk, seen: seen,
        lambda trunk: [],
        recipe.head_rate,
        recipe.head_titles,
    )


def _blocks(material: Material, trunk: nn.Module) -> Stage:
    recipe = material.recipe
    views, _ = material.sampler(1).draw(0, recipe.views)
    maps = view_maps(material, views, trunk)

    batch = min(recipe.block_batch, len(views))

    def feed(step: int) -> tuple[np.ndarray, Tensor, np.random.Generator]:
        random = np.random.default_rng([recipe.seed + 1, step])
        drawn = np.sort(random.choice(len(views), batch, replace=False))
        inputs = torch.from_numpy(maps[drawn]).to(torch.bfloat16)
        return views[drawn], inputs.contiguous(memory_format=torch.channels_last), random

    def forward(module: nn.Module, inputs: Tensor) -> Tensor:
        return upper(module, inputs, recipe.kept_blocks)

    def parameters(module: nn.Module) -> list[nn.Parameter]:
        return upper_parameters(module, recipe.kept_blocks)

    steps = _steps(recipe.block_epochs, len(views), batch)
    return Stage("blocks", steps, recipe.block_rate, feed, forward, parameters, recipe.head_rate)


def _augmented(
    material: Material,
    name: str,
    number: int,
    schedule: tuple[float, int, float],
    forward: Callable[[nn.Module, Tensor], Tensor],
    parameters: Callable[[nn.Module], list[nn.Parameter]],
) -> Stage:
    """A stage on pictures augmented anew at each step; `schedule` is epochs, batch and rate."""
    data, recipe = material.data, material.recipe
    epochs, batch, rate = schedule
    sampler = material.sampler(number)

    def feed(step: int) -> tuple[np.ndarray, Tensor, np.random.Generator]:
        drawn, random = sampler.draw(step, batch)
        return drawn, views_of(data, drawn, recipe, recipe.side, random), random

    steps = _steps(epochs, len(material.rows), batch)
    return Stage(name, steps, rate, feed, forward, parameters, recipe.head_rate)


def _trunk(material: Material) -> Stage:
    recipe = material.recipe

    def forward(module: nn.Module, inputs: Tensor) -> Tensor:
        features: Tensor = module(pixel_values=inputs).pooler_output.flatten(1)
        return features

    schedule = recipe.trunk_epochs, recipe.trunk_batch, recipe.trunk_rate
    return _augmented(
        material, "trunk", 2, schedule, forward, lambda module: list(module.parameters())
    )


def _upper(material: Material) -> Stage:
    """Without gradients below, whose maps are the largest, a step costs a quarter."""
    recipe = material.recipe

    def forward(module: nn.Module, inputs: Tensor) -> Tensor:
        with torch.no_grad():
            maps = lower(module, inputs, recipe.still_blocks)
        return upper(module, maps, recipe.still_blocks)

    def parameters(module: nn.Module) -> list[nn.Parameter]:
        return upper_parameters(module, recipe.still_blocks)

    schedule = recipe.upper_epochs, recipe.upper_batch, recipe.upper_rate
    return _augmented(material, "upper", 5, schedule, forward, parameters)


def _settle(material: Material, trunk: nn.Module) -> Stage:
    data, rows, recipe = material.data, material.rows, material.recipe
    sampler = material.sampler(4)
    pooled = _settled(material, trunk) if recipe.trains_trunk else data.start.pooled

    def feed(step: int) -> tuple[np.ndarray, Tensor, np.random.Generator]:
        drawn, random = sampler.draw(step, recipe.head_batch)
        return drawn, pooled(drawn), random

    return Stage(
        "settle",
        _steps(recipe.settle_epochs, len(rows), recipe.head_batch),
        0.0,
        feed,
        lambda trunk, seen: seen,
        lambda trunk: [],
        recipe.settle_rate,
        recipe.settle_titles,
        recipe.settle_noise,
        recipe.settle_mean,
        recipe.settle_photos,
    )


def _settled(material: Material, trunk: nn.Module) -> Callable[[np.ndarray], Tensor]:
    """The features of some of the rows, as `trunk` sees them now."""
    data, rows, side = material.data, material.rows, material.recipe.side
    path = material.folder / f"settled-{len(rows)}.npy"
    features = look(data.images, rows, trunk, side, path, material.report)
    place = np.full(len(data.pairs), -1)
    place[rows] = np.arange(len(rows))
    return lambda drawn: torch.from_numpy(features[place[drawn]].astype(np.float32))


def views_of(
    data: TrainingSet, rows: np.ndarray, recipe: Recipe, side: int, random: np.random.Generator
) -> Tensor:
    """Augmented views (n, 3, side, side) in -1..1, bfloat16, channels last."""
    generator = torch.Generator().manual_seed(int(random.integers(2**62)))
    room = side + side // 6
    parts = []
    for start in range(0, len(rows), CHUNK):
        batch = data.images(rows[start : start + CHUNK])
        if batch.shape[-1] > room:
            batch = functional.interpolate(batch, (room, room), mode="bilinear", antialias=True)
        view = augment(batch.float() / 255, side, generator, recipe.plain) * 2 - 1
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
