"""Scarves, hats and socks."""

from __future__ import annotations

import numpy as np

from ..cloth import cloth, outline, seam
from ..mesh import Part, disc, grid, lathe, smooth_path, tube
from .sewing import Params


def scarf(p: Params) -> list[Part]:
    seed = int(p.get("seed", 0))
    left = np.array([(-0.08, 0.9), (-0.42, 0.86), (-0.62, -0.95), (-0.2, -1.0)])
    right = np.array([(0.5, 0.92), (0.02, 0.9), (0.12, -0.75), (0.56, -0.7)])
    loop = np.array([(0.52, 1.08), (-0.42, 1.06), (-0.46, 0.72), (0.54, 0.76)])
    parts = []
    for k, (rim, lift) in enumerate(((left, 0.0), (right, 0.0), (loop, 0.1))):
        piece, _height = cloth(
            rim, "body", seed=seed + k, puff=0.11, edge=0.12, wrinkle=0.045, lift=lift
        )
        parts.append(piece)
        if k == 2:
            continue
        (x0, y0), (x1, y1) = rim[2], rim[3]
        for t in np.linspace(0.03, 0.97, 17):
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
            end = (x + 0.015 * np.sin(k + t * 40), y - 0.17, 0.015)
            parts.append(tube([(x, y + 0.02, 0.04), end], 0.014, "trim", sides=6))
    return parts


def beanie(p: Params) -> list[Part]:
    profile = [(0.66, 0.0), (0.72, 0.3), (0.66, 0.75), (0.42, 1.1), (0.12, 1.24), (0.0, 1.25)]
    cuff = [(0.68, 0.0), (0.76, 0.04), (0.78, 0.3), (0.72, 0.36)]
    parts = [lathe(profile, "body", samples=8), lathe(cuff, "trim", samples=6)]
    if p.get("pompom"):
        rng = np.random.default_rng(4)
        spots = rng.normal(0, 1, (260, 3))
        spots /= np.linalg.norm(spots, axis=1, keepdims=True)
        for x, y, z in spots:
            tip = (x * 0.27, y * 0.27, 1.42 + z * 0.27)
            parts.append(tube([(0, 0, 1.42), tip], [0.01, 0.035], "pompom", sides=5))
    return parts


def cap(p: Params) -> list[Part]:
    dome = lathe(
        [(0.7, 0.0), (0.71, 0.2), (0.62, 0.5), (0.36, 0.72), (0.0, 0.8)], "body", samples=8
    )
    s, t = np.meshgrid(np.linspace(-1, 1, 33), np.linspace(0, 1, 12))
    angle = s * 1.05
    radius = 0.68 + t * 0.62 * np.cos(angle * 1.25) ** 0.8
    x, y = radius * np.sin(angle) * (1 - 0.12 * t), -radius * np.cos(angle)
    z = 0.06 - 0.09 * t**1.4 - 0.16 * np.abs(s) ** 2 * t
    brim = grid(np.stack([x, y, z], 2), "brim", thickness=0.03)
    parts = [dome, brim, disc(0.06, 0.05, (0, 0, 0.78), "trim")]
    for turn in range(0, 180, 60):
        arc = [
            (r * 1.008, 0, h * 1.008)
            for r, h in smooth_path(
                [
                    (0.7, 0.02),
                    (0.71, 0.2),
                    (0.62, 0.5),
                    (0.36, 0.72),
                    (0.0, 0.8),
                    (-0.36, 0.72),
                    (-0.62, 0.5),
                    (-0.71, 0.2),
                    (-0.7, 0.02),
                ],
                5,
            )
        ]
        parts.append(tube(arc, 0.01, "seam", sides=6).turned(turn))
    return [part.moved(z=0.14) for part in parts]


def sun_hat(p: Params) -> list[Part]:
    profile = [
        (1.15, 0.02),
        (1.0, 0.08),
        (0.7, 0.1),
        (0.58, 0.14),
        (0.55, 0.4),
        (0.46, 0.58),
        (0.2, 0.62),
        (0.0, 0.6),
    ]
    band = [(0.595, 0.12), (0.6, 0.14), (0.575, 0.28), (0.56, 0.29)]
    return [lathe(profile, "body", samples=6, thickness=0.02), lathe(band, "trim")]


def socks(p: Params) -> list[Part]:
    seed = int(p.get("seed", 0))
    rim = outline(
        [
            (-0.2, 1.0),
            (0.2, 1.0),
            (0.21, 0.1),
            (0.3, -0.16, 0.5, -0.3),
            (0.95, -0.5, 0.78, -0.74),
            (0.66, -0.84, 0.3, -0.7),
            (0.0, -0.62),
            (-0.3, -0.5, -0.24, -0.1),
        ],
        mirror=False,
    )
    parts = []
    for k, (x, y) in enumerate(((-0.42, 0.0), (0.3, -0.08))):
        shape = rim + np.array([x, y])
        piece, height = cloth(shape, "body", seed=seed + k, puff=0.09, edge=0.1, lift=0.03 * k)
        parts += [
            piece,
            seam([(x - 0.18, y + 0.93), (x + 0.18, y + 0.93)], height, "trim", radius=0.06),
        ]
        toe = outline(
            [(0.5, -0.3), (0.95, -0.5, 0.78, -0.74), (0.66, -0.84, 0.44, -0.745)], mirror=False
        ) + np.array([x, y])
        parts.append(cloth(toe, "trim", puff=0.1, edge=0.1, lift=0.03 * k + 0.008, wrinkle=0)[0])
        heel = outline(
            [(-0.26, 0.0), (-0.02, -0.2), (0.0, -0.62), (-0.3, -0.5, -0.24, -0.1)], mirror=False
        ) + np.array([x, y])
        parts.append(cloth(heel, "trim", puff=0.1, edge=0.1, lift=0.03 * k + 0.008, wrinkle=0)[0])
    return parts
