"""Tops and dresses laid flat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..cloth import cloth, outline, seam
from ..mesh import Part, smooth_path, tube
from .sewing import (
    Params,
    back_neck,
    both_sides,
    decal,
    folded_collar,
    patch_pocket,
    placket,
    seams,
    sleeves,
    torso,
)


def tshirt(p: Params) -> list[Part]:
    seed, neck = int(p.get("seed", 0)), p.get("neck", "crew")
    shape = torso(p, neck)
    body, height = cloth(shape, "body", seed=seed, lift=0.02, wrinkle=0.028)
    hem, flare = p.get("hem", -1.0), p.get("flare", 0.56)
    parts = [*back_neck(0.0, 0.18), *sleeves(p, seed, 0.0), body]
    parts += seams([[(-flare + 0.02, hem + 0.06), (flare - 0.02, hem + 0.06)]], height)
    if neck == "v":
        line = [(-0.21, 0.9), (0.0, 0.5), (0.21, 0.9)]
    elif neck == "boat":
        line = [(-0.34, 0.89), (-0.15, 0.8), (0.15, 0.8), (0.34, 0.89)]
    else:
        line = [
            (-0.215, 0.9),
            (-0.17, 0.77),
            (-0.08, 0.695),
            (0.0, 0.68),
            (0.08, 0.695),
            (0.17, 0.77),
            (0.215, 0.9),
        ]
    curve = line if neck == "v" else smooth_path(line, 5)
    parts.append(tube(np.column_stack([curve, np.full(len(curve), 0.055)]), 0.035, "trim"))
    if p.get("pocket"):
        parts += patch_pocket(height, 0.26, 0.28, 0.26, 0.3)
    if p.get("print"):
        parts.append(decal(height, 0.62, 0.62, 0.02))
    if p.get("buttons"):
        parts += placket(height, 0.66, 0.34, 2)
    return parts


def shirt(p: Params) -> list[Part]:
    seed = int(p.get("seed", 0))
    shape = outline(
        [
            (0.0, 0.66),
            (0.22, 0.9),
            (0.5, 0.82),
            (0.62, 0.76),
            (0.5, 0.5, 0.56, 0.24),
            (0.54, -0.2, 0.57, -0.95),
            (0.45, -1.16, 0.0, -1.18),
        ]
    )
    body, height = cloth(shape, "body", seed=seed, lift=0.02, wrinkle=0.026)
    parts = [
        *back_neck(0.0, 0.2),
        *sleeves(p, seed, 0.0),
        body,
        *placket(height, 0.66, -1.1, 7),
        *folded_collar(height),
    ]
    parts += seams(both_sides([(0.5, 0.82), (0.47, 0.5), (0.56, 0.26)]), height)
    for side in (0.28,) if not p.get("two_pockets") else (0.28, -0.28):
        parts += patch_pocket(height, side, 0.26, 0.26, 0.3)
    return parts


def hoodie(p: Params) -> list[Part]:
    seed = int(p.get("seed", 0))
    p = {"sleeve": "long", "cuffs": True, "hem": -0.86, "waist": 0.6, "flare": 0.56, **p}
    body, height = cloth(torso(p, "crew"), "body", seed=seed, lift=0.03, puff=0.1, wrinkle=0.04)
    hood_rim = outline(
        [(0.0, 1.34), (0.3, 1.34, 0.36, 1.02), (0.38, 0.8, 0.2, 0.62), (0.06, 0.56, 0.0, 0.55)]
    )
    hood, _ = cloth(hood_rim, "body", seed=seed + 5, lift=0.06, puff=0.14, edge=0.14, wrinkle=0.03)
    hole = outline([(0.0, 1.14), (0.2, 1.12, 0.2, 0.95), (0.2, 0.76, 0.0, 0.62)])
    dark, _ = cloth(hole, "lining", lift=0.17, puff=0.06, edge=0.08, wrinkle=0.02, seed=seed)
    edge = smooth_path(np.concatenate([hole, hole[:1]]), 2)
    parts = [
        *sleeves(p, seed, 0.0),
        body,
        hood,
        dark,
        tube(np.column_stack([edge, np.full(len(edge), 0.21)]), 0.05, "body"),
    ]
    parts.append(seam([(-0.54, -0.82), (0.54, -0.82)], height, "trim", radius=0.06))
    parts += seams(both_sides([(0.5, 0.82), (0.47, 0.5), (0.56, 0.26)]), height)
    kangaroo = outline([(0.0, -0.22), (0.26, -0.22), (0.4, -0.5), (0.4, -0.74), (0.0, -0.74)])
    pouch, above = cloth(kangaroo, "pocket", puff=0.03, edge=0.04, wrinkle=0.01, seed=seed)
    flat = pouch.vertices[:, :2]
    raised = pouch.vertices + np.column_stack([np.zeros((len(flat), 2)), height(flat) - 0.02])
    parts.append(Part(raised, pouch.faces, "pocket", pouch.uv))
    parts += [
        seam(path, lambda q: height(q) + above(q) - 0.02)
        for path in both_sides([(0.23, -0.23), (0.37, -0.5), (0.37, -0.72)])
    ]
    for x in (-0.09, 0.09):
        cord = [(x, 0.66, 0.2), (x * 1.2, 0.5, 0.17), (x * 1.3, 0.24, 0.16)]
        parts.append(tube(cord, 0.02, "cord", samples=6))
    if p.get("zip"):
        parts.append(seam([(0, 0.54), (0, -0.86)], lambda q: height(q) + 0.03, "zip", radius=0.022))
    return parts


def sweater(p: Params) -> list[Part]:
    seed = int(p.get("seed", 0))
    p = {"sleeve": "long", "cuffs": True, "hem": -0.86, "waist": 0.58, "flare": 0.56, **p}
    high = p.get("neck") == "turtle"
    body, height = cloth(
        torso(p, "v" if p.get("neck") == "v" else "crew"),
        "body",
        seed=seed,
        lift=0.03,
        puff=0.1,
        wrinkle=0.035,
    )
    parts = [
        *back_neck(0.0, 0.18),
        *sleeves(p, seed, 0.0),
        body,
        seam([(-0.54, -0.82), (0.54, -0.82)], height, "trim", radius=0.06),
    ]
    if high:
        rim = outline([(0.0, 1.12), (0.21, 1.12), (0.24, 0.86), (0.0, 0.72)])
        parts.append(cloth(rim, "trim", lift=0.08, puff=0.12, edge=0.1, wrinkle=0.01)[0])
        return parts
    line = (
        [(-0.21, 0.9), (0.0, 0.5), (0.21, 0.9)]
        if p.get("neck") == "v"
        else smooth_path([(-0.215, 0.9), (-0.16, 0.76), (0.0, 0.68), (0.16, 0.76), (0.215, 0.9)], 6)
    )
    parts.append(tube(np.column_stack([line, np.full(len(line), 0.08)]), 0.05, "trim"))
    return parts


def dress(p: Params) -> list[Part]:
    seed = int(p.get("seed", 0))
    hem, flare = p.get("hem", -1.35), p.get("flare", 0.75)
    sleeve = p.get("sleeve", "none")
    start: list[Sequence[float]]
    if p.get("neck") == "v":
        start = [(0.0, 0.52), (0.2, 0.9)]
    else:
        start = [(0.0, 0.66), (0.18, 0.66, 0.22, 0.9)]
    strap = [(0.34, 0.88)] if sleeve == "none" else [(0.46, 0.84)]
    shape = outline(
        [
            *start,
            *strap,
            (0.32, 0.5, 0.42, 0.3),
            (0.36, 0.1, 0.34, -0.05),
            (0.42, -0.35, flare, hem),
            (flare * 0.5, hem - 0.1, 0.0, hem - 0.1),
        ]
    )
    body, height = cloth(shape, "body", seed=seed, lift=0.02, wrinkle=0.03)
    parts = [*back_neck(0.0, 0.17), body]
    if sleeve != "none":
        rim = (
            [(0.3, 0.88), (0.46, 0.84), (0.72, 0.42), (0.54, 0.3), (0.38, 0.44)]
            if sleeve == "short"
            else [
                (0.3, 0.88),
                (0.46, 0.84),
                (0.64, 0.4),
                (0.78, -0.5),
                (0.62, -0.54),
                (0.44, 0.2),
                (0.36, 0.42),
            ]
        )
        for sign in (1, -1):
            piece = np.array([(sign * x, y) for x, y in rim])[::-sign]
            parts.insert(0, cloth(piece, "sleeve", seed=seed + sign, wrinkle=0.03)[0])
    # A fold is a tube of plain cloth: on a patterned dress it would show as a bare streak.
    for k, x in enumerate(() if p.get("patterned") else np.linspace(-0.8, 0.8, 9)):
        fold = [(x * 0.34, -0.1), (x * flare * 0.9, hem * (0.9 + 0.03 * (k % 2)))]
        parts.append(seam(fold, height, "body", radius=0.03))
    if p.get("belt"):
        parts.append(seam([(-0.34, -0.05), (0.34, -0.05)], height, "trim", radius=0.045))
    else:
        parts += seams([[(-0.33, -0.05), (0.33, -0.05)]], height)
    if p.get("buttons"):
        parts += placket(height, 0.5, hem + 0.1, 9)
    line = (
        [(-0.2, 0.9), (0.0, 0.52), (0.2, 0.9)]
        if p.get("neck") == "v"
        else smooth_path([(-0.22, 0.9), (-0.14, 0.72), (0.0, 0.66), (0.14, 0.72), (0.22, 0.9)], 6)
    )
    parts.append(tube(np.column_stack([line, np.full(len(line), 0.06)]), 0.022, "seam"))
    return parts
