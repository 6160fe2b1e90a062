"""What single choices of the training recipe are worth, at the price of two minutes each.

    python -m benchmarks.encoder.variants DATA --start CLASSIFIER --work FOLDER [--only NAME ...]
        [--side PIXELS] [--names CLASSIFIER] [--most PRODUCTS] [--epochs NUMBER]

`DATA` has fashion/ and photos/ with their manifests and zip files. Each variant trains the heads on
the frozen trunk with the fashion products alone, and is judged on products held out, on words that
stand in no title, and on three sources that it never saw: photos of clothes taken at home, photos
of groceries, and the sample shop's renders. `--work` keeps pictures and features between runs.
An EfficientNet-Lite, which does not name its classes, borrows the `--names` of another classifier.
"""

from __future__ import annotations

import argparse
import copy
import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import django
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.encoder.fashion import title_to_picture
from benchmarks.encoder.photos import TYPES
from benchmarks.encoder.words import COLOURS, KINDS, lent, precisions

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()  # the thesaurus lives in one of its apps; no database is asked

# ruff: noqa: E402
from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import VitrineDualEncoder
from search.training.assemble import Corpus, assemble
from search.training.captions import TextVectors
from search.training.classifiers import Classifier, open_classifier
from search.training.dataset import TrainingSet
from search.training.image_store import PictureStore
from search.training.initialise import from_classifier
from search.training.loop import Trainer
from search.training.pairs import Pair, captions, held_out, read_manifest
from search.training.recipe import Recipe
from search.training.thesaurus import Thesaurus
from search.training.validation import kind_of, r_precisions

BASE = Recipe(trunk_epochs=0.0, upper_epochs=0.0, settle_epochs=0.0)
VARIANTS: dict[str, Recipe] = {
    "as shipped": BASE,
    "no rivals": replace(BASE, rival_captions=0, extra_captions=1024),
    "no shades": BASE,
    "no words of the thesaurus": BASE,
    "titles alone": BASE,
    "256 dimensions": replace(BASE, dimensions=256),
    "sigmoid loss": replace(BASE, loss="sigmoid"),
    "half of a batch alike": replace(BASE, alike=0.5),
    "no ties to the classifier": replace(BASE, kept_classes=0.0, kept_names=0.0),
    "other captions are negatives": replace(BASE, other_positives=0.0),
}
SAMPLE_SHOP = Path(__file__).parents[2] / "sample_shop"
STRANGERS = ("clothing", "grocery", "catalogue")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--start", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--side", type=int, default=BASE.serve_side)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--most", type=int, help="fashion products to train on; default: all")
    parser.add_argument("--epochs", type=float, default=BASE.head_epochs)
    parser.add_argument("--only", nargs="*", choices=list(VARIANTS))
    options = parser.parse_args()
    torch.set_num_threads(1)
    classifier = open_classifier(options.start)
    if options.names:
        classifier = replace(classifier, names=open_classifier(options.names).names)
    start = from_classifier(classifier, BASE)
    encode = TextVectors(cast(VitrineConfig, start.config))
    data = assemble(
        corpora(options.data, options.most), start, encode, options.work, options.side, nobody
    )
    print("| variant | " + " | ".join(Judge.names) + " |\n|" + "---|" * (len(Judge.names) + 1))
    for name in options.only or VARIANTS:
        began = time.process_time()
        recipe = replace(VARIANTS[name], head_epochs=options.epochs)
        model = trained(name, recipe, data, classifier, options.work)
        measured = Judge(data, encode)(model)
        cells = " | ".join(f"{value:.3f}" for value in measured)
        print(f"| {name} | {cells} |  {time.process_time() - began:.0f} s", flush=True)


def nobody(what: str, done: int, total: int) -> None:
    """Who listens to the progress."""


def corpora(data: Path, most: int | None = None) -> list[Corpus]:
    """Fashion to train on, at most so many products beside those held out, and the strangers."""
    fashion, photos = data / "fashion", data / "photos"
    return [
        Corpus(
            some(read_manifest(fashion / "products.jsonl"), most),
            PictureStore([fashion / "images-sharp.zip", fashion / "images-small.zip"]),
        ),
        *(
            Corpus(
                held_out(read_manifest(photos / f"{name}.jsonl")),
                PictureStore([photos / f"{name}.zip"]),
            )
            for name in ("clothing", "grocery")
        ),
        Corpus(
            held_out(read_manifest(SAMPLE_SHOP / "catalogue.csv")),
            PictureStore([SAMPLE_SHOP / "photos"]),
        ),
    ]


def some(pairs: list[Pair], most: int | None) -> list[Pair]:
    trained = [row for row, pair in enumerate(pairs) if pair.split == "train"]
    kept = set(np.random.default_rng(0).permutation(trained)[:most].tolist())
    return [pair for row, pair in enumerate(pairs) if pair.split != "train" or row in kept]


def trained(
    name: str, recipe: Recipe, data: TrainingSet, classifier: Classifier, work: Path
) -> VitrineDualEncoder:
    """The model of a variant, its heads trained."""
    model = from_classifier(classifier, recipe)
    folder = work / "variant"
    shutil.rmtree(folder, ignore_errors=True)
    if name == "titles alone":
        data = with_captions(data, lambda text, number: data.pairs[number].fields.get("title"))
    if name == "no words of the thesaurus":
        known = own_captions(data.pairs)
        data = with_captions(data, lambda text, number: text if text in known else None)
    if name == "no shades":
        plain = [replace(one, fields=one.fields | {"shades": ""}) for one in data.pairs]
        known = own_captions(plain, Thesaurus())
        data = with_captions(data, lambda text, number: text if text in known else None)
    return Trainer(model, data, data.rows("train"), recipe, folder, save_every=10**9).train()


def with_captions(data: TrainingSet, choose: object) -> TrainingSet:
    """The same data with the chances of every caption that `choose` leaves out at nought."""
    table = copy.copy(data.table)
    table.chances = table.chances.copy()
    assert callable(choose)
    for number, row in enumerate(table.choices):
        for column, text in enumerate(row):
            if text >= 0 and choose(table.texts[text], number) != table.texts[text]:
                table.chances[number, column] = 0.0
    table.chances /= np.maximum(table.chances.sum(1, keepdims=True), 1e-9)
    return replace(data, table=table)


def own_captions(pairs: Sequence[Pair], thesaurus: Thesaurus | None = None) -> set[str]:
    return {text for pair in pairs for text, _weight in captions(pair.fields, thesaurus)}


@dataclass
class Judge:
    """Measures heads on the cached features of the frozen trunk."""

    data: TrainingSet
    encode: TextVectors

    names = (
        "held-out title R@10",
        "MRR",
        "colour and type P@10",
        "untaught words P@10",
        "taught words P@10",
        "home photos, kinds",
        "groceries, kinds",
        "renders, kinds",
        "home photo to type P@10",
    )

    def __post_init__(self) -> None:
        source = np.array([pair.source for pair in self.data.pairs])
        self.held_out = self.data.rows("validation")
        some = np.random.default_rng(0).permutation(self.data.rows("train"))[:2000]
        self.shop = np.concatenate([self.held_out, some])
        self.strangers = {name: np.flatnonzero(source == name) for name in STRANGERS}

    @torch.inference_mode()
    def __call__(self, model: VitrineDualEncoder) -> list[float]:
        self.model = model
        titles = self.texts(list(self.field(self.held_out, "title")))
        _one, recall, reciprocal = title_to_picture(
            titles.numpy(), self.images(self.held_out).numpy()
        )
        return [
            recall,
            reciprocal,
            self.colour_and_type(),
            self.words(taught=False),
            self.words(taught=True),
            *(self.kinds(rows) for rows in self.strangers.values()),
            self.home_photos(),
        ]

    def texts(self, texts: Sequence[str]) -> Tensor:
        heard = torch.from_numpy(self.encode(texts))
        return functional.normalize(self.model.text_head(heard), dim=-1)

    def images(self, rows: np.ndarray) -> Tensor:
        return functional.normalize(self.model.image_head(self.data.start.pooled(rows)), dim=-1)

    def field(self, rows: np.ndarray, role: str) -> np.ndarray:
        return np.array([self.data.pairs[row].fields.get(role, "") for row in rows])

    def colour_and_type(self, fewest: int = 8) -> float:
        colours, kinds = self.field(self.held_out, "colour"), self.field(self.held_out, "kind")
        both = np.char.add(np.char.add(colours, " "), kinds)
        names, counts = np.unique(both, return_counts=True)
        queries = names[counts >= fewest]
        return self.precision(list(queries), self.held_out, both, [[one] for one in queries])

    def words(self, taught: bool) -> float:
        """Mean of types and colours, over the words that the thesaurus teaches or does not."""
        found = []
        for role, judged, teaches in (
            ("kind", KINDS, Thesaurus.kinds),
            ("colour", COLOURS, Thesaurus.colours),
        ):
            values = self.field(self.shop, role)
            known = lent(values, teaches)
            words = [word for word in judged if (word in known) == taught]
            right = [judged[word].split("|") for word in words]
            if words:
                found.append(self.precision(words, self.shop, values, right))
        return float(np.mean(found)) if found else float("nan")

    def precision(
        self, queries: list[str], rows: np.ndarray, values: np.ndarray, right: list[list[str]]
    ) -> float:
        scores = self.texts(queries) @ self.images(rows).T
        return float(precisions(scores.numpy(), values.tolist(), right).mean())

    def kinds(self, rows: np.ndarray) -> float:
        """Mean R-precision of the names of the kinds of a source that was never seen."""
        labels = np.array([kind_of(self.data.pairs[row]) for row in rows])
        names = sorted(set(labels))
        cosines = self.texts(names) @ self.images(rows).T
        return float(np.mean(list(r_precisions(cosines, names, labels))))

    def home_photos(self) -> float:
        photos = [row for row in map(int, self.strangers["clothing"]) if self._label(row) in TYPES]
        kinds = self.field(self.shop, "kind")
        rows = np.array(photos)
        scores = self.images(rows) @ self.images(self.shop).T
        right = [list(TYPES[self._label(row)]) for row in photos]
        return float(precisions(scores.numpy(), kinds.tolist(), right).mean())

    def _label(self, row: int) -> str:
        return self.data.pairs[row].fields.get("title", "")


if __name__ == "__main__":
    main()
