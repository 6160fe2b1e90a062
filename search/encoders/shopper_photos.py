"""A shopper's photo is looked at three times: whole, and at its middle, where the thing is.

A packshot is filled by its product; around what somebody photographs stand a table, a floor and
other things, and they draw the vector of the whole picture to where they are themselves. A weighted
mean of the looks keeps what stands at the rim and counts the middle more. What it is worth, and
what other looks are: docs/encoder_experiments.md.

Its colours are named as if it had been taken in full light: a white mug in a dim kitchen is grey.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from .colors_seen import colors_of
from .contract import Encoder
from .images import flatten

LOOKS = ((1.0, 1.0), (0.8, 1.0), (0.65, 0.5))  # what share of each side is seen, and its weight
BRIGHTEST = 98  # percentile of a photo's pixels that is taken for white
DARKEST = 30  # of 255: what is brightest in a photo taken by night is no white
SIDE = 224  # pixels of the longer side that are looked at


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


def colors_in_full_light(photo: Image.Image) -> dict[str, float]:
    """Share of the thing by family, as `colors_of` of the photo with its brightest made white.

    One gain for all channels (the white patch of Land and McCann, 1971, for the amount of light
    alone): with one for each, a red thing that fills its photo is a white one in red light.
    """
    small = flatten(photo)
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    pixels = np.asarray(small, np.float32)
    gain = 255 / max(float(np.percentile(pixels.max(-1), BRIGHTEST)), DARKEST)
    return colors_of(Image.fromarray((pixels * gain).clip(0, 255).astype(np.uint8)))
