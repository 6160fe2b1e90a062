"""An encoder of tests that sees what the drawings of `tests.audit_shop` show.

A picture is the sum of the words for its colour and its kind, as a text is, and beside it a little
of its very own tint: so a text is near to its picture, and a picture nearest to its own copy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from tests import audit_shop
from tests.stub_encoder import StubEncoder, direction

WORDS, TINTS = StubEncoder.dimensions, 64
COLOR, OWN = 0.6, 0.7  # weights of the colour beside the kind, and of the tint beside both
GROUND = 240  # what is lighter is no part of a thing
# Random Fourier features (Rahimi and Recht, 2007): tints that differ by 30 are hardly alike.
WAVES = np.random.default_rng(3).standard_normal((TINTS // 2, 3)) / 14


class ThingEncoder:
    name = "things@1"
    dimensions = WORDS + TINTS
    image_size = 96
    serving = "onnx"
    serving_note = ""

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        return np.pad(StubEncoder().encode_texts(texts), ((0, 0), (0, TINTS)))

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        vectors = [seen(np.asarray(image.convert("RGB"), float)) for image in images]
        return np.array(vectors, np.float32).reshape(-1, self.dimensions)


def seen(pixels: np.ndarray) -> np.ndarray:
    thing = pixels.min(-1) < GROUND
    tint = np.median(pixels[thing], 0) if thing.any() else np.full(3, 255.0)
    colors = {name: np.abs(tint - place).sum() for name, place in audit_shop.COLORS.items()}
    kinds = {kind: (shape(kind, thing.shape) == thing).mean() for kind in audit_shop.KINDS}
    words = COLOR * unit(direction(min(colors, key=colors.__getitem__)))
    words = words + unit(direction(max(kinds, key=kinds.__getitem__)))
    own = np.concatenate([np.cos(WAVES @ tint), np.sin(WAVES @ tint)])
    return np.concatenate([unit(words), OWN * unit(own)]) / np.hypot(1, OWN)


def shape(kind: str, size: tuple[int, ...]) -> np.ndarray:
    drawn = Image.fromarray(audit_shop.cells(kind))
    return np.asarray(drawn.resize((size[1], size[0]), Image.Resampling.NEAREST))


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / (np.linalg.norm(vector) + 1e-9)
