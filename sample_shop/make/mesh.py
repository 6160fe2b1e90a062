"""Mesh parts in numpy: surfaces of grids, lathes, tubes and boxes, before Blender sees them.

One unit is about half the picture: a product is built some two units across, so the scale of
grain and weave in `materials` fits every kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

Array = np.ndarray
Points = Sequence[Sequence[float]] | Array


@dataclass(frozen=True)
class Part:
    """One piece of a product.

    `vertices` is (n, 3); `faces` index them; `uv` is (corners, 2) in the order of the faces, or
    None for a box projection; `material` names a role that the product's surfaces resolve.
    """

    vertices: Array
    faces: list[tuple[int, ...]]
    material: str = "body"
    uv: Array | None = None
    smooth: bool = True
    bevel: float = 0.0
    thickness: float = 0.0
    subdivide: int = 0

    def moved(self, x: float = 0, y: float = 0, z: float = 0) -> Part:
        return replace(self, vertices=self.vertices + np.array([x, y, z]))

    def scaled(self, x: float, y: float | None = None, z: float | None = None) -> Part:
        factors = np.array([x, x if y is None else y, x if z is None else z])
        part = replace(self, vertices=self.vertices * factors)
        return part.flipped() if np.prod(factors) < 0 else part

    def turned(self, degrees: float, axis: str = "z") -> Part:
        return replace(self, vertices=self.vertices @ rotation(degrees, axis).T)

    def flipped(self) -> Part:
        """The same part with its faces wound the other way."""
        uv = self.uv
        if uv is not None:
            order, start = [], 0
            for face in self.faces:
                order += list(range(start + len(face) - 1, start - 1, -1))
                start += len(face)
            uv = uv[order]
        return replace(self, faces=[face[::-1] for face in self.faces], uv=uv)

    def painted(self, material: str) -> Part:
        return replace(self, material=material)


def rotation(degrees: float, axis: str) -> Array:
    """The 3 x 3 matrix of a turn about x, y or z."""
    angle = np.radians(degrees)
    c, s = np.cos(angle), np.sin(angle)
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    matrix = np.eye(3)
    matrix[i, i], matrix[i, j], matrix[j, i], matrix[j, j] = c, -s, s, c
    return matrix


def merged(parts: Iterable[Part], *, x: float = 0, y: float = 0, z: float = 0) -> list[Part]:
    """The same parts, all moved."""
    return [part.moved(x, y, z) for part in parts]


def turned(parts: Iterable[Part], degrees: float, axis: str = "z") -> list[Part]:
    """The same parts, all turned about the origin."""
    return [part.turned(degrees, axis) for part in parts]


def grid(
    points: Array,
    material: str = "body",
    *,
    wrap: bool = False,
    cap: bool = False,
    uv_scale: tuple[float, float] | None = None,
    thickness: float = 0.0,
) -> Part:
    """A surface through (rows, columns, 3) points; `wrap` closes the columns into a ring,
    `cap` closes the first and last ring with a face."""
    rows, columns, _ = points.shape
    last = columns if wrap else columns - 1
    r, c = np.meshgrid(np.arange(rows - 1), np.arange(last), indexing="ij")
    r, c = r.ravel(), c.ravel()
    d = (c + 1) % columns
    faces = np.stack(
        [r * columns + c, r * columns + d, (r + 1) * columns + d, (r + 1) * columns + c], axis=1
    )
    across, along = uv_scale or _lengths(points)
    u0, u1 = c / last * across, (c + 1) / last * across
    v0, v1 = r / (rows - 1) * along, (r + 1) / (rows - 1) * along
    uv = np.stack(
        [
            np.stack([u0, v0], 1),
            np.stack([u1, v0], 1),
            np.stack([u1, v1], 1),
            np.stack([u0, v1], 1),
        ],
        axis=1,
    ).reshape(-1, 2)
    rings = [tuple(face) for face in faces.tolist()]
    if cap:
        first = tuple(range(columns - 1, -1, -1))
        end = tuple(range((rows - 1) * columns, rows * columns))
        rings += [first, end]
        uv = np.concatenate([uv, np.zeros((2 * columns, 2))])
    return Part(points.reshape(-1, 3), rings, material, uv, thickness=thickness)


def _lengths(points: Array) -> tuple[float, float]:
    """How long a grid is across its columns and along its rows, at its widest."""
    across = np.linalg.norm(np.diff(points, axis=1), axis=2).sum(1).max()
    along = np.linalg.norm(np.diff(points, axis=0), axis=2).sum(0).max()
    return float(max(across, 1e-6)), float(max(along, 1e-6))


def smooth_path(points: Points, samples: int = 8, *, closed: bool = False) -> Array:
    """A Catmull-Rom curve through points of any dimension."""
    p = np.asarray(points, float)
    if closed:
        p = np.concatenate([p[-1:], p, p[:2]])
    else:
        p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = np.linspace(0, 1, samples, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True):
        pieces.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    curve = np.concatenate(pieces)
    return curve if closed else np.concatenate([curve, p[-2:-1]])


def lathe(
    profile: Points,
    material: str = "body",
    *,
    segments: int = 56,
    samples: int = 1,
    thickness: float = 0.0,
    turns: float = 1.0,
) -> Part:
    """A surface of revolution about z from (radius, height) pairs, from outside below to top.

    The pattern repeats round the widest girth; `samples` > 1 smooths the profile.
    """
    curve = smooth_path(profile, samples) if samples > 1 else np.asarray(profile, float)
    wrap = turns == 1.0
    angles = np.linspace(0, 2 * np.pi * turns, segments, endpoint=not wrap)
    radius, height = np.maximum(curve[:, :1], 1e-4), curve[:, 1:]
    points = np.stack(
        [radius * np.cos(angles), radius * np.sin(angles), height + 0 * angles], axis=2
    )
    return grid(points, material, wrap=wrap, thickness=thickness)


def tube(
    path: Points,
    radius: float | Sequence[float],
    material: str = "body",
    *,
    sides: int = 12,
    closed: bool = False,
    samples: int = 1,
    flat: float = 1.0,
) -> Part:
    """A pipe along a path of (x, y, z) points; `flat` < 1 makes a strap of it."""
    p = np.asarray(path, float)
    if samples > 1:
        p = smooth_path(p, samples, closed=closed)
    tangents = np.roll(p, -1, 0) - np.roll(p, 1, 0)
    if not closed:
        tangents[0], tangents[-1] = p[1] - p[0], p[-1] - p[-2]
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True) + 1e-9
    radii = np.interp(
        np.linspace(0, 1, len(p)), np.linspace(0, 1, np.size(radius)), np.ravel(radius)
    )
    start = np.array([0, 0, 1.0]) if abs(tangents[0][2]) < 0.9 else np.array([1.0, 0, 0])
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = []
    normal = np.cross(tangents[0], start)
    for point, tangent, size in zip(p, tangents, radii, strict=True):
        normal = normal - tangent * (normal @ tangent)
        normal /= np.linalg.norm(normal) + 1e-9
        other = np.cross(tangent, normal)
        rings.append(
            point
            + size * (np.outer(np.cos(angles), normal) + flat * np.outer(np.sin(angles), other))
        )
    if closed:
        rings.append(rings[0])
    return grid(np.array(rings), material, wrap=True, cap=not closed)


def box(
    size: Sequence[float],
    center: Sequence[float] = (0, 0, 0),
    material: str = "body",
    *,
    bevel: float = 0.02,
) -> Part:
    """A box with softened edges."""
    corners = np.array([(x, y, z) for z in (-0.5, 0.5) for y in (-0.5, 0.5) for x in (-0.5, 0.5)])
    faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    return Part(corners * np.array(size) + np.array(center), faces, material, bevel=bevel)


def soft_box(
    size: Sequence[float],
    center: Sequence[float] = (0, 0, 0),
    material: str = "body",
    *,
    softness: float = 0.3,
    rows: int = 24,
) -> Part:
    """An upholstered block (a superellipsoid): 0.1 is nearly a box, 1 an egg."""
    theta = np.linspace(-np.pi / 2, np.pi / 2, rows)[:, None]
    phi = np.linspace(-np.pi, np.pi, rows * 2, endpoint=False)[None]

    def power(value: Array) -> Array:
        return np.sign(value) * np.abs(value) ** softness

    points = np.stack(
        [
            power(np.cos(theta)) * power(np.cos(phi)),
            power(np.cos(theta)) * power(np.sin(phi)),
            power(np.sin(theta)) + 0 * phi,
        ],
        axis=2,
    )
    part = grid(points * np.array(size) / 2, material, wrap=True)
    return replace(part.moved(*center), uv=None)


def ball(radius: float, center: Sequence[float] = (0, 0, 0), material: str = "body") -> Part:
    """A sphere."""
    angles = np.linspace(-np.pi / 2, np.pi / 2, 25)
    profile = np.stack([radius * np.cos(angles), radius * np.sin(angles)], 1)
    return lathe(profile, material, segments=40).moved(*center)


def slab(
    outline: Points, height: float, material: str = "body", *, z: float = 0.0, bevel: float = 0.0
) -> Part:
    """A flat (x, y) outline, counter-clockwise, given a height."""
    flat = np.asarray(outline, float)[:, :2]
    n = len(flat)
    vertices = np.concatenate(
        [np.column_stack([flat, np.full(n, z)]), np.column_stack([flat, np.full(n, z + height)])]
    )
    sides = [(i, (i + 1) % n, n + (i + 1) % n, n + i) for i in range(n)]
    faces = [tuple(range(n - 1, -1, -1)), tuple(range(n, 2 * n)), *sides]
    return Part(vertices, faces, material, smooth=bevel > 0, bevel=bevel)


def rounded(width: float, depth: float, corner: float, samples: int = 6) -> Array:
    """The outline of a rectangle with round corners, counter-clockwise, (n, 2)."""
    corner = min(corner, width / 2 - 1e-4, depth / 2 - 1e-4)
    turns = np.linspace(0, np.pi / 2, samples)
    points = []
    for quarter, (sx, sy) in enumerate([(1, 1), (-1, 1), (-1, -1), (1, -1)]):
        centre = np.array([sx * (width / 2 - corner), sy * (depth / 2 - corner)])
        angle = turns + quarter * np.pi / 2
        points.append(centre + corner * np.column_stack([np.cos(angle), np.sin(angle)]))
    return np.concatenate(points)


def evenly(outline: Points, count: int) -> Array:
    """A closed outline as `count` points at equal steps, so that a pattern on it is even."""
    closed = np.concatenate([np.asarray(outline, float), np.asarray(outline, float)[:1]])
    walked = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    steps = np.linspace(0, walked[-1], count, endpoint=False)
    return np.column_stack([np.interp(steps, walked, closed[:, axis]) for axis in (0, 1)])


def disc(
    radius: float,
    height: float,
    center: Sequence[float] = (0, 0, 0),
    material: str = "body",
    *,
    edge: float = 0.02,
) -> Part:
    """A round plate of some height with a softened rim; `center` is the middle of its foot."""
    edge = min(edge, height / 2, radius / 2)
    profile = [
        (0, 0),
        (radius - edge, 0),
        (radius, edge),
        (radius, height - edge),
        (radius - edge, height),
        (0, height),
    ]
    return replace(lathe(profile, material).moved(*center), uv=None)
