"""An encoder of tests that sees what the drawings of `tests.audit_shop` show.

A picture is the sum of the words for its colour and its kind, as a text is, and beside it a little
of its own shading: so a text is near to its picture, and a picture nearest to its own copy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from tests import audit_shop
from tests.stub_encoder import StubEncoder, direction

WORDS = StubEncoder.dimensions
COLOR = 0.6  # weight of the colour beside the kind
OWN = 0.7  # weight of the shading


class ThingEncoder:
    name = "things@1"
    dimensions = WORDS + audit_shop.CELLS**2
    image_size = 32
    serving = "onnx"
    serving_note = ""

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        words = StubEncoder().encode_texts(texts)
        return np.pad(words, ((0, 0), (0, audit_shop.CELLS**2)))

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        return np.stack([seen(image) for image in images]) if images else np.zeros((0, 0))


def seen(image: Image.Image) -> np.ndarray:
    side = audit_shop.CELLS
    pixels = np.asarray(image.convert("RGB").resize((side, side), Image.Resampling.BOX), float)
    thing = pixels.min(-1) < 200  # whatever is not the white ground
    color = pixels[thing].mean(0) if thing.any() else np.full(3, 255.0)
    colors = {name: np.abs(color - place).sum() for name, place in audit_shop.COLORS.items()}
    kinds = {kind: (audit_shop.cells(kind) == thing).mean() for kind in audit_shop.KINDS}
    words = COLOR * unit(direction(min(colors, key=colors.__getitem__)))
    words = words + unit(direction(max(kinds, key=kinds.__getitem__)))
    light = pixels.mean(-1)
    own = np.where(thing, light - light[thing].mean() if thing.any() else 0, 0).ravel()
    return np.concatenate([unit(words), OWN * unit(own)]) / np.hypot(1, OWN)


def unit(vector: np.ndarray) -> np.ndarray:
    return np.asarray(vector / (np.linalg.norm(vector) + 1e-9), np.float32)
