"""Texts and pictures with which an export is compared with torch, of every shape that occurs.

Photos are made up, because an encoder is exported wherever it is served: shapes on white or on
each other, with surfaces whose spectrum is that of natural pictures (1 / frequency).
"""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image, ImageDraw

KINDS = ("dress", "running shoes", "coffee mug", "armchair", "headphones", "face cream", "backpack")
COLOURS = ("red", "navy blue", "off-white", "olive green")
FOREIGN_KINDS = ("Kleid", "zapatos", "tasse à café", "poltrona", "koptelefoon", "plecak", "çanta")
FOREIGN_COLOURS = ("rotes", "azul marino", "blanc cassé", "verde oliva")
FOREIGN_SENTENCE = "Robust für jeden Tag, aus massiver Eiche, mit Deckel und zwei Griffen. "
SENTENCE = "A sturdy one for every day, made of solid oak, with a lid and two handles. "


def probe_texts() -> list[str]:
    """Single words, queries, titles with numbers, other alphabets, descriptions, nothing at all."""
    queries = [f"{colour} {kind}" for kind in KINDS for colour in COLOURS]
    odd = ["", "?", "größe 42 sandalen", "пальто", "SKU-4711/B 500 ml", "gift for a runner"]
    return [*KINDS, *queries, *odd, SENTENCE, SENTENCE * 4, "word " * 3000]


def foreign_probes() -> list[str]:
    """The same kinds of text in other languages, in every script that the second tower reads."""
    coloured = [f"{colour} {kind}" for kind in FOREIGN_KINDS for colour in FOREIGN_COLOURS]
    scripts = ["красные туфли", "赤い靴", "빨간 신발", "รองเท้าสีแดง", "红色的鞋子", "أحذية حمراء"]
    return [*FOREIGN_KINDS, *coloured, *scripts, FOREIGN_SENTENCE, FOREIGN_SENTENCE * 4]


@cache  # a second of work each, and an export asks twice
def probe_images() -> tuple[Image.Image, ...]:
    """Wide, tall, tiny and large; smooth, sharp, noisy; like photos; by a fixed seed."""
    random = np.random.default_rng(0)
    pictures = []
    for width, height in [(224, 224), (60, 80), (640, 300), (200, 900), (1, 1), (31, 17)]:
        corners = random.integers(0, 256, (3, 3, 3), dtype=np.uint8)
        smooth = Image.fromarray(corners).resize((width, height), Image.Resampling.BICUBIC)
        noise = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
        pictures += [smooth, Image.blend(smooth, Image.fromarray(noise), 0.3)]
        smooth = smooth.copy()
        smooth.paste((20, 20, 160), (width // 4, height // 4, width * 3 // 4, height * 3 // 4))
        pictures.append(smooth)
    return (*pictures, *(_photo(random) for _ in range(24)))


@cache
def calibration_images() -> tuple[Image.Image, ...]:
    """Others, to see which values an encoder computes with."""
    random = np.random.default_rng(1)
    return tuple(_photo(random) for _ in range(40))


def _photo(random: np.random.Generator, side: int = 224) -> Image.Image:
    plain = Image.new("RGB", (side, side), "white")
    picture = _surface(random, side) if random.random() < 0.5 else plain
    for _ in range(random.integers(1, 5)):
        mask = Image.new("L", (side, side))
        pen, points = ImageDraw.Draw(mask), random.uniform(0, side, (5, 2))
        box = [*points.min(0), *points.max(0)]
        draw = random.integers(3)
        if draw == 0:
            pen.ellipse(box, fill=255)
        elif draw == 1:
            pen.rectangle(box, fill=255)
        else:
            pen.polygon([tuple(point) for point in points], fill=255)
        picture.paste(_surface(random, side), mask=mask)
    return picture


def _surface(random: np.random.Generator, side: int) -> Image.Image:
    across, down = np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)
    frequency = np.hypot(across, down)
    frequency[0, 0] = 1.0
    phases = np.exp(2j * np.pi * random.random((3, *frequency.shape)))
    waves = np.fft.irfft2(phases / frequency ** random.uniform(0.8, 1.6), (side, side))
    waves /= waves.std((1, 2), keepdims=True)
    mixed = np.tensordot(random.normal(size=(3, 3)) * random.uniform(10, 60), waves, 1)
    pixels = random.uniform(40, 215, (3, 1, 1)) + mixed
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8).transpose(1, 2, 0))
