"""What an encoder makes of fourteen languages, against English.

    python -m benchmarks.encoder.languages [--encoder FOLDER_OR_NAME] [--served]

300 names of products and the 210 judged questions of the sample shop, translated by hand into eight
languages, and 60 and 40 of them into six more (`benchmarks/data/languages`). "Name": the share of
foreign names whose nearest English name, of all 300, is the right one. "Photos": nDCG@10 of the
questions against the shop's photos, "texts" against its titles and descriptions, both by cosine
alone; "shared": of ten photos those that the English question finds too. `--served`: as searches
ask it, what dictionaries know in English, and the mean of both.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.encoder.source import open_encoder
from search.encoders import Encoder

Encode = Callable[[list[str]], np.ndarray]

DATA = Path(__file__).parents[1] / "data" / "languages"
SHOP = Path("sample_shop")
SETS = {"eight": "", "six": "_six"}  # endings of the files
K = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--encoder")
    parser.add_argument("--served", action="store_true", help="after understanding, as in a search")
    options = parser.parse_args()
    encoder = open_encoder(options.encoder)
    encode = as_served(encoder) if options.served else encoder.encode_texts
    shop = Shop(encoder)
    print(f"{encoder.name}\n| language | name | photos | texts | shared |\n|---|---|---|---|---|")
    for name, ending in SETS.items():
        mean = np.mean(list(reached(shop, encode, ending)), axis=0)
        print_row(f"mean of {name}", tuple(mean))


def reached(shop: Shop, encode: Encode, ending: str) -> Iterator[tuple[float, ...]]:
    """What each language of a set but English reaches; printed as it comes."""
    names, questions = translated(f"names{ending}"), translated(f"questions{ending}")
    every = encode(translated("names")["en"])
    right = [translated("names")["en"].index(name) for name in names["en"]]
    judged = [translated("questions")["en"].index(text) for text in questions["en"]]
    english = shop.photos(encode(questions["en"]))
    for language, texts in questions.items():
        vectors = encode(texts)
        photos = shop.photos(vectors)
        nearest = (encode(names[language]) @ every.T).argmax(1)
        values = (
            float((nearest == right).mean()),
            shop.gain(photos, judged),
            shop.gain(shop.texts(vectors), judged),
            shared(photos, english),
        )
        print_row(language, values)
        if language != "en":
            yield values


def as_served(encoder: Encoder) -> Encode:
    """As a search encodes its words, in a shop of which nothing is known but that it is English."""
    import django

    django.setup()
    from search.understanding import CatalogueStats, Vocabulary, interpret

    words = Vocabulary(CatalogueStats())

    def vector(text: str) -> np.ndarray:
        found = interpret(text, words)
        texts = [found.text or text, *filter(None, [found.original])]
        mean = encoder.encode_texts(texts).mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean))

    return lambda texts: np.stack([vector(text) for text in texts])


def print_row(name: str, values: tuple[float, ...]) -> None:
    print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |", flush=True)


def translated(what: str) -> dict[str, list[str]]:
    """By language, the same texts in the same order."""
    with (DATA / f"{what}.psv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE))
    return {language: [row[language] for row in rows] for language in rows[0]}


def shared(found: np.ndarray, english: np.ndarray) -> float:
    """Of the ten best of each question, the share that both have."""
    best = [np.argsort(-scores, axis=1)[:, :K] for scores in (found, english)]
    return float(np.mean([len(set(a) & set(b)) / K for a, b in zip(*best, strict=True)]))


class Shop:
    """The sample shop's products by group: their photos, their texts and what was judged."""

    def __init__(self, encoder: Encoder) -> None:
        with (SHOP / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        group = {row["sku"]: row["group"] for row in rows}
        first = {row["group"]: row for row in reversed(rows)}
        self.groups = sorted(first)
        texts = [f"{first[one]['title']}. {first[one]['description']}" for one in self.groups]
        self.text_vectors = encoder.encode_texts(texts)
        files = [(row["group"], name) for row in rows for name in row["images"].split("|") if name]
        pictures = [Image.open(SHOP / "photos" / name) for _group, name in files]
        self.photo_vectors = encoder.encode_images(pictures)
        place = {one: at for at, one in enumerate(self.groups)}
        self.owner = np.array([place[one] for one, _name in files])
        judgements = (SHOP / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
        judged = [json.loads(line)["relevant"] for line in judgements]
        self.grades = np.zeros((len(judged), len(self.groups)))
        for row, relevant in enumerate(judged):
            for sku, grade in relevant.items():
                at = place[group[sku]]
                self.grades[row, at] = max(self.grades[row, at], grade)

    def photos(self, queries: np.ndarray) -> np.ndarray:
        """(queries, products): the best photo of each product."""
        scores = np.full((len(queries), len(self.groups)), -1.0)
        for column, owner in enumerate(self.owner):
            scores[:, owner] = np.maximum(scores[:, owner], queries @ self.photo_vectors[column])
        return scores

    def texts(self, queries: np.ndarray) -> np.ndarray:
        scores: np.ndarray = queries @ self.text_vectors.T
        return scores

    def gain(self, scores: np.ndarray, judged: Sequence[int]) -> float:
        """Mean nDCG@10, linear in the grade; row n of the scores is of question `judged[n]`."""
        fade = 1 / np.log2(np.arange(K) + 2)
        grades = self.grades[list(judged)]
        found = np.take_along_axis(grades, np.argsort(-scores, axis=1)[:, :K], 1)
        ideal = -np.sort(-grades, axis=1)[:, :K]
        return float(((found * fade).sum(1) / (ideal * fade).sum(1)).mean())


if __name__ == "__main__":
    main()
