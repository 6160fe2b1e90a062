"""Vases, planters with their plants, and candles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..mesh import (
    Array,
    Part,
    disc,
    grid,
    lathe,
    merged,
    tube,
)
from .kitchen import vessel
from .lamps import Params

VASES = {
    "amphora": [
        (0.26, 0),
        (0.3, 0.03),
        (0.52, 0.5),
        (0.5, 0.9),
        (0.22, 1.28),
        (0.2, 1.4),
        (0.3, 1.55),
    ],
    "cylinder": [(0.36, 0), (0.38, 0.03), (0.38, 0.7), (0.38, 1.4)],
    "ball": [(0.3, 0), (0.36, 0.03), (0.66, 0.42), (0.6, 0.85), (0.26, 1.08), (0.24, 1.2)],
    "bottle": [(0.34, 0), (0.4, 0.04), (0.46, 0.4), (0.36, 0.75), (0.12, 1.05), (0.11, 1.6)],
    "flared": [(0.24, 0), (0.28, 0.04), (0.22, 0.4), (0.3, 0.9), (0.6, 1.45)],
}


def vase(p: Params) -> list[Part]:
    profile = [(r * p.get("girth", 1.0), z) for r, z in VASES[p.get("style", "amphora")]]
    parts = vessel(profile, 0.04)
    if p.get("ribs"):
        body = parts[0]
        angle = np.arctan2(body.vertices[:, 1], body.vertices[:, 0])
        ripple = 1 + 0.035 * np.abs(np.cos(angle * 14))
        swollen = body.vertices * np.column_stack([ripple, ripple, np.ones_like(ripple)])
        parts[0] = replace(body, vertices=swollen)
    return parts


def _leaf(length: float, width: float, droop: float) -> Part:
    s = np.linspace(0, 1, 9)
    half = width * np.sin(np.pi * s**0.8) * 0.5 + 0.004
    z = length * s * 0.75 - droop * s**2
    x = length * s * 0.65
    rows: Array = np.stack(
        [np.stack([x, sign * half, z + 0.25 * abs(sign) * half], 1) for sign in (-1.0, 0.0, 1.0)],
        axis=1,
    )
    return grid(rows, "leaf")


def _blades(rng: np.random.Generator, base: float) -> list[Part]:
    """A snake plant: stiff upright leaves."""
    parts = []
    for k in range(9):
        h, w = rng.uniform(0.6, 1.15), 0.11
        s = np.linspace(0, 1, 8)
        half = w * (1 - s**3) + 0.003
        rows = np.stack(
            [
                np.stack([sign * half, 0.05 * np.abs(sign) * np.ones(8) + 0.08 * s, s * h], 1)
                for sign in (-1.0, 0.0, 1.0)
            ],
            axis=1,
        )
        turned = grid(rows, "leaf").turned(rng.uniform(0, 360))
        angle, reach = k * 0.7, 0.05 + 0.14 * (k % 2)
        parts.append(turned.moved(reach * np.cos(angle), reach * np.sin(angle), base))
    return parts


def planter(p: Params) -> list[Part]:
    style, h = p.get("style", "taper"), p.get("height", 0.8)
    r = p.get("radius", 0.5)
    if style == "round":
        profile = [(0.3, 0), (0.36, 0.03), (r * 1.1, h * 0.45), (r * 0.9, h)]
    elif style == "straight":
        profile = [(r, 0), (r + 0.01, 0.02), (r + 0.01, h / 2), (r, h)]
    else:
        profile = [(r * 0.7, 0), (r * 0.72, 0.02), (r * 0.86, h / 2), (r, h)]
    parts = [*vessel(profile, 0.05), disc(r * 0.8, 0.05, (0, 0, h - 0.13), "soil")]
    if p.get("legs"):
        legs = [
            tube(
                [
                    (0.42 * np.cos(a), 0.42 * np.sin(a), -0.5),
                    (0.36 * np.cos(a), 0.36 * np.sin(a), 0.1),
                ],
                0.035,
                "legs",
            )
            for a in np.radians([45, 135, 225, 315])
        ]
        parts = merged([*parts, *legs], z=0.5)
        h += 0.5
    rng = np.random.default_rng(int(p.get("plant_seed", 3)))
    if p.get("plant") == "snake":
        return [*parts, *_blades(rng, h - 0.1)]
    if p.get("plant") == "none":
        return parts
    for k in range(26):
        size = rng.uniform(0.5, 0.95)
        leaf = _leaf(size, size * 0.42, rng.uniform(0.0, 0.7))
        parts.append(leaf.turned(k * 137.5).moved(0, 0, h - 0.08 + 0.012 * k))
    return parts


def candle(p: Params) -> list[Part]:
    r, h = 0.5, p.get("height", 0.9)
    jar = vessel([(r * 0.95, 0), (r, 0.04), (r, h * 0.5), (r, h)], 0.04, "body", "body", samples=4)
    wax = disc(r * 0.92, h * 0.62, (0, 0, 0.05), "wax")
    wick = tube([(0, 0, h * 0.6), (0.01, 0, h * 0.82)], 0.015, "wick")
    label = lathe([(r + 0.006, h * 0.25), (r + 0.006, h * 0.7)], "label", turns=0.2)
    return [*jar, wax, wick, label.turned(-130)]
