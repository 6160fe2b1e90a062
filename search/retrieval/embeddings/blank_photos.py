"""Photos that show nothing a shop could sell: a wall, a lawn, the inside of a pocket.

A nearest product there is always. What tells such a photo is that it looks more like noise than
like any product; so a few pictures of noise, from white to clouds (1/f, as natural pictures have
their spectrum: Field, 1987), are encoded as well and stand for nothing. One of them alone may share
a colour or a grain with a thing (striped shorts); a photo of nothing is like most of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from search.encoders import Encoder

SIDE = 224  # pixels
STEEPNESS = (0.0, 2.0, 3.0)  # of the spectrum: grain, clouds, blots
OF_EACH = 5
KIN = 0.65  # as like noise on the average, as a share of how like noise is to other noise
MARGIN = 0.05  # a product has to look so much more like the photo than nothing does

Vectors = NDArray[np.float32]

_known: dict[str, Vectors] = {}  # by the encoder's name


def shows_nothing(photo: Vectors, cosines: NDArray[np.float64], encoder: Encoder | None) -> bool:
    """photo: (d,); cosines: (n,) of it with the photos of products, nan where there is none."""
    if encoder is None or np.isnan(cosines).all():
        return False
    known = nothing(encoder)
    like_noise = known @ photo
    others = ~np.eye(len(known), dtype=bool)
    kin = like_noise.mean() >= KIN * (known @ known.T)[others].mean()
    return bool(kin and np.nanmax(cosines) < like_noise.max() + MARGIN)


def nothing(encoder: Encoder) -> Vectors:
    """(m, d), made once a process: some tenths of a second."""
    if encoder.name not in _known:
        random = np.random.default_rng(0)
        pictures = [noise(random, each) for each in STEEPNESS * OF_EACH]
        _known[encoder.name] = encoder.encode_images(pictures)
    return _known[encoder.name]


def noise(random: np.random.Generator, steepness: float) -> Image.Image:
    """Of any ground and contrast, from grey to motley."""
    across, down = np.meshgrid(np.fft.fftfreq(SIDE), np.fft.fftfreq(SIDE))
    frequency = np.maximum(np.hypot(across, down), 1 / SIDE)[:, :, None]
    white = np.fft.fft2(random.standard_normal((SIDE, SIDE, 3)), axes=(0, 1))
    motley = np.real(np.fft.ifft2(white / frequency**steepness, axes=(0, 1)))
    motley = (motley - motley.mean((0, 1))) / motley.std((0, 1))
    share, contrast = random.uniform(0, 1), random.uniform(5, 60)
    pixels = share * motley + (1 - share) * motley.mean(2, keepdims=True)
    ground = random.uniform(30, 230, 3)
    return Image.fromarray(np.clip(ground + contrast * pixels, 0, 255).astype(np.uint8))
