"""Pictures to pixels as a model's own processor does it, with Pillow and NumPy alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from .images import flatten


@dataclass(frozen=True)
class Preprocessing:
    """What a `transformers` image processor says about itself, in pixels and factors."""

    height: int
    width: int
    shortest: int | None
    crop: tuple[int, int] | None
    resample: int
    factor: float
    mean: tuple[float, ...]
    std: tuple[float, ...]

    @classmethod
    def of(cls, processor: Mapping[str, Any]) -> Preprocessing:
        """Read from a processor's settings. Raises ValueError for what is not covered here."""
        size = dict(processor.get("size") or {})
        shortest = size.get("shortest_edge")
        if processor.get("do_pad") or not processor.get("do_resize", True):
            raise ValueError("its processor pads or does not resize")
        if shortest is None and not {"height", "width"} <= size.keys():
            raise ValueError(f"its processor resizes to {size}")
        crop = None
        if processor.get("do_center_crop"):
            wanted = processor["crop_size"]
            crop = (int(wanted["height"]), int(wanted["width"]))
        normalize = processor.get("do_normalize", True)
        return cls(
            height=int(size.get("height") or shortest or 0),
            width=int(size.get("width") or shortest or 0),
            shortest=int(shortest) if shortest else None,
            crop=crop,
            resample=int(processor.get("resample", 2)),
            factor=float(processor["rescale_factor"]) if processor.get("do_rescale", True) else 1.0,
            mean=tuple(processor["image_mean"]) if normalize else (0.0, 0.0, 0.0),
            std=tuple(processor["image_std"]) if normalize else (1.0, 1.0, 1.0),
        )

    @property
    def image_size(self) -> int:
        """The side in pixels that is looked at; decoding to much more is wasted."""
        return max(self.height, self.width)

    def __call__(self, images: Sequence[Image.Image]) -> np.ndarray:
        """(n, 3, height, width) float32."""
        pixels = np.stack([self._pixels(image) for image in images]).transpose(0, 3, 1, 2)
        std = np.array(self.std, np.float32)[:, None, None]
        mean = np.array(self.mean, np.float32)[:, None, None]
        values: np.ndarray = np.ascontiguousarray(pixels).astype(np.float32)
        np.multiply(values, np.float32(self.factor) / std, out=values)
        return np.subtract(values, mean / std, out=values)

    def _pixels(self, image: Image.Image) -> np.ndarray:
        image = flatten(image)
        width, height = self.width, self.height
        if self.shortest:
            short, long = sorted(image.size)
            other = max(1, int(self.shortest * long / short))
            upright = image.width <= image.height
            width, height = (self.shortest, other) if upright else (other, self.shortest)
        image = image.resize((width, height), Image.Resampling(self.resample))
        if self.crop:
            image = _centre(image, *self.crop)
        return np.asarray(image)


def _centre(image: Image.Image, height: int, width: int) -> Image.Image:
    """The middle of the picture; black where the picture is smaller than the crop."""
    top, left = (image.height - height) // 2, (image.width - width) // 2
    return image.crop((left, top, left + width, top + height))
