"""Fifty words that stand in no training title, judged by type or colour of what they find.

    python -m benchmarks.encoder_words FASHION_FOLDER [--most 4000] [--encoder FOLDER_OR_NAME]

Pictures alone are searched. A word that does stand in a training title is named and left out.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np

from benchmarks.encoder_fashion import encode_images, sample
from benchmarks.encoder_source import open_encoder

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
    for name, field, judged in (
        ("types", "articleType", KINDS),
        ("colours", "baseColour", COLOURS),
    ):
        words = [word for word in judged if word not in known]
        best = np.argsort(-(encoder.encode_texts(words) @ images.T), axis=1)[:, :10]
        shares = [
            np.mean([rows[number][field] in judged[word].split("|") for number in ranking])
            for word, ranking in zip(words, best, strict=True)
        ]
        print(f"{len(words)} words for {name}: P@10 {np.mean(shares):.3f}", end="")
        print(f", right at least once {np.mean(np.array(shares) > 0):.3f}")
        print("  " + ", ".join(f"{w} {s:.1f}" for w, s in zip(words, shares, strict=True)))
        print("  left out:", ", ".join(word for word in judged if word in known) or "none")


def words_of_titles(folder: Path) -> set[str]:
    rows = map(json.loads, (folder / "products.jsonl").read_text(encoding="utf-8").splitlines())
    titles = [row["title"].lower() for row in rows if row["split"] != "validation"]
    return {word for title in titles for word in re.findall(r"[a-z]+", title)}


if __name__ == "__main__":
    main()
