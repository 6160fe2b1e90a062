"""Colours measured from pixels against what columns say, on photos that taught them nothing.

    python -m benchmarks.encoder.colors FASHION_FOLDER [--words]

Held-out fashion products, and the sample shop's own and shopper photos. "First" is the share of
photos whose largest colour is the column's family, "first two" where it is among two; P@10 is of
photos ranked by the share of a family, mean over the families that ten photos have. `--words` ranks
the held-out photos by words that no family is called, each by its place in colour space.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.encoder.fashion import sample
from search.encoders.color_names import FAMILIES, nearest_color
from search.encoders.colors_seen import colors_of, likeness, palette_of
from search.training.color_table import SHINY
from search.training.image_store import PictureStore

SHOP = Path("sample_shop")
FEWEST = 10
# Words, and the columns that are right for them, as in `words`.
WORDS = {
    "celadon": "Green|Sea Green",
    "viridian": "Green|Sea Green|Teal",
    "ultramarine": "Blue|Navy Blue",
    "cerise": "Pink|Magenta|Red",
    "russet": "Brown|Rust|Coffee Brown",
    "umber": "Brown|Coffee Brown",
    "ochre": "Yellow|Mustard|Gold",
    "crimson": "Red",
    "azure": "Blue",
    "aubergine": "Purple",
    "puce": "Brown|Mauve|Pink|Maroon",
    "sepia": "Brown|Coffee Brown",
    "jade": "Green|Sea Green",
    "salmon": "Pink|Peach",
    "lilac": "Purple|Lavender|Mauve",
    "mahogany": "Brown|Maroon|Coffee Brown",
    "plum": "Purple",
    "emerald": "Green|Sea Green",
    "terracotta": "Orange|Rust|Brown",
    "caramel": "Brown|Tan",
    "moss": "Green|Olive",
}

Labelled = tuple[Image.Image, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", action="store_true")
    options = parser.parse_args()
    store = PictureStore(sorted(options.folder.glob("*.zip"), reverse=True))
    rows = [row for row in sample(options.folder, 1) if row["split"] == "validation"]
    if options.words:
        by_words([(store.open(row["image"]), row["baseColour"]) for row in rows])
        return
    print("| photos | of | first | first two | P@10 | families |\n|---|---|---|---|---|---|")
    report("held-out fashion", ((store.open(row["image"]), row["baseColour"]) for row in rows))
    report("sample shop", sample_shop())
    report("shopper photos", shopper_photos())


def sample_shop() -> Iterable[Labelled]:
    with (SHOP / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in filter(None, row["images"].split("|")):
                yield Image.open(SHOP / "photos" / name), row["color"]


def shopper_photos() -> Iterable[Labelled]:
    with (SHOP / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
        color = {row["sku"]: row["color"] for row in csv.DictReader(lines)}
    folder = SHOP / "shopper_photos"
    for line in (folder / "judgements.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        best = max(row["relevant"], key=row["relevant"].get)
        yield Image.open(folder / row["query"]["photo"]), color[best]


def report(name: str, photos: Iterable[Labelled]) -> None:
    known = [
        (colors_of(picture), family)
        for picture, color in photos
        if (family := SHINY.get(color.lower()) or nearest_color(color))
    ]
    said = np.array([family for _shares, family in known])
    first = np.mean([next(iter(shares)) == family for shares, family in known])
    two = np.mean([family in list(shares)[:2] for shares, family in known])
    often = [family for family in FAMILIES if (said == family).sum() >= FEWEST]
    found = []
    for family in often:
        shares = np.array([one.get(family, 0.0) for one, _family in known])
        found.append(np.mean(said[np.argsort(-shares, kind="stable")[:10]] == family))
    print(
        f"| {name} | {len(known)} | {first:.3f} | {two:.3f} | {np.mean(found):.3f} | {len(often)} |"
    )


def by_words(photos: list[Labelled]) -> None:
    columns = np.array([color for _picture, color in photos])
    palettes = [palette_of(picture) for picture, _color in photos]
    found = {}
    for word, right in WORDS.items():
        shares = np.array([likeness(palette, word) for palette in palettes])
        found[word] = np.isin(columns[np.argsort(-shares)[:10]], right.split("|")).mean()
    print(f"{len(found)} words: P@10 {np.mean(list(found.values())):.3f}")
    print("  " + ", ".join(f"{word} {value:.1f}" for word, value in found.items()))


if __name__ == "__main__":
    main()
