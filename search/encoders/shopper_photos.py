"""A shopper's photo is looked at twice: whole, and at its middle, where the thing is.

A packshot is filled by its product; around what somebody photographs stand a table, a floor and
other things, and they draw the vector of the whole picture to where they are themselves. The mean
of both looks keeps what stands at the rim and counts the middle more. What it is worth, and what
other looks are: docs/encoder.md.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from .contract import Encoder

MIDDLE = 0.8  # of each side


def encode_photo(photo: Image.Image, encoder: Encoder) -> np.ndarray:
    """(dimensions,) float32 of unit length."""
    mean = encoder.encode_images([photo, middle(photo)]).mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def middle(photo: Image.Image) -> Image.Image:
    """At least a pixel of it."""
    width, height = photo.size
    left, top = (round(side * (1 - MIDDLE) / 2) for side in photo.size)
    return photo.crop((left, top, max(width - left, left + 1), max(height - top, top + 1)))
