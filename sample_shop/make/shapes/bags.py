"""Totes, backpacks, suitcases and handbags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..mesh import Part, box, disc, evenly, grid, lathe, merged, rounded, slab, soft_box, tube

Params = Mapping[str, Any]


def _sack(
    wide: float, deep: float, tall: float, *, top: float, flare: float, material: str = "body"
) -> Part:
    """A standing bag of cloth: a rounded foot rising to a flatter mouth, with soft dents."""
    rows, columns = 24, 72
    rim = evenly(rounded(wide, deep, deep * 0.3, 18), columns)
    rings = []
    for t in np.linspace(0, 1, rows):
        squash = 1 - (1 - top) * t**1.5
        bulge = 1 + 0.05 * np.sin(np.pi * t)
        ring = rim * np.array([1 + flare * t, squash]) * bulge
        dent = 0.018 * np.sin(9 * ring[:, 0] + 5 * t) * np.sin(np.pi * t)
        rings.append(np.column_stack([ring[:, 0], ring[:, 1] + dent, np.full(len(ring), t * tall)]))
    return grid(np.array(rings), material, wrap=True, thickness=0.02)


def tote(p: Params) -> list[Part]:
    w, h = p.get("width", 1.5), p.get("height", 1.3)
    d = p.get("depth", 0.5)
    drop = p.get("drop", 0.65)
    parts = [_sack(w, d, h, top=0.35, flare=p.get("flare", 0.06))]
    base = slab(rounded(w * 0.98, d * 0.95, d * 0.28), 0.04, "base", bevel=0.01)
    parts.append(base)
    for side in (-1, 1):
        y = side * d * 0.18
        loop = [
            (-w * 0.24, y + side * 0.03, h * 0.72),
            (-w * 0.23, y, h),
            (-w * 0.18, y * 1.3, h + drop * 0.75),
            (0, y * 1.5, h + drop),
            (w * 0.18, y * 1.3, h + drop * 0.75),
            (w * 0.23, y, h),
            (w * 0.24, y + side * 0.03, h * 0.72),
        ]
        parts.append(tube(loop, 0.05, "handle", samples=8, flat=0.35))
    if p.get("print"):
        s, t = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-1, 1, 9))
        y = -d / 2 * (1 - 0.65 * (t * 0.4 + 0.62 - 0.08) ** 1.5) - 0.05
        face = np.stack([s * 0.42, y - 0.012, 0.6 * h * 1.0 + t * 0.42], 2)
        parts.append(grid(face, "print", uv_scale=(1.0, 1.0)))
    if p.get("band"):
        band = _sack(w * 1.035, d * 1.1, h * 0.34, top=1.0, flare=0.02, material="base")
        parts.append(band)
    return parts


def backpack(p: Params) -> list[Part]:
    w, d, h = p.get("width", 1.05), 0.55, p.get("height", 1.5)
    parts = [soft_box((w, d, h), (0, 0, h / 2), softness=0.36, rows=32)]
    pocket_h = h * 0.42
    parts.append(
        soft_box(
            (w * 0.8, 0.3, pocket_h), (0, -d / 2 - 0.02, pocket_h * 0.62), "pocket", softness=0.34
        )
    )
    z = pocket_h * 0.98
    zipper = [
        (-w * 0.34, -d / 2 - 0.15, z - 0.08),
        (0, -d / 2 - 0.18, z),
        (w * 0.34, -d / 2 - 0.15, z - 0.08),
    ]
    parts.append(tube(zipper, 0.018, "zip", samples=8))
    a = np.linspace(np.radians(-12), np.radians(192), 40)
    arch = np.column_stack(
        [w * 0.47 * np.cos(a), np.full(40, -d * 0.3), h * 0.6 + h * 0.36 * np.sin(a)]
    )
    parts.append(tube(arch, 0.02, "zip"))
    parts.append(
        tube(
            [
                (-0.14, 0.1, h - 0.03),
                (-0.1, 0.1, h + 0.16),
                (0.1, 0.1, h + 0.16),
                (0.14, 0.1, h - 0.03),
            ],
            0.035,
            "strap",
            samples=8,
        )
    )
    for side in (-1, 1):
        x = side * w * 0.3
        strap = [
            (x * 0.6, d * 0.4, h * 0.94),
            (x, d * 0.95, h * 0.8),
            (x * 1.15, d * 1.05, h * 0.45),
            (x * 1.2, d * 0.5, h * 0.12),
        ]
        parts.append(tube(strap, 0.085, "strap", samples=8, flat=0.35))
        side_pocket = soft_box(
            (0.16, 0.36, h * 0.34), (side * w * 0.5, 0, h * 0.22), "pocket", softness=0.4
        )
        parts.append(side_pocket)
    if p.get("rolltop"):
        parts.append(tube([(-w * 0.46, 0, h + 0.02), (w * 0.46, 0, h + 0.02)], 0.13, "body"))
        parts.append(
            tube(
                [(0, -0.3, h * 0.55), (0, -0.24, h), (0, 0, h + 0.17)],
                0.04,
                "strap",
                samples=6,
                flat=0.4,
            )
        )
    if p.get("flap"):
        parts.append(
            soft_box((w * 1.02, d * 0.95, h * 0.34), (0, -0.08, h * 0.86), "flap", softness=0.4)
        )
        for x in (-w * 0.24, w * 0.24):
            parts.append(
                box((0.1, 0.05, h * 0.5), (x, -d / 2 - 0.16, h * 0.52), "strap", bevel=0.01)
            )
            parts.append(box((0.16, 0.05, 0.1), (x, -d / 2 - 0.185, h * 0.48), "metal", bevel=0.01))
    return parts


def suitcase(p: Params) -> list[Part]:
    w, d, h = p.get("width", 1.1), 0.55, p.get("height", 1.6)
    shell = slab(rounded(w, h, 0.2, 8), d, "body", z=-d / 2, bevel=0.09).turned(90, "x")
    parts = [shell.moved(z=h / 2 + 0.16)]
    if p.get("ribs", True):
        for x in np.linspace(-w * 0.36, w * 0.36, 6):
            for y in (-d / 2 - 0.0, d / 2 + 0.0):
                parts.append(tube([(x, y, 0.36), (x, y, h - 0.04)], 0.032, "body"))
    seam = np.column_stack([rounded(w + 0.012, h + 0.012, 0.2, 10), np.zeros(40)])
    parts.append(tube(seam, 0.016, "zip", closed=True).turned(90, "x").moved(z=h / 2 + 0.16))
    pull = p.get("pull", 0.5)
    for x in (-0.2, 0.2):
        parts.append(tube([(x, d * 0.3, h), (x, d * 0.3, h + 0.16 + pull)], 0.022, "metal"))
    parts.append(box((0.5, 0.09, 0.08), (0, d * 0.3, h + 0.18 + pull), "trim", bevel=0.03))
    parts.append(
        tube(
            [
                (-0.16, -0.05, h + 0.14),
                (-0.13, -0.05, h + 0.24),
                (0.13, -0.05, h + 0.24),
                (0.16, -0.05, h + 0.14),
            ],
            0.03,
            "trim",
            samples=6,
        )
    )
    for x in (-w * 0.4, w * 0.4):
        for y in (-d * 0.34, d * 0.34):
            wheel = disc(0.09, 0.08, (0, 0, -0.04), "trim").turned(90, "y").moved(x, y, 0.09)
            parts += [wheel, box((0.12, 0.12, 0.1), (x, y, 0.17), "trim", bevel=0.02)]
    return parts


def handbag(p: Params) -> list[Part]:
    w, d, h = p.get("width", 1.5), 0.5, p.get("height", 1.0)
    style = p.get("style", "structured")
    if style == "bucket":
        body = [
            lathe(
                [(0, 0), (0.52, 0), (0.56, 0.05), (0.55, 0.6), (0.5, 1.05)],
                "body",
                samples=4,
                thickness=0.03,
            )
        ]
        strap = [
            (-0.5, 0, 0.95),
            (-0.56, 0.05, 1.6),
            (0, 0.1, 2.0),
            (0.56, 0.05, 1.6),
            (0.5, 0, 0.95),
        ]
        ring = [(0.52 * np.cos(a), 0.52 * np.sin(a), 0.9) for a in np.linspace(0, 6.28, 40)]
        return [
            *body,
            tube(strap, 0.05, "handle", samples=8, flat=0.4),
            tube(ring, 0.025, "handle", closed=True),
            disc(0.05, 0.08, (0, -0.58, 0.86), "metal"),
        ]
    rings = []
    for t in np.linspace(0, 1, 12):
        rim = rounded(w * (1 - 0.16 * t), d * (1 - 0.55 * t), d * 0.2 * (1 - 0.4 * t), 10)
        rings.append(np.column_stack([rim, np.full(len(rim), t * h)]))
    parts = [grid(np.array(rings), "body", wrap=True, cap=True)]
    flap = slab(rounded(w * 0.88, h * 0.62, 0.16, 8), 0.04, "flap", bevel=0.012)
    if style == "flap":
        parts.append(flap.turned(78, "x").moved(0, -d * 0.32, h * 0.72))
        parts.append(box((0.18, 0.05, 0.12), (0, -d * 0.46, h * 0.46), "metal", bevel=0.02))
        chain = [
            (-w * 0.4, 0, h * 0.96),
            (-w * 0.36, 0.05, h * 1.6),
            (0, 0.08, h * 1.95),
            (w * 0.36, 0.05, h * 1.6),
            (w * 0.4, 0, h * 0.96),
        ]
        parts.append(tube(chain, 0.03, "metal", samples=8))
        return parts
    for y in (-0.1, 0.1):
        loop = [
            (-w * 0.2, y * 1.5, h * 0.9),
            (-w * 0.18, y, h * 1.25),
            (0, y, h * 1.48),
            (w * 0.18, y, h * 1.25),
            (w * 0.2, y * 1.5, h * 0.9),
        ]
        parts.append(tube(loop, 0.04, "handle", samples=8))
    parts.append(box((w * 0.8, 0.03, 0.05), (0, -d * 0.27, h * 0.86), "flap", bevel=0.01))
    parts += merged([disc(0.06, 0.03, material="metal").turned(90, "x")], y=-d * 0.3, z=h * 0.76)
    return parts
