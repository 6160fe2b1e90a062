"""Headphones, speakers, phones, laptops, watches and cameras."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ..mesh import Part, box, disc, grid, lathe, merged, rounded, slab, soft_box, tube

Params = Mapping[str, Any]


def headphones(p: Params) -> list[Part]:
    a = np.linspace(np.radians(-8), np.radians(188), 40)
    arch = np.column_stack([0.82 * np.cos(a), np.zeros(40), 0.95 + 0.85 * np.sin(a)])
    pad = arch[9:31] * np.array([0.95, 1, 1]) - np.array([0, 0, 0.035])
    parts = [tube(arch, 0.075, "band", flat=1.6), tube(pad, 0.07, "cushion", flat=1.9)]
    oval = p.get("oval", 1.15)
    for side in (-1, 1):
        cup = lathe(
            [(0, 0.26), (0.3, 0.25), (0.38, 0.18), (0.4, 0.05), (0.4, 0.0)], "body", samples=4
        )
        ring = [(0.3 * np.cos(t), 0.3 * np.sin(t), -0.05) for t in np.linspace(0, 6.28, 40)]
        foam = tube(ring, 0.12, "cushion", closed=True)
        badge = disc(0.14, 0.012, (0, 0, 0.258), "accent")
        for part in (cup, foam, badge, disc(0.22, 0.02, (0, 0, -0.04), "mesh")):
            shaped = part.scaled(oval, 1.0, 1.0).turned(side * 90, "y")
            parts.append(shaped.moved(side * 0.78, 0, 0.52))
        yoke = [(side * 0.83, 0, 0.82), (side * 0.95, 0, 0.78), (side * 0.98, 0, 0.56)]
        parts.append(tube(yoke, 0.05, "accent", samples=6))
    return parts


def earbuds(p: Params) -> list[Part]:
    case = soft_box((1.15, 0.5, 0.85), (0, 0, 0.43), softness=0.5)
    lid = tube([(-0.55, -0.0, 0.62), (0.55, 0.0, 0.62)], 0.004, "cushion")
    line = [(0.578 * np.cos(t), 0.252 * np.sin(t), 0.58) for t in np.linspace(0, 6.28, 60)]
    parts = [
        case,
        lid,
        tube(line, 0.008, "cushion", closed=True),
        disc(0.02, 0.01, (0, -0.255, 0.4), "accent"),
    ]
    for sign in (-1, 1):
        bud = soft_box((0.27, 0.3, 0.24), (0, 0, 0.16), softness=0.8)
        stem = tube([(0, 0.06, 0.14), (0, 0.42, 0.07)], [0.085, 0.065], "body")
        tip = soft_box((0.2, 0.18, 0.18), (sign * 0.13, -0.05, 0.15), "cushion", softness=0.9)
        parts += [q.turned(sign * 25).moved(sign * 0.4, -0.75, 0) for q in (bud, stem, tip)]
    return parts


def speaker(p: Params) -> list[Part]:
    style = p.get("style", "cylinder")
    if style == "cylinder":
        h, r = p.get("height", 1.5), 0.45
        return [
            lathe([(0, 0), (r * 0.9, 0), (r, 0.06), (r, 0.1)], "trim"),
            lathe([(r, 0.1), (r + 0.01, 0.12), (r + 0.01, h - 0.12), (r, h - 0.1)], "body"),
            lathe([(r, h - 0.1), (r, h - 0.05), (r * 0.9, h), (0, h)], "trim"),
            tube(
                [(r * 0.6, -r * 0.1, h * 0.97), (r * 1.25, 0, h), (r * 1.2, 0, h * 0.8)],
                0.04,
                "strap",
                samples=6,
                flat=0.5,
            ),
            box((0.22, 0.03, 0.12), (0, -r - 0.005, h * 0.3), "badge", bevel=0.01),
        ]
    if style == "radio":
        w, h = 1.8, 0.95
        parts = [
            slab(rounded(w, h, 0.2, 8), 0.6, "body", z=-0.3, bevel=0.03)
            .turned(90, "x")
            .moved(z=h / 2),
            slab(rounded(w * 0.9, h * 0.78, 0.12, 8), 0.03, "grille")
            .turned(90, "x")
            .moved(y=-0.29, z=h / 2),
        ]
        parts += [
            disc(0.11, 0.07, (0, 0, 0), "badge").turned(90, "x").moved(x, -0.31, h / 2)
            for x in (0.62,)
        ]
        grip = [(-0.6, 0, h), (-0.5, 0, h + 0.22), (0.5, 0, h + 0.22), (0.6, 0, h)]
        return [*parts, tube(grip, 0.045, "strap", samples=8, flat=0.6)]
    h, w = p.get("height", 1.6), 0.95
    parts = [
        box((w, 0.85, h), (0, 0, h / 2), "body", bevel=0.03),
        slab(rounded(w * 0.93, h * 0.95, 0.02), 0.02, "trim")
        .turned(90, "x")
        .moved(y=-0.42, z=h / 2),
    ]
    for z, r in ((h * 0.32, 0.36), (h * 0.76, 0.19)):
        rings = [
            lathe([(r, 0.02), (r * 0.96, 0.06), (r * 0.88, 0.05), (r * 0.85, 0.0)], "cone"),
            lathe([(r * 0.86, 0.02), (r * 0.4, -0.1), (r * 0.3, -0.1)], "membrane"),
            lathe([(r * 0.33, -0.1), (r * 0.25, -0.02), (0, 0.0)], "cone", samples=4),
        ]
        parts += [q.turned(90, "x").moved(0, -0.44, z) for q in rings]
    return parts


def phone(p: Params) -> list[Part]:
    w, h, d = 0.95, 2.0, 0.1
    body = slab(rounded(w, h, 0.15, 8), d, "body", bevel=0.03)
    screen = slab(rounded(w * 0.94, h * 0.97, 0.13, 8), 0.008, "glass", z=d - 0.002)
    size_x, size_y = w * 0.9, h * 0.945
    s, t = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(-1, 1, 3))
    display = grid(
        np.stack([s * size_x / 2, t * size_y / 2, 0 * s + d + 0.008], 2),
        "display",
        uv_scale=(1.0, 1.0),
    )
    front = [body, screen, display, disc(0.025, 0.004, (0, h * 0.43, d + 0.009), "glass")]
    front += [box((0.03, 0.2, 0.04), (w / 2, 0.3, d / 2), "body", bevel=0.01)]
    back = [q.turned(180, "y").moved(z=d) for q in (body,)]
    plate = slab(rounded(w * 0.96, h * 0.98, 0.13, 8), 0.01, "back", z=d - 0.004)
    style = p.get("camera", "square")
    cameras = [(-0.26, 0.74), (-0.26, 0.48), (-0.04, 0.61)][: int(p.get("lenses", 3))]
    if style == "square":
        bump = slab(rounded(0.52, 0.52, 0.12, 8), 0.04, "back", z=d, bevel=0.012)
        back += [plate, bump.moved(-0.16, 0.61, 0)]
    else:
        bump = slab(rounded(0.24, 0.74, 0.11, 8), 0.04, "back", z=d, bevel=0.012)
        back += [plate, bump.moved(-0.28, 0.52, 0)]
        cameras = [(-0.28, 0.74), (-0.28, 0.52), (-0.28, 0.3)][: int(p.get("lenses", 3))]
    for x, y in cameras:
        back += [
            disc(0.085, 0.05, (x, y, d + 0.02), "metal"),
            disc(0.065, 0.02, (x, y, d + 0.056), "glass"),
        ]
    lean = 74.0
    one = [q.turned(lean, "x").moved(z=h / 2 * np.sin(np.radians(lean))) for q in front]
    two = [q.turned(lean, "x").moved(z=h / 2 * np.sin(np.radians(lean))) for q in back]
    return [
        *[q.turned(12).moved(x=-0.46) for q in two],
        *[q.turned(-6).moved(x=0.5, y=-0.35) for q in one],
    ]


def tablet(p: Params) -> list[Part]:
    w, h, d = 1.5, 2.0, 0.09
    s, t = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(-1, 1, 3))
    parts = [
        slab(rounded(w, h, 0.1, 8), d, "body", bevel=0.025),
        slab(rounded(w * 0.97, h * 0.98, 0.09, 8), 0.008, "glass", z=d - 0.002),
        grid(
            np.stack([s * w * 0.45, t * h * 0.46, 0 * s + d + 0.008], 2),
            "display",
            uv_scale=(1.0, 1.0),
        ),
    ]
    return [q.turned(70, "x").moved(z=0.94) for q in parts]


def laptop(p: Params) -> list[Part]:
    w, d = 2.0, 1.35
    base = slab(rounded(w, d, 0.1, 6), 0.09, "body", bevel=0.02)
    keys = []
    for row in range(5):
        for k in range(13):
            keys.append(
                box(
                    (0.115, 0.105, 0.02),
                    (-0.84 + k * 0.14, 0.48 - row * 0.135, 0.098),
                    "keys",
                    bevel=0,
                )
            )
    pad = slab(rounded(0.62, 0.36, 0.03), 0.004, "pad", z=0.089).moved(y=-0.42)
    lid = slab(rounded(w, d, 0.1, 6), 0.06, "body", bevel=0.015)
    s, t = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(-1, 1, 3))
    bezel = slab(rounded(w * 0.975, d * 0.965, 0.08), 0.006, "glass", z=0.058)
    display = grid(
        np.stack([s * w * 0.46, t * d * 0.43 + 0.02, 0 * s + 0.066], 2),
        "display",
        uv_scale=(1.0, 1.0),
    )
    angle = p.get("angle", 105.0)
    screen = [q.moved(y=d / 2).turned(180 - angle, "x") for q in (lid, bezel, display)]
    screen = merged(screen, y=d / 2, z=0.09)
    return [base, *keys, pad, *screen]


def watch(p: Params) -> list[Part]:
    round_case = p.get("style", "round") == "round"
    if round_case:
        case = [
            lathe([(0, 0), (0.44, 0), (0.5, 0.06), (0.5, 0.16), (0.46, 0.2), (0.42, 0.18)], "case"),
            disc(0.43, 0.01, (0, 0, 0.165), "dial", edge=0.001),
        ]
    else:
        case = [
            slab(rounded(0.86, 1.0, 0.24, 8), 0.2, "case", bevel=0.05),
            slab(rounded(0.74, 0.88, 0.2, 8), 0.006, "glass", z=0.198),
        ]
        s, t = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(-1, 1, 3))
        case.append(
            grid(np.stack([s * 0.3, t * 0.38, 0 * s + 0.206], 2), "display", uv_scale=(1.0, 1.0))
        )
    marks: list[Part] = []
    if round_case:
        marks = [
            box((0.02, 0.07, 0.008), (0, 0.35, 0.178), "hands", bevel=0).turned(-30 * k)
            for k in range(12)
        ]
        marks += [
            box((0.028, 0.24, 0.008), (0, 0.1, 0.184), "hands", bevel=0).turned(60),
            box((0.02, 0.33, 0.008), (0, 0.14, 0.19), "hands", bevel=0).turned(-60),
        ]
    crown = disc(0.06, 0.08, material="case").turned(90, "y").moved(x=0.5, z=0.1)
    strap = []
    for sign in (-1, 1):
        path = [
            (0, sign * 0.42, 0.1),
            (0, sign * 0.7, 0.06),
            (0, sign * 1.0, -0.25),
            (0, sign * 0.82, -0.72),
            (0, sign * 0.3, -0.95),
            (0, 0, -0.97),
        ]
        rows = tube(path, [0.3, 0.29, 0.27, 0.25, 0.24, 0.24], "body", samples=8, flat=0.16)
        strap.append(rows)
    parts = [*case, *marks, crown, *strap]
    tilted = [q.turned(52, "x") for q in parts]
    low = min(q.vertices[:, 2].min() for q in tilted)
    return merged(tilted, z=-low)


def camera(p: Params) -> list[Part]:
    w, h, d = 1.6, 1.0, 0.5
    parts = [
        slab(rounded(w, h, 0.12, 6), d, "grip", z=-d / 2, bevel=0.04)
        .turned(90, "x")
        .moved(z=h / 2),
        box((w * 0.98, d * 0.98, 0.24), (0, 0, h - 0.08), "body", bevel=0.04),
        box((0.42, 0.4, 0.18), (0, 0, h + 0.1), "body", bevel=0.05),
    ]
    barrel = [
        (0.42, 0.0),
        (0.42, 0.18),
        (0.4, 0.2),
        (0.4, 0.45),
        (0.36, 0.5),
        (0.33, 0.48),
        (0.28, 0.36),
    ]
    lens = [
        lathe(barrel, "lens"),
        disc(0.3, 0.02, (0, 0, 0.36), "glass", edge=0.005),
        lathe([(0.425, 0.08), (0.43, 0.09), (0.43, 0.14), (0.425, 0.15)], "metal"),
    ]
    parts += [q.turned(90, "x").moved(0.05, -d / 2, h * 0.46) for q in lens]
    parts += [
        disc(0.12, 0.1, (0.55, 0, h + 0.02), "metal"),
        disc(0.07, 0.08, (-0.6, -0.05, h), "metal"),
    ]
    parts.append(
        replace(box((0.14, 0.02, 0.08), (-0.5, -d / 2 - 0.01, h - 0.08), "glass", bevel=0.005))
    )
    return parts
