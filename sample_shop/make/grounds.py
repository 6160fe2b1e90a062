"""What shoppers put things on: floors, tables, beds, grass and pavement."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .cloth import creases
from .materials import Surface
from .mesh import Part, grid
from .palette import RGB, shade
from .studio import Studio

SIDE = 384
WOODS: tuple[RGB, ...] = ((176, 128, 84), (120, 78, 48), (205, 170, 126), (150, 140, 128))
LINENS = ("white", "grey", "blue", "beige", "pink", "olive")
WALLS = ("white", "white", "beige", "beige", "grey", "teal", "pink", "olive")


@dataclass(frozen=True)
class Ground:
    """A kind of ground and how many units one tile of its texture covers."""

    name: str
    repeat: float
    wall: bool = False


GROUNDS = {
    "boards": Ground("boards", 3.2, wall=True),
    "table": Ground("table", 4.5),
    "carpet": Ground("carpet", 2.0, wall=True),
    "bed": Ground("bed", 1.0),
    "grass": Ground("grass", 2.2),
    "tiles": Ground("tiles", 3.0, wall=True),
    "pavement": Ground("pavement", 3.6),
}


def _speckled(base: RGB, spread: float, seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    noise = rng.normal(0, spread, (SIDE, SIDE, 1)) + rng.normal(0, spread / 3, (SIDE, SIDE, 3))
    return Image.fromarray(np.clip(np.array(base) + noise, 0, 255).astype(np.uint8))


def boards(base: RGB, seed: int, rows: int = 6) -> Image.Image:
    """Wooden boards: each a shade of its own, with drawn-out grain and dark joints."""
    rng = np.random.default_rng(seed)
    grain = rng.normal(0, 1, (SIDE, SIDE // 24))
    streaks = np.asarray(Image.fromarray(grain.astype(np.float32)).resize((SIDE, SIDE)))
    tall = SIDE // rows
    tone = np.repeat(rng.uniform(0.82, 1.08, rows), tall)[:, None]
    field = (tone + 0.06 * streaks)[..., None] * np.array(base)
    picture = Image.fromarray(np.clip(field, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for k in range(rows if rows > 1 else 0):
        draw.line((0, k * tall, SIDE, k * tall), fill=shade(base, 0.4), width=2)
        x = int(rng.integers(SIDE))
        draw.line((x, k * tall, x, (k + 1) * tall), fill=shade(base, 0.45), width=2)
    return picture


def grass(seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    picture = Image.new("RGB", (SIDE, SIDE), (62, 88, 40))
    draw = ImageDraw.Draw(picture)
    for _ in range(5200):
        x, y = rng.uniform(0, SIDE, 2)
        reach, light = rng.normal(0, 7, 2), rng.uniform(0.6, 1.5)
        draw.line((x, y, x + reach[0], y - 6 + reach[1]), fill=shade((84, 118, 50), light), width=2)
    return picture


def tiles(base: RGB, seed: int, count: int = 3) -> Image.Image:
    picture = _speckled(base, 3.0, seed)
    draw = ImageDraw.Draw(picture)
    for k in range(count):
        at = k * SIDE // count
        draw.line((at, 0, at, SIDE), fill=shade(base, 0.72), width=5)
        draw.line((0, at, SIDE, at), fill=shade(base, 0.72), width=5)
    return picture


def surface(name: str, chance: Random) -> Surface:
    """The look of a ground, drawn anew for each photo."""
    seed = chance.randrange(1000)
    wood = chance.choice(WOODS)
    if name == "boards":
        return Surface("oak", "natural", image=boards(wood, seed))
    if name == "table":
        return Surface("oak", "natural", image=boards(wood, seed, rows=chance.choice((1, 4))))
    if name == "grass":
        return Surface("soil", "green", image=grass(seed))
    if name == "carpet":
        tone = chance.choice(((168, 160, 150), (96, 104, 116), (196, 182, 160), (128, 92, 80)))
        return Surface("wool", "grey", image=_speckled(tone, 14, seed))
    if name == "tiles":
        tone = chance.choice(((214, 212, 206), (176, 180, 182), (150, 120, 100)))
        return Surface("stoneware", "grey", image=tiles(tone, seed))
    if name == "pavement":
        rough = _speckled((138, 136, 132), 16, seed).filter(ImageFilter.GaussianBlur(0.7))
        return Surface("concrete", "grey", image=rough)
    return Surface("linen", chance.choice(LINENS))


def rumpled(seed: int) -> Part:
    """A bed cover with soft folds, about a bed's width."""
    x, y = np.meshgrid(np.linspace(-7, 7, 141), np.linspace(-7, 7, 141))
    flat = np.column_stack([x.ravel(), y.ravel()])
    folds = creases(seed, 0.24, extent=3.4, count=240)
    z = folds(flat / 2.2) * 0.8 - 0.05
    calm = np.clip((np.linalg.norm(flat, axis=1) - 0.6) / 1.2, 0.4, 1)
    return grid(np.column_stack([flat, z * calm - 0.03]).reshape(141, 141, 3), "ground")


def lay(studio: Studio, name: str, chance: Random) -> None:
    """Put the ground, and for some rooms the wall behind it, into the scene."""
    ground = GROUNDS[name]
    look = surface(name, chance)
    if name == "bed":
        studio.place([rumpled(chance.randrange(1000))], {"ground": look})
    else:
        studio.floor(studio.shelf.get(look), -0.002, ground.repeat)
    if ground.wall:
        paint = Surface("cotton", chance.choice(WALLS), tint=0.9)
        corners = np.array([[(-40, 0, -1), (40, 0, -1)], [(-40, 0, 30), (40, 0, 30)]], float)
        wall = grid(corners, "wall").moved(y=chance.uniform(1.6, 3.2))
        studio.place([wall.turned(chance.uniform(-14, 14))], {"wall": paint})
