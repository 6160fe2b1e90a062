"""What real photos do to a product: other crops, angles, light and backgrounds, never hue.

Colour is what people search by, so brightness and contrast move and hue stays.
All of it works on a batch at once, on the device where the batch is.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional


def augment(batch: Tensor, side: int, generator: torch.Generator, plain: float = 0.15) -> Tensor:
    """(n, 3, h, w) in 0..1 to (n, 3, side, side) in 0..1; a share `plain` is only resized."""
    count = len(batch)
    untouched = _random(count, generator, batch) < plain
    replaced = (_random(count, generator, batch) < 0.6) & ~untouched
    batch = replace_background(batch, replaced, generator)
    batch = _warp(batch, side, untouched, generator)
    return _light(batch, untouched, generator)


def _random(count: int, generator: torch.Generator, like: Tensor) -> Tensor:
    return _noise(torch.rand, generator, like, count)


def _noise(
    drawn: Callable[..., Tensor], generator: torch.Generator, like: Tensor, *shape: int
) -> Tensor:
    return drawn(*shape, generator=generator, device=generator.device).to(like)


def _between(
    low: float, high: float, count: int, generator: torch.Generator, like: Tensor
) -> Tensor:
    return low + (high - low) * _random(count, generator, like)


def background(batch: Tensor, threshold: float = 0.92) -> Tensor:
    """(n, 1, h, w) in 0..1: near-white pixels seen from a border in a straight line, softened."""
    near = (batch.amin(1, keepdim=True) > threshold).to(batch.dtype)
    sweeps = [near.cumprod(2), near.cumprod(3)]
    sweeps += [near.flip(2).cumprod(2).flip(2), near.flip(3).cumprod(3).flip(3)]
    mask = torch.stack(sweeps).amax(0)
    return functional.avg_pool2d(mask, 3, stride=1, padding=1)


def replace_background(batch: Tensor, chosen: Tensor, generator: torch.Generator) -> Tensor:
    """White studio grounds become gradients of two random colours with soft noise on top, or, half
    of them, a piece of another picture of the batch: cloth, wood and clutter lie around things."""
    count, _, height, width = batch.shape
    corners = _noise(torch.rand, generator, batch, count, 3, 2, 2)
    greyish = _noise(torch.rand, generator, batch, count, 1, 1, 1)
    corners = corners * greyish + corners.mean(1, keepdim=True) * (1 - greyish)
    corners = 0.25 + 0.75 * corners
    texture = _noise(torch.randn, generator, batch, count, 1, 20, 20) * 0.06
    ground = functional.interpolate(
        corners, (height, width), mode="bilinear", align_corners=True
    ) + functional.interpolate(texture, (height, width), mode="bilinear", align_corners=False)
    pieces = (_random(count, generator, batch) < 0.5).view(-1, 1, 1, 1)
    ground = torch.where(pieces, _pieces(batch.roll(1, 0), generator), ground.clamp(0, 1))
    mask = background(batch) * chosen.view(-1, 1, 1, 1)
    return batch * (1 - mask) + ground * mask


def _pieces(batch: Tensor, generator: torch.Generator) -> Tensor:
    """A piece somewhere in each picture, a sixth to a half of its sides, blown up."""
    share = _between(1 / 6, 1 / 2, len(batch), generator, batch).view(-1, 1, 1)
    middle = (2 * _noise(torch.rand, generator, batch, len(batch), 2, 1) - 1) * (1 - share)
    places = torch.cat([torch.eye(2).to(batch) * share, middle], 2)
    grid = functional.affine_grid(places, list(batch.shape), align_corners=False)
    return functional.grid_sample(batch, grid, padding_mode="border", align_corners=False)


def _warp(batch: Tensor, side: int, untouched: Tensor, generator: torch.Generator) -> Tensor:
    """Random turn, zoom, aspect, shift and mirror, in one resampling."""
    count = len(batch)
    angle = _noise(torch.randn, generator, batch, count).clamp(-2.5, 2.5) * math.radians(12)
    zoom = torch.exp(_between(math.log(0.6), math.log(1.35), count, generator, batch))
    aspect = torch.exp(_between(-0.22, 0.22, count, generator, batch))
    mirror = torch.where(_random(count, generator, batch) < 0.5, -1.0, 1.0).to(batch)
    shift = _noise(torch.rand, generator, batch, count, 2) - 0.5
    keep = untouched.to(batch.dtype)
    angle, mirror = angle * (1 - keep), mirror
    zoom, aspect = zoom ** (1 - keep), aspect ** (1 - keep)
    shift = shift * (0.15 + 0.9 * (1 - zoom).clamp(min=0)).unsqueeze(1) * (1 - keep).unsqueeze(1)
    cos, sin = torch.cos(angle), torch.sin(angle)
    across, down = zoom * aspect, zoom / aspect
    rows = torch.stack(
        [
            torch.stack([cos * across * mirror, -sin * down, shift[:, 0]], 1),
            torch.stack([sin * across * mirror, cos * down, shift[:, 1]], 1),
        ],
        1,
    )
    grid = functional.affine_grid(rows, [count, 3, side, side], align_corners=False)
    batch = _shrink(batch, side)
    return functional.grid_sample(batch, grid, padding_mode="border", align_corners=False)


def _shrink(batch: Tensor, side: int) -> Tensor:
    """Halfway down before sampling, because bilinear sampling alone would alias."""
    if batch.shape[-1] <= side * 1.3:
        return batch
    return functional.interpolate(
        batch, (side + side // 6, side + side // 6), mode="bilinear", antialias=True
    )


def _light(batch: Tensor, untouched: Tensor, generator: torch.Generator) -> Tensor:
    """Brightness, contrast, a shadow, blur and grain: one light for all channels."""
    count, _, height, width = batch.shape
    gain = torch.exp(_between(-0.35, 0.25, count, generator, batch)).view(-1, 1, 1, 1)
    contrast = _between(0.75, 1.2, count, generator, batch).view(-1, 1, 1, 1)
    shade = _between(0.0, 0.5, count, generator, batch).view(-1, 1, 1, 1)
    shadow = 1 - shade * _noise(torch.rand, generator, batch, count, 1, 2, 2)
    shadow = functional.interpolate(shadow, (height, width), mode="bilinear", align_corners=True)
    mean = batch.mean((1, 2, 3), keepdim=True)
    lit = ((batch - mean) * contrast + mean) * gain * shadow
    blurred = functional.avg_pool2d(lit, 3, stride=1, padding=1, count_include_pad=False)
    soft = _random(count, generator, batch).view(-1, 1, 1, 1).pow(3)
    lit = lit * (1 - soft) + blurred * soft
    grain = _noise(torch.randn, generator, batch, 1, 1, height, width) * 0.02
    lit = (lit + grain * _random(count, generator, batch).view(-1, 1, 1, 1)).clamp(0, 1)
    return torch.where(untouched.view(-1, 1, 1, 1), batch, lit)
