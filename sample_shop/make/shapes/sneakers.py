"""Sneakers: the upper on a rubber sole, with stripes, caps and patches."""

from __future__ import annotations

import numpy as np

from ..mesh import Array, Part, grid, tube
from .last import Params, laced, padded_collar, paired, rocker, sole, sole_outline, upper


def _panel(
    points: Array, side: int, span: tuple[float, float], slant: float, material: str
) -> Part:
    """A stripe on the side wall, following the upper from sole to laces."""
    ring = points[0]
    keep = np.where(
        (np.sign(ring[:, 1]) == side) & (ring[:, 0] > span[0]) & (ring[:, 0] < span[1])
    )[0]
    rows = points[2:13:1]
    strip = []
    for k, row in enumerate(rows):
        x = row[keep, 0]
        order = np.argsort(x)
        target = np.linspace(span[0], span[1], 5) + slant * k / len(rows)
        strip.append(
            np.column_stack([np.interp(target, x[order], row[keep][order, a]) for a in range(3)])
            * np.array([1, 1.025, 1])
            + np.array([0, side * 0.008, 0])
        )
        strip[-1][:, 0] = target
    part = grid(np.array(strip), material)
    return part if side > 0 else part.flipped()


def sneaker(p: Params) -> list[Part]:
    rim = sole_outline(0.0, p.get("wide", 1.0))
    lift = rocker(rim[:, 0], 0.06)
    thick = p.get("sole", 0.2)
    base = lift + thick
    points, top = upper(rim, base - 0.03, p)
    body = grid(points, "body", wrap=True)
    floor = sole(rim, base, thick, p.get("grow", 0.03), "sole")
    tread = sole(rim, lift + 0.05, 0.05, 0.035, "tread")
    limit = p.get("throat", 0.1) - 0.05
    parts = [body, floor, tread, padded_collar(top, 0.06, limit)]
    if p.get("laces", True):
        start = p.get("throat", 0.1) - 0.12
        parts += laced(p, points, start, 0.48, int(p.get("rows", 5)))
        z = float(points[-1][np.argmin(np.abs(points[-1][:, 0] - start)), 2])
        tongue = [(start + 0.1, 0, z - 0.02), (start - 0.1, 0, z + 0.1), (start - 0.22, 0, z + 0.2)]
        parts.append(tube(tongue, [0.12, 0.15, 0.13], "tongue", samples=5, flat=0.25))
    if p.get("toecap"):
        cap = grid(points[:9] * np.array([1.012, 1.02, 1.02]), "toecap", wrap=True)
        faces, uv = [], []
        for k, face in enumerate(cap.faces):
            if cap.vertices[list(face), 0].min() > 0.52:
                faces.append(face)
                uv += list(range(4 * k, 4 * k + 4))
        assert cap.uv is not None
        parts.append(Part(cap.vertices, faces, "toecap", cap.uv[uv]))
    for k in range(int(p.get("stripes", 0))):
        x = -0.28 + 0.17 * k
        parts += [_panel(points, side, (x, x + 0.08), -0.12, "stripe") for side in (-1, 1)]
    if p.get("heel_patch", True):
        parts.append(_heel_patch(points))
    return paired(parts)


def _heel_patch(points: Array) -> Part:
    patch = grid(points[:11] * np.array([1.012, 1.02, 1.0]), "patch", wrap=True)
    assert patch.uv is not None
    faces, uv = [], []
    for k, face in enumerate(patch.faces):
        if patch.vertices[list(face), 0].max() < -0.74:
            faces.append(face)
            uv += list(range(4 * k, 4 * k + 4))
    return Part(patch.vertices, faces, "patch", patch.uv[uv])
