"""Any picture as three plain colour channels, the form that every image tower takes."""

from __future__ import annotations

import numpy as np
from PIL import Image


def flatten(image: Image.Image) -> Image.Image:
    """RGB on white. Transparent pixels become white, as a product page would show them.

    16-bit grey is scaled to 8 bits: Pillow's own conversion would clip everything to white.
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _from_deep_grey(image)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("RGB")


def _from_deep_grey(image: Image.Image) -> Image.Image:
    values = np.asarray(image, dtype=np.float32)
    highest = float(values.max(initial=0.0))
    scale = 255.0 / 65535.0 if highest > 255.0 else 1.0
    grey = np.clip(values * scale, 0, 255).astype(np.uint8)
    return Image.fromarray(grey).convert("RGB")
