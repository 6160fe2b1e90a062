"""Mugs, teapots, bowls, plates, pans, kettles, bottles and glasses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..mesh import Array, Part, ball, box, disc, lathe, merged, smooth_path, tube

Params = Mapping[str, Any]


def vessel(
    outer: list[tuple[float, float]],
    wall: float,
    material: str = "body",
    inner: str = "inside",
    samples: int = 8,
) -> list[Part]:
    """An open pot: outside, rim and inside from one outer (radius, height) profile."""
    curve = smooth_path(outer, samples)
    within: Array = np.column_stack([np.maximum(curve[:, 0] - wall, 0), curve[:, 1]])
    within[:, 1] = np.maximum(within[:, 1], curve[0, 1] + wall)
    rim_radius, rim = curve[-1, 0] - wall / 2, curve[-1, 1]
    ring = [
        (rim_radius + wall / 2 * np.cos(a), rim + wall / 2 * np.sin(a))
        for a in np.linspace(0, np.pi, 7)
    ]
    return [
        lathe(np.concatenate([[(0, curve[0, 1])], curve, ring]), material),
        lathe(np.concatenate([within[::-1], [(0, within[0, 1])]]), inner),
    ]


def mug(p: Params) -> list[Part]:
    h, r, flare = p.get("height", 1.25), p.get("radius", 0.55), p.get("flare", 0.0)
    belly = p.get("belly", 0.0)
    profile = [
        (r * 0.9 - flare, 0.0),
        (r - flare * 0.8, 0.06),
        (r + belly - flare * 0.3, h * 0.45),
        (r + flare * 0.3, h),
    ]
    parts = vessel(profile, 0.05)
    grip = p.get("handle", 0.42)
    loop = [
        (r - 0.06, 0, h * 0.82),
        (r + grip * 0.75, 0, h * 0.86),
        (r + grip, 0, h * 0.55),
        (r + grip * 0.7, 0, h * 0.24),
        (r - 0.06, 0, h * 0.2),
    ]
    parts.append(tube(loop, 0.065, "handle", samples=8, flat=1.3))
    return parts


def cup_and_saucer(p: Params) -> list[Part]:
    cup = vessel([(0.28, 0.16), (0.42, 0.22), (0.6, 0.5), (0.66, 0.78)], 0.04)
    loop = [(0.58, 0, 0.68), (0.86, 0, 0.7), (0.88, 0, 0.5), (0.5, 0, 0.34)]
    plate = vessel([(0.5, 0.0), (0.6, 0.04), (0.85, 0.1), (1.02, 0.18)], 0.04)
    return [*cup, tube(loop, 0.05, "handle", samples=8), *plate]


def teapot(p: Params) -> list[Part]:
    h, squat = p.get("height", 1.0), p.get("squat", 1.0)
    r = 0.72 * squat
    side = [(0.4 * squat, 0), (r * 0.85, 0.1), (r, h * 0.42), (r * 0.8, h * 0.8), (0.34, h)]
    lid = [(0.36, h), (0.36, h + 0.05), (0.22, h + 0.13), (0.06, h + 0.17), (0.0, h + 0.17)]
    spout = [
        (-r * 0.85, 0, h * 0.32),
        (-r - 0.22, 0, h * 0.45),
        (-r - 0.4, 0, h * 0.8),
        (-r - 0.52, 0, h * 1.0),
    ]
    parts = [
        lathe([(0, 0), *smooth_path(side, 8).tolist()]),
        lathe(lid, "body", samples=6),
        ball(0.1, (0, 0, h + 0.24), "knob"),
        tube(spout, [0.2, 0.15, 0.1, 0.085], "body", samples=8),
    ]
    if p.get("bail"):
        arch = [
            (-0.42, 0, h * 0.92),
            (-0.5, 0, h * 1.5),
            (0, 0, h * 1.85),
            (0.5, 0, h * 1.5),
            (0.42, 0, h * 0.92),
        ]
        parts.append(tube(arch, 0.05, "handle", samples=8))
    else:
        loop = [
            (r * 0.78, 0, h * 0.85),
            (r + 0.42, 0, h * 0.95),
            (r + 0.5, 0, h * 0.5),
            (r * 0.9, 0, h * 0.2),
        ]
        parts.append(tube(loop, 0.07, "handle", samples=8))
    return parts


def bowl(p: Params) -> list[Part]:
    h, r = p.get("height", 0.62), p.get("radius", 0.95)
    foot = r * p.get("foot", 0.42)
    profile = [(foot * 0.95, 0), (foot, 0.07), (foot * 1.25, 0.1), (r * 0.86, h * 0.55), (r, h)]
    return vessel(profile, 0.05)


def plate(p: Params) -> list[Part]:
    r, rim = p.get("radius", 1.0), p.get("rim", 0.14)
    lip = p.get("lip", 0.3)
    profile = [(r * 0.55, 0), (r * (1 - lip), 0.03), (r * (1 - lip * 0.75), rim * 0.6), (r, rim)]
    flat = vessel(profile, 0.04)
    stack = int(p.get("stack", 1))
    return [part for i in range(stack) for part in merged(flat, z=i * 0.085)]


def pan(p: Params) -> list[Part]:
    r, h = p.get("radius", 0.85), p.get("height", 0.26)
    body = vessel([(r * 0.82, 0), (r * 0.86, 0.03), (r, h)], 0.035)
    grip = [
        (r - 0.03, 0, h * 0.75),
        (r + 0.2, 0, h * 0.95),
        (r + 0.55, 0, h * 1.35),
        (r + 1.15, 0, h * 1.5),
    ]
    handle = tube(grip, [0.05, 0.06, 0.085, 0.075], "handle", samples=8, flat=0.55)
    return [*body, handle, box((0.1, 0.16, 0.07), (r + 0.02, 0, h * 0.75), "metal")]


def pot(p: Params) -> list[Part]:
    r, h = p.get("radius", 0.8), p.get("height", 0.75)
    side = [(0, 0), (r * 0.94, 0), (r, 0.08), (r, h), (r + 0.04, h + 0.03)]
    lid = [
        (r + 0.05, h + 0.03),
        (r + 0.05, h + 0.07),
        (r * 0.8, h + 0.15),
        (r * 0.3, h + 0.22),
        (0, h + 0.23),
    ]
    parts = [
        lathe(side),
        lathe(lid, "lid"),
        disc(0.05, 0.12, (0, 0, h + 0.2), "knob"),
        disc(0.13, 0.07, (0, 0, h + 0.3), "knob"),
    ]
    for side_sign in (-1, 1):
        loop = [
            (side_sign * (r - 0.02), -0.2, h * 0.78),
            (side_sign * (r + 0.22), -0.17, h * 0.82),
            (side_sign * (r + 0.22), 0.17, h * 0.82),
            (side_sign * (r - 0.02), 0.2, h * 0.78),
        ]
        parts.append(tube(loop, 0.05, "handle", samples=8))
    return parts


def kettle(p: Params) -> list[Part]:
    tall = p.get("tall", 1.0)
    h = 1.05 * tall
    side = [(0, 0), (0.72, 0), (0.76, 0.05), (0.7, h * 0.5), (0.46, h * 0.92), (0.3, h)]
    lid = [(0.3, h), (0.24, h + 0.06), (0.0, h + 0.1)]
    parts = [
        lathe(np.concatenate([side[:2], smooth_path(side[2:], 8)])),
        lathe(lid, "lid", samples=5),
        ball(0.09, (0, 0, h + 0.17), "knob"),
    ]
    if p.get("electric"):
        parts += [
            disc(0.78, 0.09, (0, 0, -0.09), "base"),
            tube(
                [(0.5, 0, h * 0.95), (0.95, 0, h * 1.02), (1.02, 0, h * 0.6), (0.82, 0, 0.12)],
                0.085,
                "handle",
                samples=8,
                flat=1.3,
            ),
        ]
        spout = [(-0.52, 0, h * 0.72), (-0.78, 0, h * 0.9), (-0.86, 0, h * 0.98)]
        parts.append(tube(spout, [0.22, 0.12, 0.08], "body", samples=8))
        return merged(parts, z=0.09)
    spout = [(-0.6, 0, h * 0.35), (-0.92, 0, h * 0.55), (-1.02, 0, h * 0.9), (-1.16, 0, h * 1.06)]
    parts.append(tube(spout, [0.17, 0.11, 0.075, 0.06], "body", samples=8))
    arch = [
        (-0.42, 0, h * 0.9),
        (-0.46, 0, h * 1.38),
        (0.0, 0, h * 1.62),
        (0.46, 0, h * 1.38),
        (0.42, 0, h * 0.9),
    ]
    parts.append(tube(arch, [0.03, 0.05, 0.08, 0.05, 0.03], "handle", samples=8))
    return parts


def bottle(p: Params) -> list[Part]:
    h, r = p.get("height", 1.6), p.get("radius", 0.32)
    side = [
        (0, 0),
        (r * 0.93, 0),
        (r, 0.06),
        (r, h * 0.72),
        (r * 0.92, h * 0.8),
        (r * 0.6, h * 0.88),
        (r * 0.56, h * 0.92),
    ]
    parts = [
        lathe(np.concatenate([side[:3], smooth_path(side[3:], 6)])),
        disc(r * 0.64, h * 0.17, (0, 0, h * 0.9), "lid", edge=0.03),
    ]
    if p.get("loop"):
        ring = [
            (-r * 0.45, 0, h * 1.05),
            (-r * 0.5, 0, h * 1.2),
            (0, 0, h * 1.26),
            (r * 0.5, 0, h * 1.2),
            (r * 0.45, 0, h * 1.05),
        ]
        parts.append(tube(ring, 0.04, "lid", samples=8, flat=0.6))
    if p.get("band"):
        parts.append(
            lathe(
                [
                    (r + 0.004, h * 0.2),
                    (r + 0.02, h * 0.22),
                    (r + 0.02, h * 0.52),
                    (r + 0.004, h * 0.54),
                ],
                "band",
            )
        )
    return parts


def tumblers(p: Params) -> list[Part]:
    h, r, flare = p.get("height", 0.95), p.get("radius", 0.38), p.get("flare", 0.08)
    glass = vessel(
        [(r - flare, 0), (r - flare + 0.02, 0.03), (r - flare / 2, h / 2), (r, h)],
        0.035,
        "body",
        "body",
        samples=4,
    )
    return [*glass, *merged(glass, x=0.95, y=0.15)]


def board(p: Params) -> list[Part]:
    from ..mesh import rounded, slab

    flat = slab(rounded(1.3, 1.9, 0.18), 0.1, bevel=0.02)
    ring = [(0.09 * np.cos(a), 0.78 + 0.09 * np.sin(a), 0.1) for a in np.linspace(0, 6.28, 24)]
    groove = tube(ring, 0.02, "hole", closed=True)
    return [flat, disc(0.09, 0.004, (0, 0.78, 0.1), "hole"), groove]
