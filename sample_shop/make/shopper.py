"""Photos that shoppers took: other light, other ground, other things in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from .grounds import lay
from .kinds import Kind
from .mesh import Array, Part
from .phone import snapped
from .products import Product, products
from .render import build
from .shots import Snapshot, snapshots
from .studio import Studio, View

QUALITY = 80


def _light(studio: Studio, name: str, chance: Random) -> None:
    side = chance.choice((-1, 1))
    if name == "lamp":
        studio.ambient((1.0, 0.84, 0.68), 0.36)
        studio.light((side * 3.0, -1.5, 3.2), 230, 0.8, (1.0, 0.72, 0.44))
    elif name == "dim":
        studio.ambient((0.85, 0.9, 1.0), 0.5)
        studio.light((side * 1.0, 0.5, 6.0), 120, 2.5, (1.0, 0.92, 0.8))
    elif name == "window":
        studio.ambient((0.85, 0.92, 1.0), 0.4)
        studio.light((side * 6.0, -0.5, 3.0), 560, 2.2, (0.92, 0.96, 1.0))
    else:
        studio.ambient((0.9, 0.95, 1.0), 0.7)
        studio.light((side * 4.0, -3.0, 7.0), 420, 0.7, (1.0, 0.97, 0.9))


def _standing(parts: list[Part], turn: float, scale: float, x: float, y: float) -> list[Part]:
    """A product turned, sized and set down with its foot at (x, y, 0)."""
    spun = [part.turned(turn) for part in parts]
    cloud = np.concatenate([part.vertices for part in spun])
    middle = (cloud.max(0) + cloud.min(0)) / 2
    return [
        part.moved(-middle[0], -middle[1], -cloud[:, 2].min()).scaled(scale).moved(x, y)
        for part in spun
    ]


def _extent(parts: list[Part]) -> float:
    cloud = np.concatenate([part.vertices for part in parts])
    return float(np.ptp(cloud, axis=0).max())


def _neighbours(shot: Snapshot, chance: Random) -> Iterator[Product]:
    """Other products that could lie about: of the same department, or anything small."""
    nearby = [
        other
        for other in products()
        if other.kind.key != shot.product.kind.key
        and 0.35 < other.kind.span_cm / shot.product.kind.span_cm < 1.6
        and (other.department == shot.product.department or chance.random() < 0.2)
    ]
    count = chance.choice((0, 1, 1, 2))
    yield from chance.sample(nearby, min(count, len(nearby)))


def camera(kind: Kind, chance: Random) -> View:
    """Where a hand holds a phone: not level, not centred, too near or too far."""
    steep = chance.uniform(42, 78) if kind.flat else chance.uniform(14, 46)
    return View(
        azimuth=chance.uniform(-35, 35),
        elevation=steep,
        zoom=chance.uniform(0.72, 1.08),
        lens=chance.choice((28.0, 35.0, 50.0)),
        shift=(chance.uniform(-0.22, 0.22), chance.uniform(-0.18, 0.18)),
        roll=chance.gauss(0, 5),
    )


def compose(studio: Studio, shot: Snapshot, chance: Random) -> Array:
    """Build the scene; returns the vertices of the product that is meant."""
    product = shot.product
    lay(studio, shot.ground, chance)
    _light(studio, shot.light, chance)
    parts, dressed = build(product, product.colorways[0])
    own = _extent(parts)
    parts = _standing(parts, chance.uniform(-35, 35), 1.0, 0, 0)
    studio.place(parts, dressed)
    reach = max(float(np.ptp(part.vertices[:, 0])) for part in parts) / 2 + 0.1
    side = chance.choice((-1, 1))
    for other in _neighbours(shot, chance):
        pieces, look = build(other, other.colorways[0])
        size = (other.kind.span_cm / product.kind.span_cm) * own / _extent(pieces)
        side = -side
        # A step nearer to the camera now and then, so that it hides a corner of the product.
        near = chance.choice((-0.55, 0.1, 0.5))
        away = reach * (0.82 if near < 0 else 1.0) + _extent(pieces) * size * 0.5
        studio.place(_standing(pieces, chance.uniform(0, 360), size, side * away, near), look)
    return np.concatenate([part.vertices for part in parts])


def photograph_as_shoppers(
    folder: Path, *, pixels: int, samples: int, threads: int, share: int = 0, shares: int = 1
) -> None:
    """Take whatever shopper photo of this share is missing from `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(pixels=pixels, samples=samples, threads=threads)
    with TemporaryDirectory() as scratch:
        for index, shot in enumerate(snapshots()):
            target = folder / shot.name
            if index % shares != share or target.exists():
                continue
            chance = Random(f"snapshot {shot.name}")
            studio.empty()
            subject = compose(studio, shot, chance)
            studio.frame(subject, camera(shot.product.kind, chance))
            picture = snapped(studio.shoot(Path(scratch)), chance)
            partial = target.with_suffix(".part")
            picture.save(partial, "WEBP", quality=QUALITY, method=6)
            partial.rename(target)
