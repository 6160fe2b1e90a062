"""Make `search/encoders/color_table.npy`: which family a pixel of a photo belongs to.

    python -m search.training.color_table products.jsonl IMAGES.zip [IMAGES.zip ...]

A photo is labelled as a whole, its pixels are not. As in van de Weijer et al. (2009), every pixel
is first counted for its photo's colour and then, in further passes, for as much of it as the table
so far believes. Cells that no photo fills keep the family of the survey's nearest name.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy import ndimage

from search.encoders.color_names import FAMILIES, family_numbers, nearest_color, oklab
from search.encoders.colors_seen import COLOR_TABLE, STEPS, cells, thing

from .image_store import PictureStore

BINS = (20, 28, 28)  # of lightness, green to red and blue to yellow, in Oklab
REACH = 0.28  # Oklab's a and b of any sRGB colour lie within
BLUR = 0.7  # bins
PASSES = 3
# Names of shops that are no place in colour space, and what pixels of such a thing look like.
SHINY = {"silver": "grey", "gold": "yellow", "steel": "grey", "metallic": "grey", "bronze": "brown"}

Counted = tuple[int, np.ndarray, np.ndarray]  # family, cells of the table, weights that sum to 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("manifest", type=Path)
    parser.add_argument("images", type=Path, nargs="+")
    options = parser.parse_args()
    store = PictureStore(options.images)
    rows = map(json.loads, options.manifest.read_text(encoding="utf-8").splitlines())
    np.save(COLOR_TABLE, learn(list(counted([r for r in rows if r["split"] == "train"], store))))


def counted(rows: Iterable[dict[str, str]], store: PictureStore) -> Iterable[Counted]:
    """What of the table each photo fills, for those whose colour is a family's."""
    for row in rows:
        family = SHINY.get(row["baseColour"].lower()) or nearest_color(row["baseColour"])
        if family:
            pixels, weights = thing(store.open(row["image"]))
            flat = np.ravel_multi_index(cells(pixels.astype(int)), (STEPS,) * 3)
            found, place = np.unique(flat, return_inverse=True)
            summed = np.bincount(place, weights)
            yield FAMILIES.index(family), found, summed / summed.sum()


def learn(photos: list[Counted]) -> np.ndarray:
    """(STEPS, STEPS, STEPS) uint8 numbers of families. Rare families count as if less rare."""
    often = np.bincount([family for family, _, _ in photos], minlength=len(FAMILIES))
    worth = np.sqrt(often.max() / np.maximum(often, 1))
    bins = tuple(_bins())
    named = np.zeros((len(FAMILIES), *BINS))
    np.add.at(named, (family_numbers(_colors()), *bins), 1.0)
    prior = _smooth(named / np.maximum(named.sum(0), 1))
    chances = np.ones((len(FAMILIES), STEPS**3))
    for _ in range(PASSES):
        heaped = np.zeros_like(chances)
        for family, found, weights in photos:
            believed = weights * (chances[family, found] + 0.02)
            heaped[family, found] += believed / believed.sum() * worth[family]
        counts = np.zeros((len(FAMILIES), *BINS))
        for family, row in enumerate(heaped):
            np.add.at(counts[family], bins, row)
        shares = _smooth(counts) + prior + 1e-9
        chances = (shares / shares.sum(0))[(slice(None), *bins)]
    return chances.argmax(0).reshape((STEPS,) * 3).astype(np.uint8)


def _smooth(counts: np.ndarray) -> np.ndarray:
    return np.stack([ndimage.gaussian_filter(one, BLUR) for one in counts])


def _colors() -> np.ndarray:
    """(STEPS ** 3, 3): the middle of every cell of the table, in sRGB."""
    levels = (np.arange(STEPS) + 0.5) * (256 / STEPS)
    return np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), -1).reshape(-1, 3)


def _bins() -> list[np.ndarray]:
    """For every cell of the table its bin in Oklab."""
    light, red, yellow = oklab(_colors()).T
    scaled = (light, (red + REACH) / (2 * REACH), (yellow + REACH) / (2 * REACH))
    return [
        np.clip((axis * count).astype(int), 0, count - 1)
        for axis, count in zip(scaled, BINS, strict=True)
    ]


if __name__ == "__main__":
    main()
