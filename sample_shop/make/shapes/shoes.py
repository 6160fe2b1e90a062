"""Sandals, heels and slippers."""

from __future__ import annotations

import numpy as np

from ..mesh import Part, grid, tube
from .last import Params, padded_collar, paired, rocker, sole, sole_outline, upper


def sandal(p: Params) -> list[Part]:
    rim = sole_outline(0.0, 1.0)
    lift = rocker(rim[:, 0], 0.05)
    parts = [
        sole(rim, lift + 0.18, 0.13, 0.02, "footbed"),
        sole(rim, lift + 0.07, 0.07, 0.03, "tread"),
    ]
    style = p.get("style", "slide")

    def strap(x: float, width: float, high: float, slant: float = 0.0) -> Part:
        half = float(np.abs(rim[np.abs(rim[:, 0] - x) < 0.12][:, 1]).max())
        a = np.linspace(0, np.pi, 25)
        rows = [
            np.column_stack(
                [
                    np.full(25, x + d) + slant * np.cos(a),
                    (half + 0.03) * np.cos(a),
                    0.1 + (high + 0.05 - 0.25 * d) * np.sin(a) ** 0.7,
                ]
            )
            for d in np.linspace(-width / 2, width / 2, 6)
        ]
        return grid(np.array(rows), "body", thickness=0.035)

    if style == "slide":
        parts.append(strap(0.3, 0.62, 0.4))
    elif style == "two-strap":
        parts += [strap(0.46, 0.24, 0.34), strap(0.04, 0.26, 0.44)]
        for x, z in ((0.46, 0.36), (0.04, 0.42)):
            ring = [
                (x + 0.08 * np.cos(a), -0.27 + 0.02 * np.sin(a), z + 0.07 * np.sin(a) - 0.06)
                for a in np.linspace(0, 6.28, 16)
            ]
            parts.append(tube(ring, 0.016, "metal", closed=True))
    else:
        for side in (-1, 1):
            path = [
                (0.62, 0.0, 0.2),
                (0.5, 0.02 * side, 0.36),
                (0.2, side * 0.22, 0.36),
                (-0.05, side * 0.27, 0.17),
            ]
            parts.append(tube(path, 0.05, "body", samples=8, flat=0.4))
        if style == "ankle":
            ring = [
                (-0.62 + 0.3 * np.cos(a), 0.24 * np.sin(a), 0.62) for a in np.linspace(0, 6.28, 30)
            ]
            parts.append(tube(ring, 0.045, "body", closed=True, flat=0.4))
            parts += [
                tube([(-0.75, s * 0.25, 0.15), (-0.7, s * 0.23, 0.62)], 0.045, "body", flat=0.4)
                for s in (-1, 1)
            ]
            parts.append(tube([(-0.02, 0, 0.42), (-0.33, 0, 0.62)], 0.04, "body", flat=0.4))
    return paired(parts, gap=0.85)


def heel(p: Params) -> list[Part]:
    high = p.get("heel", 0.75)
    rim = sole_outline(p.get("pointed", 1.0), 0.86)
    x = rim[:, 0]
    lift = rocker(x, 0.02, high)
    base = lift + 0.06
    shape = {
        "height": 0.17,
        "collar": 0.27,
        "throat": 0.42,
        "ridge": 0.9,
        "toe": 0.17,
        "heel_tab": 0.2,
        "opening": 0.86,
        "back": -0.96,
        "slope": 0.98,
    }
    points, _top = upper(rim, base - 0.02, shape)
    inner = grid(points[:15] * np.array([0.985, 0.95, 1.0]), "lining", wrap=True)
    inner = inner.flipped().moved(z=-0.02)
    parts = [
        grid(points, "body", wrap=True),
        sole(rim, base, 0.06, 0.0, "sole"),
        inner,
        sole(rim * 0.96, base + 0.02, 0.02, 0.0, "lining"),
    ]
    start = np.array([-0.76, 0, high + 0.1])
    if p.get("block"):
        rings = []
        for t in np.linspace(0, 1, 6):
            a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
            size = 1 - 0.25 * t
            z = (1 - t) * (high + 0.07) + 0 * a
            rings.append(
                np.column_stack([-0.74 + 0.22 * size * np.cos(a), 0.2 * size * np.sin(a), z])
            )
        parts.append(grid(np.array(rings)[::-1], "heel", wrap=True, cap=True))
    else:
        path = [
            start + np.array([0.04, 0, 0]),
            start + np.array([0.02, 0, -0.15 * high]),
            np.array([-0.82, 0, high * 0.4]),
            np.array([-0.84, 0, 0.0]),
        ]
        parts.append(tube(path, [0.24, 0.17, 0.06, 0.045], "heel", samples=6))
    if p.get("strap"):
        ring = [
            (-0.66 + 0.3 * np.cos(a), 0.2 * np.sin(a), high + 0.56)
            for a in np.linspace(0, 6.28, 30)
        ]
        parts.append(tube(ring, 0.03, "body", closed=True, flat=0.4))
        parts.append(
            tube([(-0.95, 0, high + 0.4), (-0.95, 0, high + 0.58)], 0.05, "body", flat=0.4)
        )
    return paired(parts, gap=0.7)


def slipper(p: Params) -> list[Part]:
    rim = sole_outline(0.0, 1.05)
    base = rocker(rim[:, 0], 0.03) + 0.12
    shape = {
        "height": 0.5,
        "collar": 0.2,
        "throat": 0.05,
        "ridge": 0.82,
        "toe": 0.34,
        "heel_tab": 0.0,
        "opening": 0.8,
    }
    points, top = upper(rim, base - 0.02, shape)
    limit = 0.05
    return paired(
        [
            grid(points, "body", wrap=True),
            sole(rim, base, 0.12, 0.01, "sole"),
            padded_collar(top, 0.09, limit),
            sole(rim * 0.9, base + 0.04, 0.03, 0.0, "collar"),
        ],
        gap=0.85,
    )
