"""Skateboards, tents, umbrellas, yoga mats and dumbbells."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..mesh import Part, box, disc, grid, merged, smooth_path, tube
from .balls import Params


def skateboard(p: Params) -> list[Part]:
    long = p.get("length", 2.6)
    w = p.get("width", 0.66)
    t, s = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(-1, 1, 13))
    end = np.clip((np.abs(t) - 0.78) / 0.22, 0, 1)
    half = w / 2 * np.sqrt(np.clip(1 - end**2.4, 0.0, 1))
    x, y = t * long / 2, s * half
    kick = p.get("kick", 0.26)
    z = 0.36 + kick * np.clip((np.abs(t) - 0.68) / 0.32, 0, 1) ** 1.6 + 0.03 * s**2
    top = grid(np.stack([x, y, z], 2), "grip")
    deck = grid(np.stack([x, y, z - 0.012], 2), "body", thickness=0.05)
    parts = [top, deck]
    for sx in (-1, 1):
        cx = sx * long * 0.29
        parts += [
            box((0.3, 0.3, 0.05), (cx, 0, 0.29), "metal", bevel=0.01),
            tube([(cx, -w * 0.42, 0.15), (cx, w * 0.42, 0.15)], 0.035, "metal"),
            tube([(cx, 0, 0.28), (cx, 0, 0.15)], [0.1, 0.06], "metal"),
        ]
        for sy in (-1, 1):
            wheel = disc(0.15, 0.17, (0, 0, -0.085), "wheel", edge=0.04).turned(90, "x")
            parts.append(wheel.moved(cx, sy * w * 0.42, 0.15))
    stood = [q.turned(-78, "x") for q in parts]
    low = min(q.vertices[:, 2].min() for q in stood)
    return merged(stood, z=-low)


def tent(p: Params) -> list[Part]:
    if p.get("style") == "tipi":
        a = np.linspace(0, 2 * np.pi, 7)[:-1] + np.pi / 6 - np.pi / 2
        apex = np.array([0, 0, 1.9])
        feet = np.column_stack([np.cos(a), np.sin(a), np.zeros(6)])
        parts = []
        for k in range(6):
            u, v = feet[k], feet[(k + 1) % 6]
            material = "door" if k == 5 else "body"
            rows = np.array(
                [
                    [
                        u
                        + (v - u) * s
                        + (apex - u - (v - u) * s) * t * 0.96
                        - np.array([*(u + v)[:2] / 2, 0]) * 0.1 * np.sin(np.pi * s) * (1 - t)
                        for s in np.linspace(0, 1, 9)
                    ]
                    for t in np.linspace(0, 1, 9)
                ]
            )
            parts.append(grid(rows, material, thickness=0.01))
            parts.append(tube([u * 1.02, apex * 0.97, apex + (apex - u) * 0.12], 0.022, "pole"))
        return parts
    length, half, high = p.get("length", 1.9), 0.85, p.get("high", 1.05)
    u, t = np.meshgrid(np.linspace(-1, 1, 41), np.linspace(0, np.pi, 49))
    if p.get("style") == "ridge":
        across = np.cos(t)
        rise = high * (1 - np.abs(across)) * (1 - 0.06 * np.cos(np.pi * u / 2))
        rise = rise * 1.0
        x, y = u * length / 2, across * half
        roof = grid(np.stack([x, y, rise], 2), "body", thickness=0.012)
        parts = [roof]
        for sx, material in ((-1, "door"), (1, "body")):
            face = np.array(
                [
                    [
                        (sx * length / 2 * 0.97, y0 * (1 - k) * half, k * high * 0.985)
                        for y0 in np.linspace(-1, 1, 11)
                    ]
                    for k in np.linspace(0, 1, 9)
                ]
            )
            parts.append(grid(face, material))
            parts.append(
                tube([(sx * length / 2, 0, 0), (sx * length / 2, 0, high + 0.06)], 0.025, "pole")
            )
        parts.append(
            tube(
                [(-length / 2 * 0.985, 0, 0.03), (-length / 2 * 0.985, 0, high * 0.95)],
                0.014,
                "zip",
            )
        )
        for sx in (-1, 1):
            for sy in (-1, 1):
                parts.append(
                    tube(
                        [
                            (sx * length / 2, sy * half * 0.5, high * 0.5),
                            (sx * length * 0.62, sy * half * 1.25, 0),
                        ],
                        0.008,
                        "pole",
                    )
                )
        return [q.turned(90) for q in parts]
    shrink = np.sqrt(np.clip(1 - np.abs(u) ** 3.2, 0, 1))
    x, y = u * length / 2, np.cos(t) * half * (0.35 + 0.65 * shrink)
    z = np.sin(t) ** 0.8 * high * shrink
    dome = grid(np.stack([x, y, z], 2), "body")
    parts = [dome]
    for sign in (-1, 1):
        k = np.linspace(0, np.pi, 40)
        pole = np.column_stack(
            [
                np.cos(k) * length * 0.4,
                sign * np.cos(k) * half * 0.86,
                np.sin(k) ** 0.75 * high * 1.0 + 0.015,
            ]
        )
        parts.append(tube(pole, 0.02, "pole"))
    k = np.linspace(0, np.pi, 24)
    front = np.array(
        [
            [
                (
                    xx,
                    -half * (0.35 + 0.65 * np.sqrt(1 - abs(xx / (length / 2)) ** 3.2)) * np.cos(tt)
                    - 0.012,
                    np.sin(tt) ** 0.8 * high * np.sqrt(1 - abs(xx / (length / 2)) ** 3.2) + 0.012,
                )
                for tt in np.linspace(0.03, 0.03 + 0.95 * np.sin(np.pi * s) ** 0.6 + 0.02, 16)
            ]
            for s, xx in zip(np.linspace(0.02, 0.98, 24), np.linspace(-0.34, 0.34, 24), strict=True)
        ]
    )
    parts.append(grid(front, "door"))
    edge = np.array([front[i][-1] for i in range(24)])
    parts.append(tube(edge, 0.016, "zip"))
    return parts


def umbrella(p: Params) -> list[Part]:
    n = 8
    theta, rim = np.linspace(0.02, 1, 16), p.get("radius", 1.15)
    high = p.get("dome", 0.5)
    rows = []
    columns = n * 8
    phi = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    sag = np.abs(np.sin(phi * n / 2))
    for t in theta:
        r = rim * np.sin(t * np.pi / 2 * 0.92) * (1 - 0.05 * sag * t)
        z = 1.55 + high * np.cos(t * np.pi / 2) * 1.1 - 0.09 * sag * t**2 + 0.05 * sag * t**2
        rows.append(np.column_stack([r * np.cos(phi), r * np.sin(phi), z]))
    canopy = grid(np.array(rows), "body", wrap=True, thickness=0.008)
    parts = [canopy]
    if p.get("panels"):
        parts = []
        grids = np.array(rows)
        for k in range(n):
            index = np.arange(k * 8, k * 8 + 9) % columns
            parts.append(grid(grids[:, index], "body" if k % 2 else "panel", thickness=0.008))
    for k in range(n):
        a = 2 * np.pi * k / n
        tip = np.array(rows)[-1][k * 8]
        parts.append(tube([tip, tip * np.array([1.03, 1.03, 0.985])], 0.018, "metal"))
        parts.append(
            tube(
                [
                    (0.02 * np.cos(a), 0.02 * np.sin(a), 1.15),
                    tuple(np.array(rows)[8][k * 8] - np.array([0, 0, 0.02])),
                ],
                0.01,
                "metal",
            )
        )
    top = 1.55 + high * 1.1
    parts.append(tube([(0, 0, 0.2), (0, 0, top + 0.16)], 0.022, "metal"))
    if p.get("straight"):
        parts.append(tube([(0, 0, -0.02), (0, 0, 0.32)], 0.06, "handle"))
    else:
        hook = [(0, 0, 0.45), (0, 0, 0.1), (0.06, 0, -0.1), (0.2, 0, -0.14), (0.3, 0, -0.02)]
        parts.append(tube(hook, 0.05, "handle", samples=8))
    tilted = [q.turned(-58, "x").turned(25) for q in parts]
    low = min(q.vertices[:, 2].min() for q in tilted)
    return merged(tilted, z=-low)


def yoga_mat(p: Params) -> list[Part]:
    turns = np.linspace(0, 5.5 * 2 * np.pi, 200)
    r = 0.09 + 0.036 * turns / (2 * np.pi) * 1.25
    path = np.column_stack([r * np.cos(turns), r * np.sin(turns)])
    out = [(path[-1, 0] + 0.0, path[-1, 1])]
    end = path[-1]
    tail = np.array([[end[0] + 0.02 * k, end[1] - 0.32 * 0 - 0.0] for k in range(1)])
    spiral = np.concatenate([path, tail + np.array(out) * 0])
    rows = np.array([[(x, -0.9 + 1.8 * s, z) for s in np.linspace(0, 1, 5)] for x, z in spiral])
    mat = grid(rows, "body", thickness=0.03)
    low = mat.vertices[:, 2].min()
    parts = [mat.moved(z=-low)]
    if p.get("strap", True):
        outer = float(r[-1])
        for y in (-0.45, 0.45):
            ring = [
                ((outer + 0.02) * np.cos(a), y, (outer + 0.02) * np.sin(a) - low)
                for a in np.linspace(0, 6.28, 40)
            ]
            parts.append(tube(ring, 0.05, "strap", closed=True, flat=0.3))
    return [q.turned(60) for q in parts]


def dumbbells(p: Params) -> list[Part]:
    hexagon = np.linspace(0, 2 * np.pi, 6, endpoint=False)
    rows = [
        np.column_stack([np.full(6, x), r * np.cos(hexagon), r * np.sin(hexagon)])
        for x, r in ((-0.22, 0.3), (-0.2, 0.34), (0.2, 0.34), (0.22, 0.3))
    ]
    head = replace(grid(np.array(rows), "body", wrap=True, cap=True), smooth=False, uv=None)
    bar = smooth_path([(-0.5, 0, 0), (0, 0, 0), (0.5, 0, 0)], 6)
    one = [head.moved(x=-0.62), head.moved(x=0.62), tube(bar, [0.075, 0.09, 0.075], "metal")]
    one = merged(one, z=0.3)
    return [*one, *merged([q.turned(18) for q in one], x=0.12, y=0.85)]
