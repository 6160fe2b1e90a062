"""The seven stages of the recipe: what each feeds to which part of the trunk."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .beside import kept_view
from .features import look
from .material import Material
from .trunk import lower, pointwise_parameters, upper, upper_parameters
from .views import view_maps, views_of

IN_CACHE = 64  # pictures whose maps stay in a processor's cache, a sixth quicker there


@dataclass
class Stage:
    """`feed(step)` gives rows, inputs and a random generator; `forward` turns inputs to what each
    trunk sees: the one that is trained, then the one beside.

    `parameters` picks what learns of the trunks, beside the heads. A stage without steps is left
    out. By `photos` pictures stay near those that they were near before, as `known` features say
    of rows, by default those that are fed.
    """

    name: str
    steps: int
    rate: float
    feed: Callable[[int], tuple[np.ndarray, list[Tensor], np.random.Generator]]
    forward: Callable[[nn.ModuleList, list[Tensor]], list[Tensor]]
    parameters: Callable[[nn.ModuleList], list[nn.Parameter]]
    head_rate: float
    titles: float = 1.0  # how much more often titles are drawn than the recipe's weights say
    noise: float = 0.0  # deviation of what features are multiplied by
    mean: float = 0.0  # weight of the loss of the mean of both views
    photos: float = 0.0  # weight of keeping which pictures are near each other
    known: Callable[[np.ndarray], list[Tensor]] | None = None


def stages(material: Material, trunks: Callable[[], nn.ModuleList]) -> Iterator[Stage]:
    """Heads, kept maps, every layer, upper layers, both trunks, the trunk beside, heads again.
    `trunks` gives the trunks, fused, as they are by then: they make what `blocks`, `beside` and
    `settle` learn on."""
    recipe = material.recipe
    if recipe.head_epochs:
        yield _heads(material)
    if recipe.block_epochs:
        yield _blocks(material, trunks()[0])
    if recipe.trunk_epochs:
        yield _trunk(material)
    if recipe.upper_epochs:
        yield _upper(material)
    if recipe.both_epochs:
        yield _both(material)
    if recipe.beside_epochs:
        yield _beside(material, trunks())
    if recipe.settle_epochs:
        yield _settle(material, trunks())


def _steps(epochs: float, count: int, batch: int) -> int:
    return math.ceil(epochs * count / batch)


def _heads(material: Material) -> Stage:
    rows, recipe = material.rows, material.recipe
    sampler = material.sampler(0)

    def feed(step: int) -> tuple[np.ndarray, list[Tensor], np.random.Generator]:
        drawn, random = sampler.draw(step, recipe.head_batch)
        return drawn, material.features(drawn), random

    steps = _steps(recipe.head_epochs, len(rows), recipe.head_batch)
    return Stage(
        "heads",
        steps,
        0.0,
        feed,
        lambda trunks, seen: seen,
        lambda trunks: [],
        recipe.head_rate,
        recipe.head_titles,
    )


def _blocks(material: Material, trunk: nn.Module) -> Stage:
    recipe = material.recipe
    views, _ = material.sampler(1).draw(0, recipe.views)
    maps = view_maps(material, views, trunk)

    batch = min(recipe.block_batch, len(views))

    def feed(step: int) -> tuple[np.ndarray, list[Tensor], np.random.Generator]:
        random = np.random.default_rng([recipe.seed + 1, step])
        drawn = np.sort(random.choice(len(views), batch, replace=False))
        inputs = torch.from_numpy(maps[drawn]).to(torch.bfloat16)
        inputs = inputs.contiguous(memory_format=torch.channels_last)
        return views[drawn], [inputs, material.data.beside.pooled(views[drawn])], random

    def forward(trunks: nn.ModuleList, inputs: list[Tensor]) -> list[Tensor]:
        return [upper(trunks[0], inputs[0], recipe.kept_blocks), inputs[1]]

    def parameters(trunks: nn.ModuleList) -> list[nn.Parameter]:
        return upper_parameters(trunks[0], recipe.kept_blocks)

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

    def feed(step: int) -> tuple[np.ndarray, list[Tensor], np.random.Generator]:
        drawn, random = sampler.draw(step, batch)
        views = views_of(data, drawn, recipe, recipe.side, random)
        return drawn, [views, data.beside.pooled(drawn)], random

    return Stage(
        name,
        _steps(epochs, len(material.rows), batch),
        rate,
        feed,
        lambda trunks, inputs: [forward(trunks[0], inputs[0]), inputs[1]],
        lambda trunks: parameters(trunks[0]),
        recipe.head_rate,
    )


def _trunk(material: Material) -> Stage:
    recipe = material.recipe

    schedule = recipe.trunk_epochs, recipe.trunk_batch, recipe.trunk_rate
    return _augmented(
        material, "trunk", 2, schedule, _pooled, lambda module: list(module.parameters())
    )


def _pooled(trunk: nn.Module, pixels: Tensor) -> Tensor:
    features: Tensor = trunk(pixel_values=pixels).pooler_output.flatten(1)
    return features


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


def _both(material: Material) -> Stage:
    """Every layer of both trunks, on the same views: small ones first, which cost less (as Tan and
    Le 2021 train), at the served size in the end."""
    data, recipe = material.data, material.recipe
    sampler = material.sampler(6)
    steps = _steps(recipe.both_epochs, len(material.rows), recipe.both_batch)
    sides = recipe.both_sides

    def feed(step: int) -> tuple[np.ndarray, list[Tensor], np.random.Generator]:
        drawn, random = sampler.draw(step, recipe.both_batch)
        side = sides[step * len(sides) // steps]
        return drawn, [views_of(data, drawn, recipe, side, random)], random

    def forward(trunks: nn.ModuleList, inputs: list[Tensor]) -> list[Tensor]:
        size = (recipe.side, recipe.side)
        small = functional.interpolate(inputs[0], size, mode="bilinear", align_corners=False)
        small = small.contiguous(memory_format=torch.channels_last)
        return [_pooled(trunk, seen) for trunk, seen in zip(trunks, (small, *inputs), strict=True)]

    return Stage(
        "both",
        steps,
        recipe.both_rate,
        feed,
        forward,
        lambda trunks: list(trunks.parameters()),
        recipe.both_head_rate,
        recipe.both_titles,
        mean=recipe.both_mean,
        photos=recipe.both_photos,
        known=material.features,
    )


def _beside(material: Material, trunks: nn.ModuleList) -> Stage:
    """The last blocks of the trunk beside, on kept maps of one of the views of each picture."""
    rows, recipe = material.rows, material.recipe
    sampler = material.sampler(7)
    views = [kept_view(material, trunks, view) for view in range(recipe.beside_views)]
    place = material.places()

    def feed(step: int) -> tuple[np.ndarray, list[Tensor], np.random.Generator]:
        drawn, random = sampler.draw(step, recipe.beside_batch)
        which = list(zip(random.integers(len(views), size=len(drawn)), place[drawn], strict=True))
        maps = torch.from_numpy(np.stack([views[view].maps[row] for view, row in which]))
        features = torch.from_numpy(np.stack([views[view].features[row] for view, row in which]))
        maps = maps.to(torch.bfloat16).contiguous(memory_format=torch.channels_last)
        return drawn, [features.float(), maps], random

    def forward(trunks: nn.ModuleList, inputs: list[Tensor]) -> list[Tensor]:
        parts = [upper(trunks[1], some, recipe.beside_blocks) for some in inputs[1].split(IN_CACHE)]
        return [inputs[0], torch.cat(parts)]

    return Stage(
        "beside",
        _steps(recipe.beside_epochs, len(rows), recipe.beside_batch),
        recipe.beside_rate,
        feed,
        forward,
        lambda trunks: pointwise_parameters(trunks[1], recipe.beside_blocks),
        recipe.beside_head_rate,
        recipe.beside_titles,
        recipe.beside_noise,
        recipe.beside_mean,
        recipe.beside_photos,
        material.features,
    )


def _settle(material: Material, trunks: nn.ModuleList) -> Stage:
    rows, recipe = material.rows, material.recipe
    sampler = material.sampler(4)
    pooled = _settled(material, trunks)

    def feed(step: int) -> tuple[np.ndarray, list[Tensor], np.random.Generator]:
        drawn, random = sampler.draw(step, recipe.head_batch)
        return drawn, [each(drawn) for each in pooled], random

    return Stage(
        "settle",
        _steps(recipe.settle_epochs, len(rows), recipe.head_batch),
        0.0,
        feed,
        lambda trunks, seen: seen,
        lambda trunks: [],
        recipe.settle_rate,
        recipe.settle_titles,
        recipe.settle_noise,
        recipe.settle_mean,
        recipe.settle_photos,
    )


def _settled(material: Material, trunks: nn.ModuleList) -> list[Callable[[np.ndarray], Tensor]]:
    """The features of some of the rows, as both trunks see them now."""
    data, recipe = material.data, material.recipe
    return [
        _seen_now(material, trunks[0], recipe.side) if recipe.trains_trunk else data.start.pooled,
        _seen_now(material, trunks[1], recipe.serve_side)
        if recipe.trains_beside
        else data.beside.pooled,
    ]


def _seen_now(material: Material, trunk: nn.Module, side: int) -> Callable[[np.ndarray], Tensor]:
    data, rows = material.data, material.rows
    path = material.folder / f"settled-{side}-{len(rows)}.npy"
    features = look(data.images, rows, trunk, side, path, material.report)
    place = material.places()
    return lambda drawn: torch.from_numpy(features[place[drawn]].astype(np.float32))
