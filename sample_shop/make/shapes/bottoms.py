"""Trousers, shorts and skirts laid flat."""

from __future__ import annotations

import numpy as np

from ..cloth import cloth, outline, seam
from ..mesh import Part, disc, tube
from .sewing import Params, both_sides, patch_pocket, placket, seams


def trousers(p: Params) -> list[Part]:
    seed, end = int(p.get("seed", 0)), p.get("end", -1.45)
    ankle, out = p.get("ankle", 0.17), p.get("spread", 0.34)
    rise = 0.42
    knee = (out + 0.5 + ankle / 2) / 2
    shape = outline(
        [
            (0.0, 1.0),
            (0.42, 1.02),
            (0.5, 0.6, 0.56, 0.3),
            (knee + 0.08, -0.5, out + ankle, end),
            (out - ankle, end),
            (0.09, -0.2, 0.0, rise),
        ]
    )
    body, height = cloth(shape, "body", seed=seed, wrinkle=0.03, puff=0.08)
    parts = [
        body,
        *seams(
            [
                [(-0.42, 0.88), (0.42, 0.88)],
                [(0, 0.88), (0, rise + 0.03)],
                [(0.1, 0.88), (0.1, 0.62), (0.02, 0.5)],
            ],
            height,
        ),
    ]
    parts += seams(both_sides([(0.24, 0.88), (0.28, 0.74), (0.44, 0.68)]), height)
    parts += seams(
        both_sides([(out + ankle * 0.86, end + 0.07), (out - ankle * 0.82, end + 0.07)]), height
    )
    for x in (-0.34, -0.17, 0.17, 0.34):
        parts.append(seam([(x, 1.02), (x, 0.87)], lambda q: height(q) + 0.02, "body", radius=0.02))
    if p.get("drawstring"):
        parts.append(seam([(-0.41, 0.95), (0.41, 0.95)], height, "trim", radius=0.06))
        for x in (-0.05, 0.05):
            spot = [(x, 0.93, 0.14), (x * 1.5, 0.8, 0.12), (x * 2, 0.6, 0.11)]
            parts.append(tube(spot, 0.018, "cord", samples=6))
        parts += [
            seam(path, height, "trim", radius=0.05)
            for path in both_sides(
                [(out + ankle * 0.84, end + 0.05), (out - ankle * 0.8, end + 0.05)]
            )
        ]
    else:
        parts.append(disc(0.035, 0.03, (0, 0.95, 0.08), "button", edge=0.01))
    if p.get("crease"):
        parts += seams(both_sides([(0.3, 0.6), (out, end + 0.05)]), height, "body", 0.014)
    if p.get("cargo"):
        parts += [
            piece
            for x in (-0.52, 0.52)
            for piece in patch_pocket(height, x * 0.86, -0.3, 0.26, 0.34)
        ]
    return parts


def shorts(p: Params) -> list[Part]:
    return [
        part.scaled(1.15) for part in trousers({"end": -0.25, "ankle": 0.3, "spread": 0.4, **p})
    ]


def skirt(p: Params) -> list[Part]:
    seed, end, flare = int(p.get("seed", 0)), p.get("end", -0.9), p.get("flare", 0.85)
    shape = outline(
        [
            (0.0, 0.78),
            (0.38, 0.8),
            (0.5, 0.2, flare, end),
            (flare * 0.5, end - 0.12, 0.0, end - 0.12),
        ]
    )
    body, height = cloth(shape, "body", seed=seed, wrinkle=0.022)
    parts = [body, seam([(-0.37, 0.74), (0.37, 0.74)], height, "trim", radius=0.06)]
    count = 0 if p.get("patterned") else int(p.get("pleats", 0))
    for x in np.linspace(-0.92, 0.92, count) if count else ():
        parts.append(
            seam(
                [(x * 0.37, 0.68), (x * flare, end - 0.08 * (1 - abs(x)))],
                height,
                "body",
                radius=0.022,
            )
        )
    if p.get("buttons"):
        parts += placket(height, 0.66, end, 7)
    if p.get("pockets"):
        parts += [q for x in (-0.36, 0.36) for q in patch_pocket(height, x, 0.12, 0.28, 0.3)]
    return parts
