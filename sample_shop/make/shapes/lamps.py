"""Table, floor and pendant lamps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..mesh import (
    Part,
    ball,
    disc,
    lathe,
    smooth_path,
    tube,
)

Params = Mapping[str, Any]


def lamp_shade(p: Params, z: float) -> list[Part]:
    wide, narrow, h = p.get("wide", 0.62), p.get("narrow", 0.38), p.get("shade", 0.62)
    skin = lathe([(wide, z), (narrow, z + h)], "shade", thickness=0.015)
    return [
        skin,
        disc(narrow * 0.98, 0.01, (0, 0, z + h - 0.06), "shade"),
        ball(0.12, (0, 0, z + 0.2), "bulb"),
    ]


def table_lamp(p: Params) -> list[Part]:
    style = p.get("style", "gourd")
    if style == "desk":
        joint = (0.45, 0, 1.35)
        head = lathe([(0.1, 0.42), (0.16, 0.4), (0.34, 0.0)], "body", thickness=0.02, samples=5)
        head = head.turned(25, "y").moved(-0.46, 0, 1.45)
        return [
            disc(0.42, 0.08, material="body"),
            tube([(0, 0, 0.06), joint], 0.03, "metal"),
            tube([joint, (-0.4, 0, 1.83)], 0.03, "metal"),
            ball(0.06, joint, "metal"),
            head,
            ball(0.13, (-0.5, 0, 1.5), "bulb"),
        ]
    profiles = {
        "gourd": [(0.28, 0), (0.3, 0.04), (0.42, 0.3), (0.28, 0.62), (0.16, 0.82), (0.1, 1.0)],
        "ball": [
            (0.2, 0),
            (0.24, 0.04),
            (0.4, 0.24),
            (0.42, 0.45),
            (0.26, 0.72),
            (0.07, 0.82),
            (0.07, 1.0),
        ],
        "column": [(0.32, 0), (0.32, 0.06), (0.12, 0.1), (0.12, 0.94), (0.1, 1.0)],
    }
    side = profiles[style]
    curve = np.concatenate([[(0, 0)], smooth_path(side, 8) if style != "column" else side])
    return [lathe(curve), tube([(0, 0, 0.95), (0, 0, 1.2)], 0.03, "metal"), *lamp_shade(p, 1.05)]


def floor_lamp(p: Params) -> list[Part]:
    if p.get("tripod"):
        legs = [
            tube([(0.5 * np.cos(a), 0.5 * np.sin(a), 0), (0, 0, 1.75)], [0.03, 0.025], "body")
            for a in np.radians([90, 210, 330])
        ]
        return [*legs, *lamp_shade({"wide": 0.42, "narrow": 0.36, "shade": 0.45}, 1.7)]
    if p.get("arc"):
        path = [(0.45, 0, 0.05), (0.45, 0, 1.5), (0.1, 0, 2.15), (-0.45, 0, 2.0), (-0.55, 0, 1.75)]
        dome = lathe(
            [(0.34, 0), (0.28, 0.16), (0.06, 0.28), (0, 0.28)], "shade", samples=6, thickness=0.02
        )
        return [
            disc(0.34, 0.09, (0.45, 0, 0), "body"),
            tube(path, 0.025, "body", samples=10),
            dome.moved(-0.55, 0, 1.5),
            ball(0.1, (-0.55, 0, 1.55), "bulb"),
        ]
    return [
        disc(0.32, 0.05, material="body"),
        tube([(0, 0, 0.03), (0, 0, 1.8)], 0.025, "body"),
        *lamp_shade({"wide": 0.42, "narrow": 0.28, "shade": 0.42}, 1.72),
    ]


def pendant(p: Params) -> list[Part]:
    profiles = {
        "dome": [(0.75, 0), (0.7, 0.25), (0.45, 0.52), (0.1, 0.64), (0.08, 0.78)],
        "cone": [(0.75, 0), (0.42, 0.42), (0.12, 0.8), (0.09, 0.9)],
        "globe": [(0.2, 0.0), (0.52, 0.22), (0.6, 0.55), (0.4, 0.95), (0.1, 1.08)],
    }
    side = smooth_path(profiles[p.get("style", "dome")], 6)
    top = float(side[-1, 1])
    return [
        lathe(side, "body", thickness=0.02),
        ball(0.16, (0, 0, 0.25), "bulb"),
        tube([(0, 0, top - 0.02), (0, 0, top + 0.8)], 0.018, "cord"),
    ]
