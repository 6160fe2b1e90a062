"""Photos taken at home against a shop's packshots, and the same product seen otherwise.

    python -m benchmarks.encoder.photos FASHION_FOLDER PHOTOS_FOLDER [--encoder FOLDER_OR_NAME]
        [--whole]

1. A photo of `clothing.jsonl` finds products of its type: the share of right types in the top 10.
2. A held-out product is searched with a changed picture of itself (crop, turn, dim light, clutter,
   all of them) among the held-out products: recall@1 and @10.

Photos are looked at as a shopper's are, `--whole` as a product's.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance

from benchmarks.encoder.fashion import encode_images, sample
from benchmarks.encoder.source import open_encoder
from search.encoders import Encoder
from search.encoders.shopper_photos import encode_photo
from search.training.image_store import PictureStore

Asked = Callable[[Sequence[Image.Image]], np.ndarray]  # of n photos, n unit rows

SEED = 0
PHOTOS = 600
CHANGED = 300

# A label of the photos, and the types of the shop that are right for it.
TYPES = {
    "T-Shirt": {"Tshirts"},
    "Longsleeve": {"Tshirts", "Sweatshirts", "Tops"},
    "Shirt": {"Shirts"},
    "Blouse": {"Shirts", "Tops"},
    "Polo": {"Tshirts"},
    "Pants": {"Trousers", "Jeans", "Track Pants", "Casual Trousers"},
    "Shorts": {"Shorts"},
    "Dress": {"Dresses"},
    "Skirt": {"Skirts"},
    "Shoes": {"Casual Shoes", "Sports Shoes", "Formal Shoes", "Heels", "Flats", "Sandals"},
    "Hat": {"Caps", "Hat"},
    "Blazer": {"Blazers", "Jackets"},
    "Outwear": {"Jackets", "Sweaters", "Sweatshirts", "Rain Jacket"},
    "Hoodie": {"Sweatshirts"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("fashion", type=Path)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--most", type=int, default=3000)
    parser.add_argument("--encoder")
    parser.add_argument("--whole", action="store_true", help="look at photos once")
    options = parser.parse_args()
    encoder = open_encoder(options.encoder)
    rows = sample(options.fashion, options.most)
    images = encode_images(encoder, options.fashion, rows)
    print(f"{encoder.name}, served by {encoder.serving}; {len(rows)} products")
    asked = encoder.encode_images if options.whole else as_shoppers(encoder)
    right_types(asked, options.photos, [row["articleType"] for row in rows], images)
    held_out = [row["split"] == "validation" for row in rows]
    store = PictureStore(sorted(options.fashion.glob("*.zip")))
    same_product(asked, store, [row["image"] for row in rows], np.array(held_out), images)


def as_shoppers(encoder: Encoder) -> Asked:
    return lambda photos: np.stack([encode_photo(photo, encoder) for photo in photos])


def right_types(asked: Asked, folder: Path, types: list[str], images: np.ndarray) -> None:
    lines = (folder / "clothing.jsonl").read_text(encoding="utf-8").splitlines()
    photos = [row for row in map(json.loads, lines) if row["title"] in TYPES]
    chosen = np.random.default_rng(SEED).permutation(len(photos))[:PHOTOS]
    photos = [photos[number] for number in chosen]
    store = PictureStore([folder / "clothing.zip"])
    vectors = asked([store.open(row["image"]) for row in photos])
    best = np.argsort(-(vectors @ images.T), axis=1)[:, :10]
    found = [
        [types[product] in TYPES[row["title"]] for product in ranking]
        for row, ranking in zip(photos, best, strict=True)
    ]
    print(
        f"home photo to product  right type: P@1 {np.mean([one[0] for one in found]):.3f}", end=""
    )
    print(f"  P@10 {np.mean(found):.3f}  any in 10 {np.mean([any(one) for one in found]):.3f}")


def same_product(
    asked: Asked,
    store: PictureStore,
    names: list[str],
    held_out: np.ndarray,
    images: np.ndarray,
) -> None:
    documents = images[held_out]
    held_out_names = [name for name, wanted in zip(names, held_out, strict=True) if wanted]
    chosen = np.random.default_rng(SEED).permutation(len(documents))[:CHANGED]
    for name, change in CHANGES.items():
        random = np.random.default_rng(SEED)
        changed = [change(store.open(held_out_names[number]), random) for number in chosen]
        scores = asked(changed) @ documents.T
        own = scores[np.arange(len(chosen)), chosen]
        rank = (scores > own[:, None]).sum(1)
        print(f"{name:22} R@1 {(rank < 1).mean():.3f}  R@10 {(rank < 10).mean():.3f}")


def crop(image: Image.Image, random: np.random.Generator) -> Image.Image:
    width, height = image.size
    left, top = random.uniform(0, 0.25, 2)
    right, bottom = random.uniform(0.75, 1, 2)
    return image.crop(
        (int(left * width), int(top * height), int(right * width), int(bottom * height))
    )


def turn(image: Image.Image, random: np.random.Generator) -> Image.Image:
    return image.rotate(random.uniform(-30, 30), Image.Resampling.BICUBIC, True, fillcolor="white")


def dim(image: Image.Image, random: np.random.Generator) -> Image.Image:
    return ImageEnhance.Brightness(image).enhance(random.uniform(0.35, 0.6))


def clutter(image: Image.Image, random: np.random.Generator) -> Image.Image:
    """The product smaller, on a noisy ground, with two coloured things beside it."""
    width, height = image.size
    ground = Image.fromarray(random.integers(60, 200, (6, 6, 3), dtype=np.uint8))
    scene = ground.resize((width * 3 // 2, height * 3 // 2), Image.Resampling.BICUBIC)
    scene.paste(image, (width // 4, height // 4))
    for corner in ((0, 0), (width * 5 // 4, height)):
        colour = tuple(int(value) for value in random.integers(0, 256, 3))
        scene.paste(colour, (*corner, corner[0] + width // 4, corner[1] + height // 3))
    return scene


def all_at_once(image: Image.Image, random: np.random.Generator) -> Image.Image:
    for change in (crop, turn, clutter, dim):
        image = change(image, random)
    return image


CHANGES: dict[str, Callable[[Image.Image, np.random.Generator], Image.Image]] = {
    "cropped": crop,
    "turned": turn,
    "in dim light": dim,
    "among clutter": clutter,
    "all at once": all_at_once,
}


if __name__ == "__main__":
    main()
