"""Cloth laid flat: an outline filled, puffed at its edges and creased like worn fabric."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import bpy  # noqa: F401  (mathutils can be imported only once Blender has been)
import numpy as np
from mathutils import Vector
from mathutils.geometry import delaunay_2d_cdt

from .mesh import Array, Part, tube

Height = Callable[[Array], Array]


def outline(steps: Sequence[Sequence[float]], *, mirror: bool = True, fine: int = 8) -> Array:
    """A closed outline: (x, y) goes straight, (cx, cy, x, y) bends towards (cx, cy).

    With `mirror` the steps draw the right half from top to bottom and the left half follows.
    Returned counter-clockwise, (n, 2).
    """
    points = [np.array(steps[0][:2], float)]
    for step in steps[1:]:
        end = np.array(step[-2:], float)
        count = 1
        start, control = points[-1], end
        if len(step) == 4:
            count, control = fine, np.array(step[:2], float)
        for t in np.arange(1, count + 1) / count:
            points.append(
                (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t * t * end
                if len(step) == 4
                else start + (end - start) * t
            )
    half = np.array(points)
    if mirror:
        left = half[::-1] * np.array([-1, 1])
        keep = np.abs(left[:, 0]) > 1e-6
        half = np.concatenate([half, left[keep]])
    area = np.sum(half[:, 0] * np.roll(half[:, 1], -1) - half[:, 1] * np.roll(half[:, 0], -1))
    return half if area > 0 else half[::-1]


def resampled(shape: Array, spacing: float) -> Array:
    """The same closed outline with a point about every `spacing`, corners kept."""
    pieces = []
    for a, b in zip(shape, np.roll(shape, -1, 0), strict=True):
        count = max(1, round(float(np.linalg.norm(b - a)) / spacing))
        pieces.append(a + (b - a) * (np.arange(count) / count)[:, None])
    return np.concatenate(pieces)


def edge_distance(points: Array, shape: Array) -> Array:
    """The distance of (n, 2) points to the nearest edge of a closed outline."""
    a, b = shape, np.roll(shape, -1, 0)
    span = b - a
    length = (span**2).sum(1) + 1e-12
    t = np.clip(((points[:, None] - a) * span).sum(2) / length, 0, 1)
    return np.linalg.norm(points[:, None] - a - t[..., None] * span, axis=2).min(1)


def inside(points: Array, shape: Array) -> Array:
    """Which (n, 2) points lie within a closed outline (even-odd rule)."""
    x, y = points[:, :1], points[:, 1:]
    a, b = shape, np.roll(shape, -1, 0)
    crosses = (a[:, 1] > y) != (b[:, 1] > y)
    at = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1] + 1e-12)
    return (crosses & (x < at)).sum(1) % 2 == 1


def creases(seed: int, amount: float, extent: float = 1.2, count: int = 26) -> Height:
    """A field of soft folds: short ridges and dips at random places and angles."""
    rng = np.random.default_rng(abs(seed) + 1)
    centres = rng.uniform(-extent, extent, (count, 2))
    angles = rng.normal(np.pi / 2, 0.6, count)
    width, length = rng.uniform(0.035, 0.1, count), rng.uniform(0.15, 0.5, count)
    sign = rng.choice([-1.0, 1.0], count) * rng.uniform(0.4, 1.0, count)
    along = np.column_stack([np.cos(angles), np.sin(angles)])
    across = np.column_stack([-np.sin(angles), np.cos(angles)])

    def height(points: Array) -> Array:
        offset = points[:, None] - centres
        u, v = (offset * along).sum(2), (offset * across).sum(2)
        v = v + 0.12 * np.sin(4 * u)
        folds = sign * np.exp(-((v / width) ** 2) - (u / length) ** 2)
        return amount * folds.sum(1)

    return height


def relief(
    shape: Array, *, puff: float, edge: float, wrinkle: float, seed: int, lift: float
) -> Height:
    """How high a laid-flat piece stands at (x, y): rounded at the edge, creased within."""
    folds = creases(seed, wrinkle)

    def height(points: Array) -> Array:
        depth = np.clip(edge_distance(points, shape) / edge, 0, 1)
        rise = np.sqrt(1 - (1 - depth) ** 2)
        return lift + rise * (puff + folds(points))

    return height


def cloth(
    shape: Array,
    material: str = "body",
    *,
    puff: float = 0.07,
    edge: float = 0.09,
    wrinkle: float = 0.02,
    seed: int = 0,
    lift: float = 0.0,
    spacing: float = 0.04,
) -> tuple[Part, Height]:
    """A piece of fabric lying flat within an outline, and its height for what is sewn on it."""
    rim = resampled(shape, spacing)
    low, high = rim.min(0), rim.max(0)
    x, y = np.meshgrid(
        np.arange(low[0], high[0], spacing), np.arange(low[1], high[1], spacing * 0.87)
    )
    x = x + (np.arange(x.shape[0]) % 2)[:, None] * spacing / 2
    fill = np.column_stack([x.ravel(), y.ravel()])
    fill = fill[inside(fill, rim)]
    fill = fill[edge_distance(fill, rim) > spacing * 0.6]
    ring = edge * 0.22
    fill = np.concatenate([_inner_ring(rim, ring), fill])
    flat = np.concatenate([rim, fill])
    n = len(rim)
    loop = [(i, (i + 1) % n) for i in range(n)]
    result = delaunay_2d_cdt([Vector(p) for p in flat.tolist()], loop, [], 1, 1e-5)
    points = np.array([tuple(p) for p in result[0]])
    height = relief(shape, puff=puff, edge=edge, wrinkle=wrinkle, seed=seed, lift=lift)
    faces = [tuple(face) for face in result[2]]
    uv = points[[i for face in faces for i in face]]
    return Part(np.column_stack([points, height(points)]), faces, material, uv), height


def _inner_ring(rim: Array, depth: float) -> Array:
    """A second row of points just inside the rim, so that the rounded edge has faces."""
    tangent = np.roll(rim, -1, 0) - np.roll(rim, 1, 0)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    ring = rim + normal * depth
    kept = inside(ring, rim)
    kept &= edge_distance(ring, rim) > depth * 0.7
    return ring[kept]


def seam(
    path: Sequence[Sequence[float]],
    height: Height,
    material: str = "seam",
    *,
    radius: float = 0.008,
    rise: float = 0.0,
    fine: int = 10,
) -> Part:
    """A stitched line or piping that follows a cloth's height along an (x, y) path."""
    flat = np.asarray(path, float)
    steps = np.concatenate(
        [
            a + (b - a) * np.linspace(0, 1, fine, endpoint=False)[:, None]
            for a, b in itertools.pairwise(flat)
        ]
        + [flat[-1:]]
    )
    return tube(np.column_stack([steps, height(steps) + rise]), radius, material, sides=6)
