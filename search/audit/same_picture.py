"""Are two pictures one and the same, saved anew, scaled, cropped a little, lighter, or mirrored?

An encoder cannot tell: two mugs of one kind are as near to each other as a mug to its own copy. So
pictures that it finds near are laid on each other pixel by pixel: the normalised cross-correlation
(Lewis, 1995) of small copies over the places and scales that a crop of a few per cent can have.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from search.encoders.images import flatten

Small = NDArray[np.float32]

SIDE = 48  # pixels: enough to tell two views of a thing apart, little enough to be fast
SHORTER_SIDE = 4 * SIDE  # pixels of the shorter side that a picture should have before it is shrunk
SCALES = (48, 46, 44, 42, 40)  # sides that one may have within the other


def likeness(one: Image.Image, other: Image.Image) -> float:
    """The best correlation of the two, at most 1; copies reach 0.97, other views rarely 0.9."""
    pairs = [(one, other), (other, one)]
    return max(
        correlation(shrunk(whole, SIDE), inner)
        for whole, part in pairs
        for side in SCALES
        for inner in scaled(part, side)
    )


def scaled(picture: Image.Image, side: int) -> Iterator[Small]:
    """As it is and mirrored, `side` pixels high and wide."""
    flat = shrunk(picture, side)
    yield flat
    yield flat[:, ::-1]


def shrunk(picture: Image.Image, side: int) -> Small:
    small = flatten(picture).resize((side, side), Image.Resampling.LANCZOS)
    return np.asarray(small, np.float32)


def correlation(whole: Small, part: Small) -> float:
    """The best over all places that `part` (s, s, 3) can have in `whole` (SIDE, SIDE, 3)."""
    side = len(part)
    windows = np.lib.stride_tricks.sliding_window_view(whole, (side, side, 3))
    flat = windows.reshape(-1, side * side * 3)
    return float((normal(flat) @ normal(part.reshape(1, -1))[0]).max())


def normal(rows: Small) -> Small:
    """Each row without its mean and of unit length; one of a single tone becomes nothing."""
    centred = rows - rows.mean(1, keepdims=True)
    return np.asarray(centred / (np.linalg.norm(centred, axis=1, keepdims=True) + 1e-3))
