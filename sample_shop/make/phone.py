"""What a phone does to a picture: colour cast, softness, grain, vignette and JPEG blocks."""

from __future__ import annotations

from io import BytesIO
from random import Random

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter


def snapped(picture: Image.Image, chance: Random) -> Image.Image:
    """The same picture as an ordinary phone would have kept it."""
    cast = np.array([chance.uniform(0.93, 1.1), 1.0, chance.uniform(0.86, 1.08)])
    field = np.asarray(picture, np.float32) * cast * chance.uniform(0.86, 1.1)
    side = np.linspace(-1, 1, field.shape[0])
    radius = side[:, None] ** 2 + side[None] ** 2
    field = field * (1 - chance.uniform(0.03, 0.13) * radius)[..., None]
    rng = np.random.default_rng(chance.randrange(2**31))
    strength = chance.choice((2.0, 4.0, 7.0, 11.0))
    grain = rng.normal(0, strength, field.shape[:2])[..., None]
    field = field + grain + rng.normal(0, strength / 2, field.shape)
    kept = Image.fromarray(np.clip(field, 0, 255).astype(np.uint8))
    if chance.random() < 0.35:
        kept = kept.filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 1.1)))
    kept = ImageEnhance.Contrast(kept).enhance(chance.uniform(0.88, 1.14))
    blocks = BytesIO()
    kept.save(blocks, "JPEG", quality=chance.randint(45, 82))
    return Image.open(blocks).convert("RGB")
