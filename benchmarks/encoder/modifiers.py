"""What is said about a noun: "striped shirts" among shirts, on products that were held out.

    python -m benchmarks.encoder.modifiers FASHION_FOLDER [--encoder FOLDER_OR_NAME]

A modifier comes from a column or, where no column says it, from the title. The query is the
modifier and the noun; what is searched are held-out products of that noun for which the modifier
is known, by their photos alone and by their titles alone. Given as many places as there are right
products, the share of them that is right (R-precision), mean over the queries of a kind of
modifier with its 95 % interval (bootstrap over queries), beside what a random order reaches.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from pathlib import Path

import django
import numpy as np

from benchmarks.encoder.fashion import Row, encode_images, sample
from benchmarks.encoder.source import open_encoder
from search.encoders import Encoder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()  # the thesaurus lives in one of its apps; no database is asked

# ruff: noqa: E402
from search.training.modifiers import modified
from search.training.pairs import fields_of

FEWEST = 3  # products that a modifier of a noun needs to be a query
DRAWS = 2000

Query = tuple[str, str, np.ndarray, np.ndarray]  # role, text, right rows, rows of the noun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder")
    options = parser.parse_args()
    rows = [row for row in sample(options.folder, 1) if row["split"] == "validation"]
    encoder = open_encoder(options.encoder)
    photos = encode_images(encoder, options.folder, rows)
    titles = encoder.encode_texts([row["title"] for row in rows])
    print(f"{encoder.name}, {len(rows)} held-out products")
    print("| modifier | queries | photos | titles | chance |\n|---|---|---|---|---|")
    report(encoder, queries(rows), photos, titles)


def queries(rows: list[Row]) -> list[Query]:
    said: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, row in enumerate(rows):
        for one in modified(fields_of(row)):
            said[one.role, one.kind][one.text].append(number)
    found: list[Query] = []
    for (role, _kind), values in said.items():
        often = {text: right for text, right in values.items() if len(right) >= FEWEST}
        if len(often) > 1:
            among = np.array(sorted(row for right in often.values() for row in right))
            found += [(role, text, np.array(right), among) for text, right in often.items()]
    return found


def report(encoder: Encoder, asked: list[Query], photos: np.ndarray, titles: np.ndarray) -> None:
    vectors = encoder.encode_texts([text for _role, text, _right, _among in asked])
    kept: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for vector, (role, _text, right, among) in zip(vectors, asked, strict=True):
        values = [precision(vector @ seen[among].T, among, right) for seen in (photos, titles)]
        kept[role].append((values[0], values[1], len(right) / len(among)))
    for role, found in kept.items():
        by_photos, by_titles, chance = np.array(found).T
        cells = f"{interval(by_photos)} | {interval(by_titles)} | {chance.mean():.3f}"
        print(f"| {role} | {len(found)} | {cells} |")


def precision(scores: np.ndarray, among: np.ndarray, right: np.ndarray) -> float:
    best = among[np.argsort(-scores)[: len(right)]]
    return float(np.isin(best, right).mean())


def interval(values: np.ndarray) -> str:
    random = np.random.default_rng(0)
    means = random.choice(values, (DRAWS, len(values))).mean(1)
    low, high = np.quantile(means, (0.025, 0.975))
    return f"{values.mean():.3f} [{low:.3f}, {high:.3f}]"


if __name__ == "__main__":
    main()
