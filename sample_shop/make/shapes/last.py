"""The last all shoes are built on: sole outline, upper, laces, collar, the pair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..mesh import Array, Part, disc, grid, smooth_path, tube

Params = Mapping[str, Any]


def sole_outline(pointed: float = 0.0, wide: float = 1.0) -> Array:
    """The foot from above, toe towards +x, counter-clockwise from the heel, (n, 2)."""
    tip = 1.0 + 0.06 * pointed
    half = [
        (-1.0, 0.0),
        (-0.97, -0.17),
        (-0.8, -0.27),
        (-0.45, -0.25),
        (-0.1, -0.26),
        (0.3, -0.34 + 0.04 * pointed),
        (0.62, -0.34 + 0.09 * pointed),
        (0.88, -0.23 + 0.12 * pointed),
        (tip, -0.03 + 0.0 * pointed),
    ]
    other = [
        (0.9, 0.2 - 0.1 * pointed),
        (0.62, 0.33 - 0.08 * pointed),
        (0.3, 0.33),
        (-0.1, 0.25),
        (-0.45, 0.24),
        (-0.8, 0.26),
        (-0.97, 0.16),
    ]
    points = np.array(half + other) * np.array([1.0, wide])
    return smooth_path(points, 8, closed=True)


def rocker(x: Array, spring: float = 0.07, heel: float = 0.0, pitch: float = 0.0) -> Array:
    """How high the sole stands off the floor along x: toe spring, and an arched heel lift."""
    toe = spring * np.clip((x - 0.45) / 0.55, 0, 1) ** 2
    slope = np.clip((0.35 - x) / 1.15, 0, 1)
    smooth = slope * slope * (3 - 2 * slope)
    return toe + heel * smooth + pitch * 0


def upper(rim: Array, base: Array, p: Params) -> tuple[Array, Array]:
    """The upper as (rows, columns, 3) points from sole to top line, and the top line itself."""
    height, collar = p.get("height", 0.6), p.get("collar", 0.6)
    throat, ridge = p.get("throat", 0.1), p.get("ridge", 0.86)
    x, y = rim[:, 0], rim[:, 1]
    back = p.get("back", -0.88)
    # Along the foot the top line runs round the ankle, then closes to a ridge over the toes.
    top_x = np.where(
        x < throat,
        back + (x + 1) / (throat + 1) * (throat - back),
        throat + (x - throat) / (1 - throat) * (ridge - throat),
    )
    close = np.clip((throat - x) / 0.25, 0, 1) if p.get("closed", True) else np.ones_like(x)
    top_y = y * p.get("opening", 0.62) * close**0.5
    instep = np.interp(
        top_x,
        [-1, back + 0.25, throat, 0.45, ridge],
        [
            collar + p.get("heel_tab", 0.14),
            collar,
            height,
            height * p.get("slope", 0.66),
            p.get("toe", 0.22),
        ],
    )
    rows = np.linspace(0, 1, 16)[:, None]
    swell = np.clip((x - 0.1) / 0.5, 0, 1)
    inward = np.where(rows < 1e-9, 0, 1 - np.cos(rows * np.pi / 2))
    inward = inward * (0.35 + 0.65 * swell) + rows**2.2 * (0.65 - 0.65 * swell)
    upward = np.sin(rows * np.pi / 2) ** (1 - 0.25 * swell)
    px = x + (top_x - x) * inward
    py = y + (top_y - y) * inward
    pz = base + instep * upward
    points = np.stack([px, py, pz], axis=2)
    return points, points[-1]


def sole(rim: Array, base: Array, thick: Array | float, grow: float, material: str) -> Part:
    """A sole wall between the floor side and the upper, its edges rounded over."""
    wide = rim * np.array([1 + grow * 0.6, 1 + grow * 1.8])
    rings = []
    for share, swell in (
        (0.0, 0.93),
        (0.04, 0.985),
        (0.2, 1.0),
        (0.8, 1.0),
        (0.96, 0.985),
        (1.0, 0.93),
    ):
        flat = wide * np.array([1 - (1 - swell) * 0.6, swell])
        rings.append(np.column_stack([flat, base - thick + thick * share]))
    return grid(np.array(rings), material, wrap=True, cap=True)


def laced(p: Params, points: Array, x0: float, x1: float, count: int) -> list[Part]:
    """Lace rows across the throat, resting on the ridge of the upper."""
    ridge = points[-1]
    parts = []
    for x in np.linspace(x0, x1, count):
        near = ridge[np.abs(ridge[:, 0] - x) < 0.08]
        z = float(near[:, 2].mean()) if len(near) else 0.6
        arc = [
            (x - 0.03, -0.19, z - 0.06),
            (x, -0.09, z + 0.025),
            (x, 0.09, z + 0.025),
            (x - 0.03, 0.19, z - 0.06),
        ]
        parts.append(tube(arc, 0.036, "laces", samples=4, flat=0.7))
        for sign in (-1, 1):
            parts.append(disc(0.03, 0.012, (x - 0.02, sign * 0.17, z - 0.04), "eyelet"))
    return parts


def padded_collar(top: Array, radius: float, limit: float) -> Part:
    """Padding round the ankle opening."""
    x = top[:, 0]
    chosen = top[x <= limit]
    order = np.argsort(np.arctan2(chosen[:, 1], -(chosen[:, 0] - limit + 0.05)))
    return tube(chosen[order], radius, "collar", sides=10)


def paired(parts: list[Part], gap: float = 0.8, shift: float = 0.22) -> list[Part]:
    """The right shoe and its mirrored left one beside it, a step behind."""
    long = [part.scaled(1.16, 1, 1) for part in parts]
    left = [part.scaled(1, -1, 1).moved(x=-shift, y=gap) for part in long]
    return [*long, *left]
