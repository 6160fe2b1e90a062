"""Boots: a low shoe with a shaft on it, and a heel under it."""

from __future__ import annotations

import numpy as np

from ..mesh import Array, Part, grid, slab, tube
from .last import Params, laced, paired, rocker, sole, sole_outline, upper


def boot(p: Params) -> list[Part]:
    rim = sole_outline(p.get("pointed", 0.0), 1.0)
    x = rim[:, 0]
    lift = rocker(x, 0.05)
    thick = 0.14
    base = lift + thick + 0.04
    shoe = {
        "height": 0.66,
        "collar": 0.5,
        "throat": 0.0,
        "ridge": 0.84,
        "toe": 0.27,
        "heel_tab": 0.0,
        "opening": 0.75,
        "slope": 0.62,
    }
    points, _top = upper(rim, base - 0.03, shoe)
    tall = p.get("shaft", 0.75)
    wide = p.get("calf", 1.0)
    centre = -0.44
    rings = []
    for t in np.linspace(0, 1, 10):
        a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        foot = 0.09 * np.clip(1 - 2.5 * t, 0, 1) ** 1.5
        rx = (0.43 + foot - 0.05 * np.sin(np.pi * t)) * (1 + (wide - 1) * t)
        ry = (0.26 + 0.02 * t) * (1 + (wide - 1) * t)
        z = base.min() + 0.3 + t * (tall + 0.15)
        rings.append(
            np.column_stack([centre + rx * np.cos(a) + 0.03 * t, ry * np.sin(a), z + 0 * a])
        )
    shaft = grid(np.array(rings), "body", wrap=True, thickness=0.03)
    welt = 0.05 if p.get("chunky") else 0.025
    parts = [
        grid(points, "body", wrap=True),
        shaft,
        sole(rim, base, thick * 0.8, welt, "sole"),
        tube(rings[-1], 0.035, "collar", closed=True),
    ]
    heel = rim[x < -0.35] * np.array([1.0, 1.0])
    parts.append(slab(convex_hull(heel), 0.2, "heel", bevel=0.01))
    top_z = float(rings[-1][:, 2].max())
    if p.get("style") == "chelsea":
        for sign in (-1, 1):
            gore = np.array(
                [
                    [
                        (centre - 0.14 + 0.28 * s, sign * (0.288 - 0.06 * abs(s - 0.5)), z)
                        for s in np.linspace(0, 1, 6)
                    ]
                    for z in np.linspace(top_z - 0.55, top_z - 0.06, 6)
                ]
            )
            part = grid(gore, "gore", thickness=0.01)
            parts.append(part)
        parts.append(
            tube(
                [(-0.86, 0, top_z - 0.12), (-0.9, 0, top_z + 0.14), (-0.84, 0, top_z - 0.1)],
                0.05,
                "gore",
                samples=6,
                flat=0.4,
            )
        )
    elif p.get("style") == "lace":
        parts += laced({}, points, 0.02, 0.4, 4)
        for z in np.linspace(base.min() + 0.62, top_z - 0.08, 4):
            arc = [(-0.07, -0.17, z), (0.04, -0.07, z), (0.04, 0.07, z), (-0.07, 0.17, z)]
            parts.append(tube(arc, 0.028, "laces", samples=4))
    else:
        band = np.array(rings[7]) * np.array([1, 1.02, 1])
        parts.append(tube(band, 0.03, "trim", closed=True))
    return paired(parts)


def convex_hull(points: Array) -> Array:
    """The convex hull of (n, 2) points, counter-clockwise (monotone chain)."""
    ordered = sorted(map(tuple, points.tolist()))

    def half(sequence: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
        chain: list[tuple[float, ...]] = []
        for q in sequence:
            while (
                len(chain) > 1
                and (
                    (chain[-1][0] - chain[-2][0]) * (q[1] - chain[-2][1])
                    - (chain[-1][1] - chain[-2][1]) * (q[0] - chain[-2][0])
                )
                <= 0
            ):
                chain.pop()
            chain.append(q)
        return chain[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


def wellington(p: Params) -> list[Part]:
    return boot({"shaft": 1.35, "calf": 1.12, "style": "rain", "chunky": True})
