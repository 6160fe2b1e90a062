"""Sixty words that stand in no training title, judged by type or colour of what they find.

    python -m benchmarks.encoder.words FASHION_FOLDER [--most 4000] [--encoder FOLDER_OR_NAME]

Pictures alone are searched. A word that does stand in a training title is named and left out.
Words that the thesaurus of training teaches are measured apart from those that it does not.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import django
import numpy as np

from benchmarks.encoder.fashion import encode_images, sample
from benchmarks.encoder.source import open_encoder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()  # the thesaurus lives in one of its apps; no database is asked

# ruff: noqa: E402
from search.training.thesaurus import Thesaurus

SHOES = "Casual Shoes|Sports Shoes"
NIGHT = "Night suits|Nightdress|Lounge Pants"

# A word, and the types that are right for it.
KINDS = {
    "trainers": SHOES,
    "kicks": SHOES,
    "runners": "Sports Shoes",
    "footgear": f"{SHOES}|Formal Shoes|Heels|Flats|Sandals|Flip Flops",
    "thongs": "Flip Flops",
    "knapsack": "Backpacks",
    "pocketbook": "Handbags|Wallets",
    "briefcase": "Laptop Bag|Messenger Bag",
    "spectacles": "Sunglasses",
    "shades": "Sunglasses",
    "timepiece": "Watches",
    "wristwatch": "Watches",
    "chronometer": "Watches",
    "scent": "Perfume and Body Mist|Deodorant",
    "antiperspirant": "Deodorant",
    "slacks": "Trousers",
    "pantaloons": "Trousers",
    "dungarees": "Jeans|Trousers",
    "hoodie": "Sweatshirts",
    "knitwear": "Sweaters",
    "tees": "Tshirts",
    "polos": "Tshirts",
    "anorak": "Jackets",
    "parka": "Jackets",
    "brassiere": "Bra",
    "lingerie": "Bra|Briefs",
    "underpants": "Briefs|Trunk|Boxers",
    "knickers": "Briefs",
    "gown": "Dresses",
    "sundress": "Dresses",
    "necktie": "Ties",
    "cravat": "Ties",
    "earstuds": "Earrings",
    "bracelets": "Bracelet|Bangle",
    "pendants": "Pendant|Necklace and Chains",
    "headgear": "Caps",
    "hats": "Caps",
    "varnish": "Nail Polish",
    "manicure": "Nail Polish",
    "lipgloss": "Lip Gloss|Lipstick",
    "hosiery": "Socks|Stockings",
    "pajamas": NIGHT,
    "nightgown": "Nightdress",
}
COLOURS = {
    "vermilion": "Red",
    "azure": "Blue",
    "cerulean": "Blue",
    "jade": "Green",
    "snowy": "White",
    "chestnut": "Brown",
    "ecru": "Beige",
    "crimson": "Red",
    "scarlet": "Red",
    "cobalt": "Blue",
    "anthracite": "Grey|Charcoal",
    "fuchsia": "Pink|Magenta|Purple",
    "celadon": "Green|Sea Green",
    "viridian": "Green|Sea Green|Teal",
    "ultramarine": "Blue|Navy Blue",
    "cerise": "Pink|Magenta|Red",
    "russet": "Brown|Rust|Coffee Brown",
    "umber": "Brown|Coffee Brown",
    "ochre": "Yellow|Mustard|Gold",
    "alabaster": "White|Off White|Cream",
    "sable": "Black|Brown",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=4000)
    parser.add_argument("--encoder")
    options = parser.parse_args()
    known = words_of_titles(options.folder)
    encoder = open_encoder(options.encoder)
    rows = sample(options.folder, options.most)
    images = encode_images(encoder, options.folder, rows)
    print(f"{encoder.name}, {len(rows)} products")
    for name, field, judged, teach in (
        ("types", "articleType", KINDS, Thesaurus.kinds),
        ("colours", "baseColour", COLOURS, Thesaurus.colours),
    ):
        values = [str(row[field]) for row in rows]
        taught = lent(values, teach)
        new = [word for word in judged if word not in known]
        for how, words in (
            ("taught", [word for word in new if word in taught]),
            ("untaught", [word for word in new if word not in taught]),
        ):
            scores = encoder.encode_texts(words) @ images.T
            right = [judged[word].split("|") for word in words]
            report(f"{how} words for {name}", words, precisions(scores, values, right))
        print("left out:", ", ".join(word for word in judged if word in known) or "none")


def lent(values: Iterable[str], teach: Callable[[Thesaurus, str], list[str]]) -> set[str]:
    """Every word that training teaches for one of these values."""
    return {word for value in set(values) for word in teach(Thesaurus(), value)}


def precisions(
    scores: np.ndarray, values: Sequence[str], right: Sequence[Sequence[str]]
) -> np.ndarray:
    """P@10 of every query (a row of `scores`), by the values of what is searched (the columns)."""
    best = np.argsort(-scores, axis=1)[:, :10]
    found = [np.isin(np.array(values)[row], ok) for row, ok in zip(best, right, strict=True)]
    return np.mean(found, axis=1)


def report(name: str, words: list[str], shares: np.ndarray) -> None:
    print(f"{len(words)} {name}: P@10 {shares.mean():.3f}", end="")
    print(f", right at least once {(shares > 0).mean():.3f}")
    print("  " + ", ".join(f"{w} {s:.1f}" for w, s in zip(words, shares, strict=True)))


def words_of_titles(folder: Path) -> set[str]:
    rows = map(json.loads, (folder / "products.jsonl").read_text(encoding="utf-8").splitlines())
    titles = [row["title"].lower() for row in rows if row["split"] != "validation"]
    return {word for title in titles for word in re.findall(r"[a-z]+", title)}


if __name__ == "__main__":
    main()
