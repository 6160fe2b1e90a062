"""What clothes are sewn from: torsos, sleeves, necks, pockets, plackets, seams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..cloth import Height, cloth, outline, seam
from ..mesh import Part, disc, grid, tube

Params = Mapping[str, Any]


def both_sides(path: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """A path and its mirror image."""
    return [list(path), [(-x, y) for x, y in path]]


def seams(
    paths: Sequence[Sequence[tuple[float, float]]],
    height: Height,
    material: str = "seam",
    radius: float = 0.007,
) -> list[Part]:
    return [seam(path, height, material, radius=radius) for path in paths]


def sleeves(p: Params, seed: int, lift: float) -> list[Part]:
    """Both sleeves, their hems or cuffs included; reach and angle come from the length."""
    length = p.get("sleeve", "short")
    if length == "none":
        return []
    wide = p.get("sleeve_width", 0.0)
    if length == "short":
        rim = [(0.4, 0.86), (0.62, 0.8), (0.98 + wide, 0.36), (0.72, 0.16), (0.5, 0.4)]
        hem = [(0.95 + wide, 0.4), (0.7, 0.2)]
    else:
        rim = [
            (0.4, 0.86),
            (0.6, 0.8),
            (0.8, 0.5),
            (0.98, -0.62),
            (0.76, -0.68),
            (0.62, 0.1),
            (0.5, 0.4),
        ]
        hem = [(0.965, -0.52), (0.75, -0.57)]
    parts = []
    for sign in (1, -1):
        shape = np.array([(sign * x, y) for x, y in rim])
        shape = shape if sign < 0 else shape[::-1]
        piece, height = cloth(
            shape, "sleeve", seed=seed + sign, lift=lift, wrinkle=0.03, puff=0.075
        )
        parts.append(piece)
        flipped = [(sign * x, y) for x, y in hem]
        if p.get("cuffs"):
            parts.append(seam(flipped, height, "trim", radius=0.055))
        else:
            parts.append(seam(flipped, height))
    return parts


def back_neck(depth: float, wide: float) -> list[Part]:
    """What shows of the back through the neckline."""
    rim = outline([(0.0, 0.92), (wide + 0.05, 0.92), (wide + 0.05, 0.55), (0.0, 0.55 - depth)])
    piece, _ = cloth(rim, "lining", puff=0.02, edge=0.03, wrinkle=0.0)
    return [piece]


def torso(p: Params, neck: str) -> np.ndarray:
    hem, waist = p.get("hem", -1.0), p.get("waist", 0.54)
    flare = p.get("flare", 0.56)
    collar = 0.21
    start: list[Sequence[float]]
    if neck == "v":
        start = [(0.0, 0.5), (collar, 0.9)]
    elif neck == "boat":
        start = [(0.0, 0.8), (0.2, 0.8, 0.34, 0.89)]
    else:
        start = [(0.0, 0.68), (0.17, 0.68, collar, 0.9)]
    shoulder = [(0.5, 0.82), (0.62, 0.76)] if p.get("sleeve") != "none" else [(0.38, 0.88)]
    armhole = [(0.5, 0.5, 0.56, 0.24) if p.get("sleeve") != "none" else (0.32, 0.4, 0.55, 0.16)]
    return outline([*start, *shoulder, *armhole, (waist, -0.2, flare, hem), (0.0, hem - 0.02)])


def decal(height: Height, width: float, tall: float, centre: float) -> Part:
    """A printed picture that follows the cloth."""
    s, t = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(-1, 1, 25))
    flat = np.column_stack([(s * width / 2).ravel(), (t * tall / 2 + centre).ravel()])
    points = np.column_stack([flat, height(flat) + 0.006]).reshape(25, 25, 3)
    return grid(points, "print", uv_scale=(1.0, 1.0))


def patch_pocket(
    height: Height, x: float, y: float, width: float, tall: float, material: str = "pocket"
) -> list[Part]:
    rim = np.array(
        [
            (x - width / 2, y + tall / 2),
            (x - width / 2, y - tall / 2),
            (x, y - tall / 2 - 0.04),
            (x + width / 2, y - tall / 2),
            (x + width / 2, y + tall / 2),
        ]
    )
    piece, above = cloth(rim, material, puff=0.012, edge=0.02, wrinkle=0.0)
    flat = piece.vertices[:, :2]
    lifted = piece.vertices + np.column_stack([np.zeros((len(flat), 2)), height(flat)])
    part = Part(lifted, piece.faces, material, piece.uv)
    inner = rim * 1.0
    inner[:, 0] = x + (rim[:, 0] - x) * 0.88
    inner[:, 1] = y + (rim[:, 1] - y) * 0.88
    stitched = seam(inner.tolist(), lambda q: height(q) + above(q), radius=0.006)
    return [part, stitched]


def placket(height: Height, top: float, bottom: float, count: int) -> list[Part]:
    lines = [[(x, top), (x, bottom)] for x in (-0.055, 0.055)]
    parts = seams(lines, height)
    for y in np.linspace(top - 0.06, bottom + 0.05, count):
        spot = np.array([[0.0, y]])
        parts.append(disc(0.027, 0.022, (0, y, float(height(spot)[0])), "button", edge=0.008))
    return parts


def folded_collar(height: Height) -> list[Part]:
    parts = []
    for sign in (1, -1):
        leaf = np.array(
            [(0.02, 0.7), (0.16, 0.5), (0.36, 0.66), (0.27, 0.93), (0.16, 0.95), (0.12, 0.8)]
        ) * np.array([sign, 1])
        piece, top = cloth(leaf[::sign], "collar", puff=0.05, edge=0.04, wrinkle=0.0, lift=0.09)
        parts += [
            piece,
            seam(
                [(sign * 0.05, 0.69), (sign * 0.165, 0.54), (sign * 0.33, 0.66)], top, radius=0.006
            ),
        ]
    band = [(-0.2, 0.92, 0.06), (0, 0.96, 0.08), (0.2, 0.92, 0.06)]
    parts.append(tube(band, 0.06, "collar", samples=8))
    return parts
