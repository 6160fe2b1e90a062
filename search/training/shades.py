"""Finer names of colours for training pictures, read off their pixels.

A shop says "brown" of russet, umber and tan alike. The colour survey has 900 names with their
places (`search.encoders.color_names`): those nearest to what a picture shows are captions of it,
as long as its column agrees about the family.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

from search.encoders.color_names import nearest_color, oklab, places
from search.encoders.colors_seen import palette_of

from .pairs import Pair

NAMES_A_PICTURE = 2  # names of a picture
SKIP = 4  # pixels: a palette needs no more
NEAR_COLOR = 0.07  # in Oklab, from the mean of the largest alike colours of the thing
ONE_COLOR = 0.12  # colours of a palette that light alone sets apart


def with_shades(
    pairs: Sequence[Pair],
    pictures: np.ndarray,
    path: Path,
    report: Callable[[int], None] = lambda done: None,
) -> list[Pair]:
    """The pairs, with a field `shades` ("russet|rust") where a colour is known; kept in `path`."""
    if path.exists():
        found: list[str] = json.loads(path.read_text(encoding="utf-8"))
    else:
        found = []
        for row, pair in enumerate(pairs):
            found.append("|".join(shades(pictures[row], pair.fields.get("colour"))))
            report(row + 1)
        path.write_text(json.dumps(found), encoding="utf-8")
    return [
        replace(pair, fields=pair.fields | {"shades": names}) if names else pair
        for pair, names in zip(pairs, found, strict=True)
    ]


def shades(picture: np.ndarray, colour: str | None) -> list[str]:
    """The survey's names for what (height, width, 3) pixels show, the nearest first."""
    family = nearest_color(colour) if colour else None
    if not family:
        return []
    small = np.ascontiguousarray(picture[::SKIP, ::SKIP])
    palette = np.array(palette_of(Image.fromarray(small)))
    seen = oklab(palette[:, :3])
    alike = np.linalg.norm(seen - seen[0], axis=1) < ONE_COLOR
    mean = (seen[alike] * palette[alike, 3:]).sum(0) / palette[alike, 3].sum()
    names, known, families = _survey()
    apart = np.linalg.norm(known - mean, axis=1)
    nearest = [row for row in np.argsort(apart)[: 4 * NAMES_A_PICTURE] if apart[row] < NEAR_COLOR]
    return [names[row] for row in nearest if families[row] == family][:NAMES_A_PICTURE]


@cache
def _survey() -> tuple[list[str], np.ndarray, list[str | None]]:
    """Every name, its place (n, 3) in Oklab, and its family."""
    names = list(places())
    return names, oklab(np.array(list(places().values()))), [nearest_color(one) for one in names]
