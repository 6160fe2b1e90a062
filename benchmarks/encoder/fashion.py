"""The serving encoder on Kaggle's fashion products: Marqo's protocol, and single attributes.

    python -m benchmarks.encoder.fashion FASHION_FOLDER [--most 6000] [--encoder FOLDER_OR_NAME]

Bare titles are the queries, pictures alone the documents, the cosine is exact. The validation
products, never trained on, are also measured apart. `--most` keeps a random part of the rest.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from benchmarks.encoder.source import open_encoder
from search.encoders import Encoder
from search.training.image_store import PictureStore

SEED = 0
FEWEST = 10  # products that an attribute needs to be a query
BATCH = 32

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="products.jsonl and its zip files")
    parser.add_argument("--most", type=int, default=0, help="products beside the held-out ones")
    parser.add_argument("--encoder")
    options = parser.parse_args()
    rows = sample(options.folder, options.most)
    encoder = open_encoder(options.encoder)
    images = encode_images(encoder, options.folder, rows)
    held_out = np.array([row["split"] == "validation" for row in rows])
    print(f"{encoder.name}, served by {encoder.serving}")
    report("held-out products among themselves", pick(rows, held_out), images[held_out], encoder)
    report("all products", rows, images, encoder)


def sample(folder: Path, most: int) -> list[Row]:
    """All held-out rows, and `most` of the others by a fixed seed (0: all)."""
    lines = (folder / "products.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    held_out = [row for row in rows if row["split"] == "validation"]
    others = [row for row in rows if row["split"] != "validation"]
    if most:
        chosen = np.random.default_rng(SEED).permutation(len(others))[:most]
        others = [others[number] for number in sorted(chosen)]
    return held_out + others


def encode_images(encoder: Encoder, folder: Path, rows: list[Row]) -> np.ndarray:
    store = PictureStore(sorted(folder.glob("*.zip")))
    parts = []
    for start in tqdm(range(0, len(rows), BATCH), unit="batch", mininterval=10):
        batch = rows[start : start + BATCH]
        parts.append(encoder.encode_images([store.open(row["image"]) for row in batch]))
    return np.concatenate(parts)


def pick(rows: list[Row], mask: np.ndarray) -> list[Row]:
    return [row for row, wanted in zip(rows, mask, strict=True) if wanted]


def report(name: str, rows: list[Row], images: np.ndarray, encoder: Encoder) -> None:
    titles = [row["title"] for row in rows]
    one, ten, reciprocal = title_to_picture(encoder.encode_texts(titles), images)
    print(f"\n{name}: {len(rows)} queries and documents")
    print(f"title to picture      R@1 {one:.3f}  R@10 {ten:.3f}  MRR {reciprocal:.3f}")
    for field in ("articleType", "subCategory", "baseColour", "colour and type"):
        labels = [label(row, field) for row in rows]
        queries = sorted(text for text, count in Counter(labels).items() if count >= FEWEST)
        first, tenth = precision(encoder.encode_texts(queries), queries, labels, images)
        print(f"{field:21} P@1 {first:.3f}  P@10 {tenth:.3f}  ({len(queries)} queries)")


def label(row: Row, field: str) -> str:
    if field == "colour and type":
        return f"{row['baseColour']} {row['articleType']}"
    return str(row[field])


def title_to_picture(texts: np.ndarray, images: np.ndarray) -> tuple[float, float, float]:
    """R@1, R@10 and MRR where the one relevant picture is the product's own."""
    ranks = []
    for start in range(0, len(texts), 1000):
        scores = texts[start : start + 1000] @ images.T
        own = scores[np.arange(len(scores)), np.arange(start, start + len(scores))]
        ranks.append((scores > own[:, None]).sum(1))
    rank = np.concatenate(ranks)
    return float((rank < 1).mean()), float((rank < 10).mean()), float((1 / (rank + 1)).mean())


def precision(
    texts: np.ndarray, queries: list[str], labels: list[str], images: np.ndarray
) -> tuple[float, float]:
    """P@1 and P@10, averaged over the queries."""
    best = np.argsort(-(texts @ images.T), axis=1)[:, :10]
    found = np.array(labels)[best] == np.array(queries)[:, None]
    return float(found[:, 0].mean()), float(found.mean())


if __name__ == "__main__":
    main()
