"""Chairs, stools and sofas, and the legs that furniture stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..mesh import Part, box, disc, grid, rounded, slab, soft_box, tube

Params = Mapping[str, Any]


def legs(
    width: float,
    depth: float,
    height: float,
    *,
    splay: float = 0.06,
    radius: float = 0.04,
    material: str = "legs",
) -> list[Part]:
    """Four round tapering legs under a width x depth seat."""
    parts = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            foot = (sx * (width / 2 + splay), sy * (depth / 2 + splay), 0)
            top = (sx * width / 2, sy * depth / 2, height)
            parts.append(tube([foot, top], [radius * 0.65, radius], material))
    return parts


def square_legs(
    width: float, depth: float, height: float, side: float = 0.07, material: str = "legs"
) -> list[Part]:
    return [
        box(
            (side, side, height),
            (sx * (width - side) / 2, sy * (depth - side) / 2, height / 2),
            material,
            bevel=0.008,
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]


def chair(p: Params) -> list[Part]:
    style = p.get("style", "spindle")
    seat = 0.85
    if style == "shell":
        s, t = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 33))
        y = np.where(t < 0.5, -0.46 + 1.7 * t * 0.5, -0.46 + 0.85 + 0.3 * (t - 0.5)) * 0.98
        z = seat + 0.02 + np.where(t < 0.5, -0.1 * np.sin(np.pi * t * 2), (t - 0.5) * 1.7)
        z = z + 0.12 * np.abs(s) ** 3 * (t < 0.6)
        y = y - 0.16 * s**2 * np.clip((t - 0.35) * 2, 0, 1)
        wide = 0.5 - 0.1 * np.clip(t - 0.75, 0, 1) * 4 * np.abs(s)
        shell = grid(np.stack([s * wide, y, z], 2), "body", thickness=0.035)
        return [shell, *legs(0.5, 0.5, seat, splay=0.14, radius=0.035)]
    if style == "upholstered":
        back = soft_box((0.9, 0.16, 0.95), (0, 0.44, seat + 0.58), softness=0.3).turned(-5, "x")
        return [
            soft_box((0.95, 0.95, 0.22), (0, 0, seat), softness=0.3),
            back,
            *legs(0.74, 0.74, seat - 0.04),
        ]
    parts = [
        slab(rounded(0.95, 0.9, 0.16), 0.07, "seat", z=seat, bevel=0.02),
        *legs(0.68, 0.66, seat),
    ]
    top = seat + 0.98
    arc = [
        (-0.42, 0.36, top),
        (-0.22, 0.46, top + 0.03),
        (0, 0.5, top + 0.04),
        (0.22, 0.46, top + 0.03),
        (0.42, 0.36, top),
    ]
    if style == "spindle":
        parts.append(tube(arc, 0.05, "body", samples=6, flat=1.2))
        for x in np.linspace(-0.36, 0.36, 6):
            y = 0.5 - 0.6 * x * x
            parts.append(
                tube([(x * 0.92, 0.36 - 0.2 * x * x, seat + 0.05), (x, y, top)], 0.02, "body")
            )
        return parts
    for x in (-0.4, 0.4):
        parts.append(tube([(x, 0.38, seat), (x, 0.46, top)], 0.04, "body"))
    for z in (seat + 0.42, seat + 0.66, seat + 0.9):
        bar = [(-0.42, 0.41, z), (0, 0.5, z), (0.42, 0.41, z)]
        parts.append(tube(bar, 0.07, "body", samples=8, flat=0.3))
    return parts


def stool(p: Params) -> list[Part]:
    h = p.get("height", 1.2)
    top = disc(0.46, 0.1, (0, 0, h), "body", edge=0.03)
    if p.get("style") == "bar":
        seat = [disc(0.45, 0.15, (0, 0, h), "body", edge=0.06)]
        ring = [(0.36 * np.cos(a), 0.36 * np.sin(a), h * 0.3) for a in np.linspace(0, 6.28, 40)]
        return [
            *seat,
            tube(ring, 0.025, "legs", closed=True),
            *legs(0.42, 0.42, h, splay=0.1, radius=0.035),
        ]
    if p.get("style") == "pouf":
        return [soft_box((1.3, 1.3, 0.85), (0, 0, 0.43), softness=0.55)]
    three = [
        tube(
            [(0.42 * np.cos(a), 0.42 * np.sin(a), 0), (0.28 * np.cos(a), 0.28 * np.sin(a), h)],
            [0.032, 0.045],
            "legs",
        )
        for a in np.radians([-75, 45, 165])
    ]
    return [top, *three]


def sofa(p: Params) -> list[Part]:
    seats = int(p.get("seats", 3))
    unit = 0.62
    width = seats * unit
    arm, soft = p.get("arm", 0.16), p.get("softness", 0.24)
    parts = [
        box((width + 2 * arm, 0.82, 0.16), (0, 0, 0.25), bevel=0.03),
        soft_box((width + 2 * arm, 0.22, 0.62), (0, 0.36, 0.48), softness=soft),
    ]
    for sign in (-1, 1):
        x = sign * (width / 2 + arm / 2)
        parts.append(soft_box((arm, 0.86, 0.46), (x, -0.02, 0.4), softness=soft))
        if p.get("rolled"):
            parts.append(soft_box((arm * 1.5, 0.88, arm * 1.5), (x, -0.02, 0.6), softness=0.7))
    for k in range(seats):
        x = -width / 2 + unit * (k + 0.5)
        parts.append(soft_box((unit * 0.985, 0.68, 0.2), (x, -0.08, 0.4), softness=0.26))
        back = soft_box((unit * 0.96, 0.2, 0.44), (x, 0.2, 0.66), softness=0.4)
        parts.append(back)
    if p.get("chaise"):
        x = width / 2 - unit / 2
        parts += [
            box((unit + 0.1, 0.7, 0.16), (x, -0.7, 0.25), bevel=0.03),
            soft_box((unit * 0.985, 0.75, 0.2), (x, -0.72, 0.4), softness=0.26),
        ]
    if p.get("pillows"):
        for sign in (-1, 1):
            pillow = soft_box((0.36, 0.14, 0.36), (0, 0, 0), "pillow", softness=0.5)
            parts.append(
                pillow.turned(-18, "x")
                .turned(sign * 12)
                .moved(sign * (width / 2 - 0.24), 0.02, 0.66)
            )
    feet = legs(width + arm * 0.6, 0.62, 0.2, splay=0.03, radius=0.035)
    return [*parts, *feet]
