"""From pairs to a training set: decode, caption, and ask the untouched trunks what they see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch

from search.encoders.dual_encoder import ImageHead, VitrineDualEncoder

from .captions import TextVectors, cached, caption_table
from .dataset import TrainingSet, images
from .features import Seen, fingerprint, judged, look
from .image_store import PictureStore, decode, named
from .pairs import Pair, captions
from .shades import with_shades
from .trunk import fuse

Report = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Corpus:
    """Pairs and where their pictures are."""

    pairs: Sequence[Pair]
    store: PictureStore


def assemble(
    corpora: Sequence[Corpus],
    model: VitrineDualEncoder,
    encode: TextVectors,
    folder: Path,
    side: int,
    report: Report,
    adapting: bool = False,
) -> TrainingSet:
    """Everything that training draws from; what is slow to make is kept in `folder`.

    Pictures are decoded to `side` pixels a side. Adapting leaves the trunk beside out.
    Raises FileNotFoundError for a picture that no place has, ValueError where there are no pairs.
    """
    pairs, pictures = pairs_with_pictures(corpora, folder, side, report)
    table = caption_table(pairs, partial(heard, encode, folder, report))
    looking = Looking(pictures, blocks_by_source(pairs), folder, report)
    two = model.config.kept_config
    start = looking.through(
        model.vision_model, model.image_head, model.config.trained_side if two else side
    )
    beside = start
    if two and not adapting:
        beside = looking.through(model.kept_model, model.kept_head, side)
    names = torch.from_numpy(encode(model.config.class_names))
    return TrainingSet(pairs, pictures, table, start, beside, names)


def pairs_with_pictures(
    corpora: Sequence[Corpus], folder: Path, side: int, report: Report
) -> tuple[list[Pair], np.ndarray]:
    """The pairs that have a caption, with the shades that are seen, and row for row a picture."""
    taken = [
        (pair, corpus.store)
        for corpus in corpora
        for pair in corpus.pairs
        if any(captions(pair.fields))
    ]
    if not taken:
        raise ValueError("There is nothing to train on: no pair of a picture and a text.")
    pairs = [pair for pair, _store in taken]
    items = [(store, pair.image) for pair, store in taken]
    pictures = decode(items, side, folder, lambda done: report("pictures", done, len(items)))
    shaded = folder / f"shades-{named(items, side)}.json"
    seen = with_shades(pairs, pictures, shaded, lambda done: report("shades", done, len(items)))
    return seen, pictures


def heard(encode: TextVectors, folder: Path, report: Report, texts: list[str]) -> np.ndarray:
    """A vector for each text; those of earlier runs are not asked for again."""

    def new(some: list[str]) -> np.ndarray:
        return encode(some, lambda done: report("captions", done, len(some)))

    return cached(folder / f"captions_{encode.name}.npz", new, texts)


def blocks_by_source(pairs: Sequence[Pair]) -> list[np.ndarray]:
    """Rows of each run of pairs from one source: another source more costs no old one again."""
    ends = [row for row in range(1, len(pairs)) if pairs[row].source != pairs[row - 1].source]
    return np.split(np.arange(len(pairs)), ends)


@dataclass(frozen=True)
class Looking:
    """Looks at the pictures block by block, and keeps in `folder` what is seen of each."""

    pictures: np.ndarray
    blocks: Sequence[np.ndarray]  # rows of pictures that follow each other
    folder: Path
    report: Report

    def through(self, trunk: torch.nn.Module, head: ImageHead, side: int) -> Seen:
        """What the trunk at rest sees at `side` pixels a side, and its classifier says of it."""
        fused = fuse(trunk)
        features = [self._features(rows, fused, side) for rows in self.blocks]
        return judged(np.concatenate(features), head.classifier)

    def _features(self, rows: np.ndarray, trunk: torch.nn.Module, side: int) -> np.ndarray:
        part = self.pictures[rows[0] : rows[-1] + 1]
        return look(
            lambda some: images(part, some),
            np.arange(len(part)),
            trunk,
            side,
            self.folder / f"features-{fingerprint(trunk, part, side)}.npy",
            lambda done, total: self.report("features", done, total),
        )
