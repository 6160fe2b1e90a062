"""What an encoder is: the one contract between models of any maker and the rest of search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from PIL import Image


class EncoderError(Exception):
    """An encoder cannot be loaded, exported or used; the message says what to do about it."""


class Encoder(Protocol):
    """Two towers into one space. Every row that comes out has unit length.

    ``name`` changes whenever the weights do, because embeddings are stored under it.
    ``image_size`` is the longer side in pixels beyond which a larger picture adds nothing,
    a hint for ``PIL.Image.draft``.
    """

    name: str
    dimensions: int
    image_size: int
    serving: str
    serving_note: str

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """(n, dimensions) float32, unit rows; an empty list gives (0, dimensions)."""
        ...

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        """(n, dimensions) float32, unit rows; pictures of any mode and size."""
        ...
