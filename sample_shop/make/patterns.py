"""Patterns as square tiles that repeat without a seam, drawn in sRGB."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PIL import Image, ImageDraw

from .palette import RGB, rgb, shade

SIDE = 240
Ink = Callable[[ImageDraw.ImageDraw, RGB, RGB], None]


def mixed(a: RGB, b: RGB, share: float) -> RGB:
    """The colour a given share of the way from a to b."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def stripes(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    for top in range(0, SIDE, 80):
        draw.rectangle((0, top, SIDE, top + 29), fill=second)


def pinstripes(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    for left in range(10, SIDE, 40):
        draw.rectangle((left, 0, left + 7, SIDE), fill=second)


def checks(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    half = mixed(base, second, 0.5)
    for left in range(0, SIDE, 120):
        draw.rectangle((left, 0, left + 59, SIDE), fill=half)
        draw.rectangle((0, left, SIDE, left + 59), fill=half)
    for left in range(0, SIDE, 120):
        for top in range(0, SIDE, 120):
            draw.rectangle((left, top, left + 59, top + 59), fill=second)


def plaid(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    dark, thin = mixed(base, second, 0.55), shade(base, 0.55)
    draw.rectangle((40, 0, 119, SIDE), fill=dark)
    draw.rectangle((0, 40, SIDE, 119), fill=dark)
    draw.rectangle((40, 40, 119, 119), fill=second)
    for at in (20, 180):
        draw.rectangle((at, 0, at + 7, SIDE), fill=thin)
        draw.rectangle((0, at, SIDE, at + 7), fill=thin)


def dots(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    for row in range(-1, 5):
        for column in range(-1, 5):
            x, y = column * 80 + (40 if row % 2 else 0), row * 60 + 30
            draw.ellipse((x - 15, y - 15, x + 15, y + 15), fill=second)


def floral(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    leaf = mixed((70, 120, 70), base, 0.25)
    blooms = ((60, 60, 30, 0.0), (180, 170, 34, 0.4), (170, 40, 18, 0.9), (50, 180, 20, 0.2))
    for x, y, size, turn in blooms:
        for k in range(3):
            angle = turn + 0.5 + k * 2.1
            ex, ey = x + 1.7 * size * cos(angle), y + 1.7 * size * sin(angle)
            draw.line((x, y, ex, ey), fill=leaf, width=5)
            draw.ellipse((ex - 8, ey - 6, ex + 8, ey + 6), fill=leaf)
        for k in range(5):
            px = x + 0.62 * size * cos(turn + k * 2 * pi / 5)
            py = y + 0.62 * size * sin(turn + k * 2 * pi / 5)
            draw.ellipse((px - size / 2, py - size / 2, px + size / 2, py + size / 2), fill=second)
        heart = mixed(second, (240, 190, 60), 0.8)
        draw.ellipse((x - size / 3, y - size / 3, x + size / 3, y + size / 3), fill=heart)


def zigzag(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    for top in range(-80, SIDE + 80, 80):
        line = [(x, top + (30 if (x // 30) % 2 else 0)) for x in range(-30, SIDE + 60, 30)]
        draw.line(line, fill=second, width=17)


def diamonds(draw: ImageDraw.ImageDraw, base: RGB, second: RGB) -> None:
    half = SIDE // 4
    for x in (half, 3 * half):
        for y in (half, 3 * half):
            inner = mixed(base, second, 0.35)
            draw.polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], fill=second)
            draw.polygon([(x, y - 28), (x + 28, y), (x, y + 28), (x - 28, y)], fill=inner)


PATTERNS: dict[str, Ink] = {
    "striped": stripes,
    "pinstriped": pinstripes,
    "checked": checks,
    "plaid": plaid,
    "dotted": dots,
    "floral": floral,
    "zigzag": zigzag,
    "diamond": diamonds,
}


def tile(pattern: str, base: str, second: str) -> Image.Image:
    """One repeat of a named pattern in two named colours, SIDE pixels square."""
    picture = Image.new("RGB", (SIDE * 2, SIDE * 2), rgb(base))
    small = Image.new("RGB", (SIDE, SIDE), rgb(base))
    PATTERNS[pattern](ImageDraw.Draw(small), rgb(base), rgb(second))
    for x in (0, SIDE):
        for y in (0, SIDE):
            picture.paste(small, (x, y))
    return picture.crop((0, 0, SIDE, SIDE))
