"""Clocks, mirrors, cushions and rugs."""

from __future__ import annotations

import numpy as np

from ..mesh import (
    Part,
    box,
    disc,
    grid,
    lathe,
    merged,
    rounded,
    slab,
    tube,
)
from .lamps import Params


def clock(p: Params) -> list[Part]:
    square = p.get("style") == "square"
    if square:
        outer, inner = rounded(1.9, 1.9, 0.2), rounded(1.7, 1.7, 0.12)
        case = [slab(outer, 0.16, "body", bevel=0.04), slab(inner, 0.005, "face", z=0.16)]
    else:
        case = [
            lathe(
                [(0, 0), (0.98, 0), (1.0, 0.05), (1.0, 0.2), (0.95, 0.24), (0.9, 0.2), (0.9, 0.15)],
                "body",
            ),
            disc(0.91, 0.01, (0, 0, 0.145), "face", edge=0.001),
        ]
    z = 0.175
    hour, minute = p.get("hour", 300.0), p.get("minute", 60.0)
    marks = [
        box(
            (0.035 if k % 3 else 0.06, 0.1 if k % 3 else 0.16, 0.015),
            (0, 0.74, z),
            "hands",
            bevel=0,
        ).turned(-30 * k)
        for k in range(12)
    ]
    hands = [
        box((0.06, 0.5, 0.02), (0, 0.2, z + 0.02), "hands", bevel=0).turned(-hour),
        box((0.04, 0.74, 0.02), (0, 0.3, z + 0.04), "hands", bevel=0).turned(-minute),
        disc(0.06, 0.06, (0, 0, z), "hands"),
    ]
    upright = [part.turned(90, "x").moved(0, 0, 1.0) for part in [*case, *marks, *hands]]
    return upright


def mirror(p: Params) -> list[Part]:
    style = p.get("style", "round")
    if style == "round":
        angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
        rim = np.column_stack([np.cos(angles), np.sin(angles)]) * 0.9
    elif style == "arch":
        angles = np.linspace(0, np.pi, 32)
        top = np.column_stack([0.58 * np.cos(angles), 0.5 + 0.58 * np.sin(angles)])
        rim = np.concatenate([top, [(-0.58, -1.0), (0.58, -1.0)]])
    else:
        rim = rounded(1.2, 1.9, 0.03 if style == "square" else 0.3)
    frame = p.get("frame", 0.06)
    edge = np.column_stack([rim, np.full(len(rim), 0.04)])
    pane = slab(rim, 0.03, "mirror")
    border = tube(edge, frame, "body", closed=True, flat=0.8)
    lean = 78.0
    parts = [part.turned(lean, "x") for part in (pane, border)]
    low = min(part.vertices[:, 2].min() for part in parts)
    return merged(parts, z=-low)


def cushion(p: Params) -> list[Part]:
    w, h = p.get("width", 1.6), p.get("height", 1.6)
    n = 33
    s, t = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, n))
    pull = 1 - 0.07 * (1 - s**2) * 0 - 0.06 * (1 - np.abs(s) ** 2) * np.abs(t) ** 6
    pull_x = 1 - 0.06 * (1 - t**2) * np.abs(s) ** 6
    rise = 0.34 * ((1 - np.abs(s) ** 2.6) * (1 - np.abs(t) ** 2.6)) ** 0.5
    rise += 0.012 * np.sin(5 * s + 2 * t) * (1 - s**2) * (1 - t**2)
    x, y = s * w / 2 * pull_x, t * h / 2 * pull
    uv = (w, h)
    front = grid(np.stack([x, y, rise], 2), "body", uv_scale=uv)
    back = grid(np.stack([x[:, ::-1], y[:, ::-1], -rise[:, ::-1]], 2), "body", uv_scale=uv)
    line = np.concatenate(
        [
            np.stack([x, y], 2)[0],
            np.stack([x, y], 2)[1:, -1],
            np.stack([x, y], 2)[-1, -2::-1],
            np.stack([x, y], 2)[-2:0:-1, 0],
        ]
    )
    piping = tube(np.column_stack([line, np.zeros(len(line))]), 0.025, "trim", closed=True)
    parts = [part.turned(68, "x") for part in (front, back, piping)]
    low = min(part.vertices[:, 2].min() for part in parts)
    return merged(parts, z=-low - 0.01)


def rug(p: Params) -> list[Part]:
    if p.get("round"):
        angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
        rim = np.column_stack([np.cos(angles), np.sin(angles)])
        rings = [
            tube(
                np.column_stack([rim * k, np.full(72, 0.03)]),
                0.045,
                "trim" if k > 0.9 else "body",
                closed=True,
                sides=8,
            )
            for k in np.arange(0.06, 1.0, 0.075)
        ]
        return [slab(rim, 0.03, "body"), *rings]
    w, d = p.get("width", 1.35), 2.0
    flat = slab(rounded(w, d, 0.02), 0.045, "body", bevel=0.015)
    if not p.get("fringe"):
        return [flat]
    rng = np.random.default_rng(5)
    fringe = []
    for x in np.linspace(-w / 2 + 0.02, w / 2 - 0.02, 46):
        for sign in (-1, 1):
            end = (x + rng.normal(0, 0.012), sign * (d / 2 + 0.12), 0.012)
            fringe.append(tube([(x, sign * d / 2, 0.02), end], 0.012, "trim", sides=5))
    return [flat, *fringe]
