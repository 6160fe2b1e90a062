"""Balls: footballs, basketballs, tennis and beach balls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ..mesh import Array, Part, ball, disc, grid, tube

Params = Mapping[str, Any]


def _arc(points: Array, radius: float, material: str, thick: float = 0.02) -> Part:
    """A closed line drawn on a sphere."""
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    return tube(unit * radius, thick, material, closed=True, sides=8)


def sports_ball(p: Params) -> list[Part]:
    style = p.get("style", "football")
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    zero = np.zeros_like(t)
    if style == "football":
        parts = _football()
    elif style == "basketball":
        great = [
            np.column_stack([np.cos(t), np.sin(t), zero]),
            np.column_stack([np.cos(t), zero, np.sin(t)]),
        ]
        ovals = [
            np.column_stack([s * (0.62 + 0.25 * np.cos(t) ** 2), np.sin(t) * 0.9, np.cos(t) * 0.9])
            for s in (-1, 1)
        ]
        parts = [ball(1.0), *[_arc(line, 1.0, "line", 0.022) for line in (*great, *ovals)]]
    elif style == "tennis":
        a = 0.44
        line = np.column_stack(
            [
                a * np.cos(t) + (1 - a) * np.cos(3 * t),
                a * np.sin(t) - (1 - a) * np.sin(3 * t),
                2 * np.sqrt(a * (1 - a)) * np.sin(2 * t),
            ]
        )
        one = [ball(0.62), replace(_arc(line, 0.62, "line", 0.028))]
        spots = ((-0.65, 0, 0), (0.65, 0.1, 40), (0.0, 1.0, 80))
        parts = [
            q.turned(turn).turned(turn, "x").moved(x, y, -0.38) for x, y, turn in spots for q in one
        ]
    else:
        parts = [_beach(k) for k in range(6)] + [disc(0.16, 0.03, (0, 0, 0.985), "line")]
    return [
        part.turned(20, "x").turned(15, "y").moved(z=1.0)
        if style != "tennis"
        else part.moved(z=1.0)
        for part in parts
    ]


def _football() -> list[Part]:
    """A truncated icosahedron puffed to a ball: dark pentagons on light hexagons."""
    g = (1 + 5**0.5) / 2
    ico = np.array([(0, s, t * g) for s in (-1, 1) for t in (-1, 1)])
    ico = np.concatenate([ico, ico[:, [2, 0, 1]], ico[:, [1, 2, 0]]])
    ico /= np.linalg.norm(ico[0])
    parts = [ball(0.985, material="body")]
    for centre in ico:
        others = sorted(ico.tolist(), key=lambda q, c=centre: float(np.sum((np.array(q) - c) ** 2)))
        corners = np.array([centre + (np.array(q) - centre) / 3 for q in others[1:6]])
        corners /= np.linalg.norm(corners, axis=1, keepdims=True)
        spokes = corners - np.outer(corners @ centre, centre)
        side = np.cross(centre, spokes[0])
        angle = np.arctan2(
            spokes @ side / np.linalg.norm(side), spokes @ spokes[0] / np.linalg.norm(spokes[0])
        )
        ring = corners[np.argsort(angle)]
        parts.append(_patch(ring, centre))
        for q in others[1:6]:
            start = centre + (np.array(q) - centre) / 3
            end = centre + (np.array(q) - centre) * 2 / 3
            line = np.linspace(start, end, 8)
            line /= np.linalg.norm(line, axis=1, keepdims=True)
            parts.append(tube(line * 0.985, 0.014, "line", sides=6))
    return parts


def _patch(ring: Array, centre: Array) -> Part:
    rim = np.concatenate(
        [
            np.linspace(a, b, 8, endpoint=False)
            for a, b in zip(ring, np.roll(ring, -1, 0), strict=True)
        ]
    )
    rows = []
    for share in np.linspace(0.02, 1, 8):
        q = centre + (rim - centre) * share
        rows.append(q / np.linalg.norm(q, axis=1, keepdims=True) * (1.0 if share < 0.97 else 0.982))
    return grid(np.array(rows), "patch", wrap=True)


def _beach(k: int) -> Part:
    theta = np.linspace(-np.pi / 2, np.pi / 2, 25)[:, None]
    phi = np.linspace(k, k + 1, 12)[None] * np.pi / 3
    points = np.stack(
        [np.cos(theta) * np.cos(phi), np.cos(theta) * np.sin(phi), np.sin(theta) + 0 * phi], 2
    )
    return grid(points, "body" if k % 2 else "patch")
