"""A shopper's photo is looked at three times: whole, and at its middle, where the thing is.

A packshot is filled by its product; around what somebody photographs stand a table, a floor and
other things, and they draw the vector of the whole picture to where they are themselves. A weighted
mean of the looks keeps what stands at the rim and counts the middle more. What it is worth, and
what other looks are: docs/encoder.md.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from .contract import Encoder

LOOKS = ((1.0, 1.0), (0.8, 1.0), (0.65, 0.5))  # what share of each side is seen, and its weight


def encode_photo(photo: Image.Image, encoder: Encoder) -> np.ndarray:
    """(dimensions,) float32 of unit length."""
    shares, weights = zip(*LOOKS, strict=True)
    seen = encoder.encode_images([middle(photo, share) for share in shares])
    mean = np.asarray(weights, np.float32) @ seen
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def middle(photo: Image.Image, share: float) -> Image.Image:
    """`share` of each side, at least a pixel."""
    width, height = photo.size
    left, top = (round(side * (1 - share) / 2) for side in photo.size)
    return photo.crop((left, top, max(width - left, left + 1), max(height - top, top + 1)))
