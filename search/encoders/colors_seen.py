"""Which colours a product photo shows, measured from its pixels: no training, no column needed.

The ground is what the border of the picture looks like and is joined to it; what is left, weighed
towards the middle, is the thing. Skin counts little as long as there is anything else. Each pixel
is counted as the family that `color_table.npy` gives its sRGB value: the survey's nearest name,
bent to what colours look like in photos, where black is a dark grey (van de Weijer et al. 2009,
"Learning color names for real-world applications"; `search.training.color_table` makes it).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage

from .color_names import FAMILIES, nearest_color, oklab, place_of
from .images import flatten

COLOR_TABLE = Path(__file__).parent / "color_table.npy"
SIDE = 48  # pixels of the longer side that are looked at: enough for shares, and fast
GROUND_DISTANCE = 0.03  # Oklab distance below which a pixel looks like the ground
LEAST_THING = 0.03  # a smaller share is no thing: it has the colour of its ground
LEAST_SHARE = 0.06  # of the thing that a colour needs to be named
SKIN_WEIGHT, MOST_SKIN = 0.15, 0.8  # where nearly all looks like skin, it is leather or wood
STEPS = 32  # of each channel in the table
COARSE, PALETTE = 16, 16  # levels of a channel that a palette takes for one, and its length
LIGHTNESS, NEAR, FAMILY = 0.4, 0.15, 0.3  # of a likeness, chosen on 3,000 training photos

Palette = list[tuple[int, int, int, float]]  # red, green, blue, share


def colors_of(picture: Image.Image) -> dict[str, float]:
    """Share of the thing by family, the largest first: `{"red": 0.8, "white": 0.2}`.

    Families are those of `color_names.FAMILIES`; shares below LEAST_SHARE are left out, and those
    given sum to 1. A picture of any mode and size; about a millisecond.
    """
    pixels, weights = thing(picture)
    numbers = _families()[cells(pixels)]
    counts = np.bincount(numbers, weights / weights.sum(), len(FAMILIES))
    counts[counts < LEAST_SHARE] = 0.0
    order = np.argsort(-counts, kind="stable")
    return {FAMILIES[n]: round(float(counts[n] / counts.sum()), 3) for n in order if counts[n]}


def palette_of(picture: Image.Image) -> Palette:
    """The colours of the thing by sRGB value, the largest first, at most PALETTE of them.

    Small enough to be kept with a photo; `likeness` reads words of colours off it.
    """
    pixels, weights = thing(picture)
    coarse = np.ravel_multi_index(tuple((pixels // COARSE).T.astype(int)), (256 // COARSE,) * 3)
    _cells, place = np.unique(coarse, return_inverse=True)
    shares = np.bincount(place, weights)
    means = np.stack([np.bincount(place, weights * band) / shares for band in pixels.T], 1)
    kept = np.argsort(-shares, kind="stable")[:PALETTE]
    shares = shares / shares[kept].sum()
    found = []
    for cell in kept:
        red, green, blue = means[cell].round().astype(int).tolist()
        found.append((red, green, blue, round(float(shares[cell]), 3)))
    return found


def likeness(palette: Palette, word: str) -> float:
    """How much of a palette looks like the colour of a word, from 0 to 1.3.

    Half of a colour's place is its light, which a photo does not keep: lightness counts for less.
    Beside the place itself the family of the word counts. 0 for a word that names no place.
    """
    place, family = place_of(word), nearest_color(word)
    if place is None or not palette:
        return 0.0
    shown = np.array(palette)
    apart = (oklab(shown[:, :3]) - oklab(np.array(place))) * (LIGHTNESS, 1, 1)
    near = np.exp(-(apart**2).sum(1) / NEAR**2)
    alike = _families()[cells(shown[:, :3].astype(int))] == (
        FAMILIES.index(family) if family else -1
    )
    return float(((near + FAMILY * alike) * shown[:, 3]).sum())


def thing(picture: Image.Image) -> tuple[np.ndarray, np.ndarray]:
    """Pixels (n, 3) uint8 of what the picture shows, and how much each counts (n,)."""
    small = flatten(picture)
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    pixels = np.asarray(small)
    weights = _middle(*pixels.shape[:2])
    ground = _ground(oklab(pixels))
    # The rim of a thing is mixed with its ground: left out, unless nothing else would be left.
    for hidden in (ndimage.binary_dilation(ground), ground):
        if weights[~hidden].sum() > LEAST_THING * weights.sum():
            weights = weights * ~hidden
            break
    skin = _skin(pixels) & (weights > 0)
    if weights[skin].sum() < MOST_SKIN * weights.sum():
        weights = np.where(skin, weights * SKIN_WEIGHT, weights)
    counted = weights > 0
    return pixels[counted], weights[counted]


def cells(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where (n, 3) sRGB pixels stand in the table."""
    red, green, blue = (pixels // (256 // STEPS)).T
    return red, green, blue


def _ground(lab: np.ndarray) -> np.ndarray:
    """(h, w) bool: looks like some of the border and is joined to it through what does too."""
    edge = np.zeros(lab.shape[:2], bool)
    edge[[0, -1], :] = edge[:, [0, -1]] = True
    kinds, counts = np.unique(
        (lab[edge] / GROUND_DISTANCE).round().astype(int), axis=0, return_counts=True
    )
    frequent = kinds[counts >= max(2, 0.04 * counts.sum())] * GROUND_DISTANCE
    if not len(frequent):
        return edge
    apart = np.linalg.norm(lab[:, :, None] - frequent, axis=-1).min(-1)
    regions, _count = ndimage.label(apart < GROUND_DISTANCE)
    return np.isin(regions, np.setdiff1d(regions[edge], [0]))


def _middle(height: int, width: int) -> np.ndarray:
    """(h, w): 1 in the middle, a quarter in the corners."""
    down, across = np.linspace(-1, 1, height)[:, None], np.linspace(-1, 1, width)
    return np.asarray(np.exp(-0.7 * (down**2 + across**2)), np.float32)


def _skin(pixels: np.ndarray) -> np.ndarray:
    """(h, w) bool: the rule of Kovac et al. (2003) for skin in daylight."""
    red, green, blue = (pixels[..., channel].astype(int) for channel in range(3))
    spread = pixels.max(-1).astype(int) - pixels.min(-1)
    bright = (red > 95) & (green > 40) & (blue > 20) & (spread > 15)
    return np.asarray(bright & (red - green > 15) & (red > blue) & (green >= blue))


@cache
def _families() -> np.ndarray:
    """(STEPS, STEPS, STEPS) uint8: the number in FAMILIES of every coarse sRGB colour."""
    table: np.ndarray = np.load(COLOR_TABLE)
    return table
