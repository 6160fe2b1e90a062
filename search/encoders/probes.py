"""Texts and pictures with which an export is compared with torch, of every shape that occurs."""

from __future__ import annotations

import numpy as np
from PIL import Image

KINDS = ("dress", "running shoes", "coffee mug", "armchair", "headphones", "face cream", "backpack")
COLOURS = ("red", "navy blue", "off-white", "olive green")
SENTENCE = "A sturdy one for every day, made of solid oak, with a lid and two handles. "


def probe_texts() -> list[str]:
    """Single words, queries, titles with numbers, other alphabets, descriptions, nothing at all."""
    queries = [f"{colour} {kind}" for kind in KINDS for colour in COLOURS]
    odd = ["", "?", "größe 42 sandalen", "пальто", "SKU-4711/B 500 ml", "gift for a runner"]
    return [*KINDS, *queries, *odd, SENTENCE, SENTENCE * 4, "word " * 3000]


def probe_images() -> list[Image.Image]:
    """Wide, tall, tiny and large; smooth, sharp, noisy; by a fixed seed."""
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
    return pictures
