"""Photos that show nothing a shop could sell, from fixed seeds: noise, walls, skies, floors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

SIDE = 384
OF_EACH = 3

Field = NDArray[np.float64]


def junk() -> Iterator[tuple[str, Image.Image]]:
    """OF_EACH photos of every kind, named after it."""
    for name, draw in KINDS.items():
        for number in range(OF_EACH):
            yield name, draw(np.random.default_rng([number, len(name)]))


def picture(pixels: Field) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def clouds(random: np.random.Generator, cells: int, channels: int = 1) -> Field:
    """Smooth noise in 0..1: few cells make large blots, many make grain."""
    coarse = random.integers(0, 256, (cells, cells, channels), dtype=np.uint8)
    planes = [
        Image.fromarray(coarse[:, :, channel]).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
        for channel in range(channels)
    ]
    return np.stack([np.asarray(plane, float) for plane in planes], axis=2) / 255


def light(random: np.random.Generator) -> Field:
    """Brighter to one side, as a window lights a wall; (SIDE, SIDE, 1) around 1."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    across, down = random.uniform(-0.25, 0.25, 2)
    return np.asarray(1 + across * x + down * y)[:, :, None]


def noise(random: np.random.Generator) -> Image.Image:
    return picture(random.uniform(0, 255, (SIDE, SIDE, 3)))


def wall(random: np.random.Generator) -> Image.Image:
    paint = random.uniform(120, 240, 3)
    grain = random.normal(0, 3, (SIDE, SIDE, 1))
    return picture((paint + grain + 8 * clouds(random, 40)) * light(random))


def gradient(random: np.random.Generator) -> Image.Image:
    share = np.linspace(0, 1, SIDE)[:, None, None]
    first, second = random.uniform(0, 255, (2, 3))
    return picture(np.broadcast_to(first * share + second * (1 - share), (SIDE, SIDE, 3)))


def sky(random: np.random.Generator) -> Image.Image:
    cover = np.clip(1.6 * clouds(random, 5) * clouds(random, 12) - 0.2, 0, 1)
    return picture(np.array([90, 150, 220]) * (1 - cover) + 245 * cover)


def bricks(random: np.random.Generator) -> Image.Image:
    image = Image.new("RGB", (SIDE, SIDE), (196, 188, 178))
    draw = ImageDraw.Draw(image)
    for row, y in enumerate(range(0, SIDE, 32)):
        for x in range(-64, SIDE, 64):
            red = int(random.integers(120, 180))
            left = x + 32 * (row % 2)
            draw.rectangle((left + 2, y + 2, left + 61, y + 29), (red, red // 2, red // 3))
    return picture(np.asarray(image, float) + random.normal(0, 9, (SIDE, SIDE, 1)))


def grass(random: np.random.Generator) -> Image.Image:
    blades = clouds(random, 160) * 0.6 + clouds(random, 30) * 0.4
    return picture(np.array([110, 170, 60]) * (0.35 + blades) * light(random))


def asphalt(random: np.random.Generator) -> Image.Image:
    grain = random.normal(0, 22, (SIDE, SIDE, 1))
    return picture(np.full(3, random.uniform(70, 120)) + grain + 25 * clouds(random, 6))


def page(random: np.random.Generator) -> Image.Image:
    """Lines of something like print."""
    image = Image.new("RGB", (SIDE, SIDE), (250, 249, 244))
    draw = ImageDraw.Draw(image)
    for y in range(24, SIDE - 24, 14):
        x = 24
        while x < SIDE - 60:
            length = int(random.integers(8, 50))
            draw.rectangle((x, y, x + length, y + 5), (50, 50, 55))
            x += length + 6
    return image.filter(ImageFilter.GaussianBlur(0.7))


def lights(random: np.random.Generator) -> Image.Image:
    """A street at night, out of focus."""
    image = Image.new("RGB", (SIDE, SIDE), (12, 12, 22))
    draw = ImageDraw.Draw(image)
    for x, y, radius in random.integers((0, 0, 6), (SIDE, SIDE, 26), (28, 3)).tolist():
        glow = tuple(random.integers((150, 90, 30), (256, 220, 160)).tolist())
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), glow)
    return image.filter(ImageFilter.GaussianBlur(5))


def finger(random: np.random.Generator) -> Image.Image:
    """A thumb over the lens."""
    skin = np.array([200, 130, 105]) * (0.55 + 0.5 * clouds(random, 3))
    return picture(skin).filter(ImageFilter.GaussianBlur(12))


KINDS: dict[str, Callable[[np.random.Generator], Image.Image]] = {
    "noise": noise,
    "wall": wall,
    "gradient": gradient,
    "sky": sky,
    "bricks": bricks,
    "grass": grass,
    "asphalt": asphalt,
    "page": page,
    "lights": lights,
    "finger": finger,
}
