"""The encoder of the tests: words and colours, nothing learned, the same numbers every time.

A text is the sum of its words' directions, a picture the direction of the name of its mean colour:
"red" finds a red picture, and two texts are as near as the words that they share.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np
from PIL import Image

COLORS = {
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "grey": (128, 128, 128),
    "red": (220, 20, 30),
    "green": (20, 160, 60),
    "blue": (30, 60, 220),
    "yellow": (240, 220, 30),
    "brown": (120, 70, 30),
    "pink": (250, 150, 190),
}


class StubEncoder:
    """The contract of `search.encoders.contract.Encoder`, without a model."""

    name = "stub@1"
    dimensions = 64
    image_size = 32
    serving = "onnx"
    serving_note = ""

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        return self.stack([re.findall(r"\w+", text.lower()) for text in texts])

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        return self.stack([[nearest_color(image)] for image in images])

    def stack(self, bags: Sequence[Sequence[str]]) -> np.ndarray:
        rows = [sum((direction(word) for word in bag), direction("")) for bag in bags]
        vectors = np.array(rows, np.float32).reshape(-1, self.dimensions)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def direction(word: str) -> np.ndarray:
    seeded = np.random.default_rng(zlib.crc32(word.rstrip("s").encode()))
    return seeded.standard_normal(StubEncoder.dimensions) * (1 if word else 0.1)


def nearest_color(image: Image.Image) -> str:
    mean = np.asarray(image.convert("RGB").resize((1, 1)), float).ravel()
    return min(COLORS, key=lambda name: float(np.abs(mean - COLORS[name]).sum()))
