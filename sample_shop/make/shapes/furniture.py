"""Tables, desks, shelves and beds."""

from __future__ import annotations

import numpy as np

from ..mesh import Part, box, disc, grid, merged, soft_box, tube
from .seating import Params, legs, square_legs


def table(p: Params) -> list[Part]:
    w, d, h = p.get("width", 2.2), p.get("depth", 1.2), p.get("height", 1.0)
    style = p.get("style", "rectangular")
    if style == "round":
        r = p.get("radius", 0.85)
        top = disc(r, 0.07, (0, 0, h), "top", edge=0.02)
        if p.get("pedestal"):
            return [
                top,
                tube([(0, 0, 0.05), (0, 0, h)], [0.09, 0.06, 0.09], "legs", samples=6),
                disc(0.48, 0.07, (0, 0, 0), "legs", edge=0.03),
            ]
        return [top, *legs(r, r, h, splay=0.08, radius=0.045)]
    parts = [box((w, d, 0.08), (0, 0, h + 0.04), "top", bevel=0.015)]
    if style == "hairpin":
        for sx in (-1, 1):
            for sy in (-1, 1):
                x, y = sx * (w / 2 - 0.14), sy * (d / 2 - 0.12)
                loop = [
                    (x - 0.09 * sx, y, h),
                    (x + 0.03 * sx, y + 0.03 * sy, 0.02),
                    (x, y - 0.09 * sy, h),
                ]
                parts.append(tube(loop, 0.022, "legs"))
        return parts
    if style == "trestle":
        for sx in (-1, 1):
            for sy in (-1, 1):
                parts.append(
                    tube(
                        [
                            (sx * (w / 2 - 0.1), sy * (d / 2 - 0.08), 0),
                            (sx * (w / 2 - 0.35), sy * 0.05, h),
                        ],
                        0.04,
                        "legs",
                    )
                )
        bar = tube([(-w / 2 + 0.25, 0, h * 0.55), (w / 2 - 0.25, 0, h * 0.55)], 0.035, "legs")
        return [*parts, bar]
    if p.get("shelf"):
        parts.append(box((w - 0.16, d - 0.16, 0.05), (0, 0, h * 0.35), "top", bevel=0.01))
    apron = box((w - 0.18, d - 0.18, 0.12), (0, 0, h - 0.06), "legs", bevel=0.01)
    return [*parts, apron, *square_legs(w - 0.08, d - 0.08, h, 0.09)]


def desk(p: Params) -> list[Part]:
    w, d, h = 2.2, 1.0, 1.1
    parts = [
        box((w, d, 0.07), (0, 0, h + 0.035), "top", bevel=0.012),
        *legs(w - 0.25, d - 0.2, h, splay=0.06, radius=0.045),
    ]
    parts.append(box((0.75, d - 0.12, 0.36), (w / 2 - 0.45, 0, h - 0.18), "body", bevel=0.012))
    for z in (h - 0.1, h - 0.27):
        parts.append(box((0.7, 0.03, 0.15), (w / 2 - 0.45, -d / 2 + 0.06, z), "body", bevel=0.01))
        parts.append(
            tube(
                [(w / 2 - 0.55, -d / 2 + 0.02, z), (w / 2 - 0.35, -d / 2 + 0.02, z)], 0.015, "metal"
            )
        )
    return parts


def shelf(p: Params) -> list[Part]:
    style, w, h = p.get("style", "bookcase"), p.get("width", 1.1), p.get("height", 2.1)
    levels = int(p.get("levels", 5))
    parts: list[Part] = []
    heights = np.linspace(0.08, h - 0.03, levels)
    if style == "ladder":
        for k, z in enumerate(heights):
            depth = 0.62 - 0.36 * k / (levels - 1)
            parts.append(box((w, depth, 0.05), (0, 0.31 - depth / 2, z + 0.05), bevel=0.008))
        for x in (-w / 2, w / 2):
            parts.append(tube([(x, -0.36, 0), (x, 0.26, h + 0.15)], 0.03, "legs"))
            parts.append(tube([(x, 0.32, 0), (x, 0.3, h + 0.15)], 0.03, "legs"))
        return parts
    if style == "metal":
        for z in heights:
            parts.append(box((w, 0.5, 0.05), (0, 0, z), bevel=0.006))
        for sx in (-1, 1):
            for sy in (-1, 1):
                parts.append(
                    box((0.05, 0.05, h + 0.05), (sx * w / 2, sy * 0.25, h / 2), "legs", bevel=0.005)
                )
        return parts
    for z in heights:
        parts.append(box((w, 0.5, 0.05), (0, 0, z), bevel=0.006))
    parts += [box((0.05, 0.5, h), (sx * w / 2, 0, h / 2), bevel=0.006) for sx in (-1, 1)]
    parts.append(box((w, 0.02, h - 0.05), (0, 0.24, h / 2), "back", bevel=0))
    if p.get("cube"):
        parts.append(box((0.05, 0.48, h), (0, 0, h / 2), bevel=0.006))
    if p.get("books"):
        rng = np.random.default_rng(int(p.get("books", 1)))
        for z in heights[1:-1:2]:
            x = -w / 2 + 0.07
            while x < w / 2 - 0.5:
                thick, tall = rng.uniform(0.04, 0.09), rng.uniform(0.22, 0.34)
                spine = f"book{rng.integers(4)}"
                parts.append(
                    box((thick, 0.26, tall), (x, -0.03, z + 0.03 + tall / 2), spine, bevel=0.004)
                )
                x += thick + 0.004
    return parts


def bed(p: Params) -> list[Part]:
    w, length = p.get("width", 1.5), 2.0
    head = p.get("headboard", 0.95)
    parts = [
        box((w + 0.1, length + 0.08, 0.2), (0, 0, 0.24), "frame", bevel=0.02),
        soft_box((w, length, 0.3), (0, 0, 0.42), "sheet", softness=0.16),
    ]
    if p.get("padded"):
        parts += [
            soft_box(
                (w / 3 + 0.02, 0.14, head - 0.1),
                (x, length / 2 + 0.06, head / 2 + 0.1),
                "frame",
                softness=0.3,
            )
            for x in (-w / 3, 0, w / 3)
        ]
    elif p.get("slats"):
        parts.append(
            tube(
                [(-w / 2, length / 2 + 0.04, head), (w / 2, length / 2 + 0.04, head)], 0.04, "frame"
            )
        )
        parts += [
            tube([(x, length / 2 + 0.04, 0.2), (x, length / 2 + 0.04, head)], 0.025, "frame")
            for x in np.linspace(-w / 2, w / 2, 9)
        ]
    else:
        parts.append(box((w + 0.12, 0.08, head), (0, length / 2 + 0.06, head / 2), "frame"))
    parts += [
        soft_box(
            (w * 0.43, 0.42, 0.2), (sx * w * 0.24, length / 2 - 0.3, 0.64), "sheet", softness=0.45
        ).turned(0)
        for sx in (-1, 1)
    ]
    s, t = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(0, 1, 41))
    x = s * (w / 2 + 0.08)
    fall = np.clip(np.abs(s) - 0.88, 0, 1) / 0.12
    z = 0.645 - 0.3 * fall**1.5 + 0.018 * np.sin(7 * s + 5 * t) * (1 - fall)
    z = z + 0.012 * np.sin(13 * s - 9 * t) * (1 - fall)
    y = -length / 2 - 0.06 + t * length * 0.66
    y_edge = np.clip((0.06 - t) / 0.06, 0, 1)
    z = z - 0.28 * y_edge**1.5
    duvet = grid(np.stack([x, y, z], 2), "body", uv_scale=(w, length * 0.66))
    fold = soft_box(
        (w + 0.12, 0.16, 0.1), (0, -length / 2 + length * 0.66, 0.63), "body", softness=0.4
    )
    return merged([*parts, duvet, fold, *square_legs(w - 0.1, length - 0.1, 0.16, 0.1, "frame")])
