"""Pictures on products: screens that are switched on, and prints on cloth."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .palette import RGB, rgb, shade
from .patterns import mixed

WARM = ("orange", "yellow", "red", "pink", "teal", "purple", "blue")


def display(seed: int, wide: bool = False) -> Image.Image:
    """A screen showing hills under a coloured sky, with a few icons."""
    rng = np.random.default_rng(seed)
    width, height = (320, 200) if wide else (160, 320)
    top, low = (rgb(str(name)) for name in rng.choice(WARM, 2, replace=False))
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        draw.line((0, y, width, y), fill=mixed(top, low, y / height))
    x, y, size = rng.integers(width // 4, width * 3 // 4), height * 0.4, width * 0.13
    draw.ellipse((x - size, y - size, x + size, y + size), fill=mixed(low, (255, 255, 255), 0.8))
    for layer in range(3):
        base = height * (0.6 + 0.13 * layer)
        phase, waves = rng.uniform(0, 6), rng.uniform(1.2, 2.6)
        ridge = [
            (i, base - height * 0.07 * np.sin(waves * 6.28 * i / width + phase))
            for i in range(0, width + 4, 4)
        ]
        draw.polygon([*ridge, (width, height), (0, height)], fill=shade(top, 0.62 - 0.17 * layer))
    for k in range(4):
        left = width * (0.14 + 0.19 * k)
        side = width * (0.06 if wide else 0.13)
        draw.rounded_rectangle(
            (left, height * 0.88 - side / 2, left + side, height * 0.88 + side / 2),
            side / 4,
            fill=(240, 242, 245),
        )
    return picture


def shirt_print(seed: int, ground: str) -> Image.Image:
    """A drawing for a T-shirt on its own ground colour: sun and hills, waves, or a fern."""
    rng = np.random.default_rng(seed)
    base = rgb(ground)
    bright = sum(base) > 330
    ink: RGB = (40, 44, 60) if bright else (240, 236, 224)
    accent = rgb(str(rng.choice([c for c in WARM if c != ground])))
    picture = Image.new("RGB", (512, 512), base)
    draw = ImageDraw.Draw(picture)
    motif = int(rng.integers(3))
    if motif == 0:
        draw.ellipse((136, 60, 376, 300), fill=accent)
        draw.polygon([(40, 400), (190, 190), (270, 300), (340, 220), (472, 400)], fill=ink)
    elif motif == 1:
        for k in range(5):
            line = [(x, 120 + 70 * k + 26 * np.sin(x / 38 + k)) for x in range(40, 473, 6)]
            draw.line(line, fill=accent if k % 2 else ink, width=22)
    else:
        draw.line((256, 460, 256, 60), fill=ink, width=12)
        for k in range(8):
            y, reach = 420 - 46 * k, 150 - 14 * k
            for sign in (-1, 1):
                end = (256 + sign * reach, y - 60)
                draw.line((256, y, *end), fill=accent, width=26)
    return picture.filter(ImageFilter.GaussianBlur(0.6))
