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
    pairs = [pair for corpus in corpora for pair in corpus.pairs if any(captions(pair.fields))]
    stores = {id(pair): corpus.store for corpus in corpora for pair in corpus.pairs}
    if not pairs:
        raise ValueError("There is nothing to train on: no pair of a picture and a text.")
    items = [(stores[id(pair)], pair.image) for pair in pairs]
    pictures = decode(items, side, folder, lambda done: report("pictures", done, len(items)))
    shaded = folder / f"shades-{named(items, side)}.json"
    pairs = with_shades(pairs, pictures, shaded, lambda done: report("shades", done, len(items)))

    def hear(texts: list[str]) -> np.ndarray:
        def new(some: list[str]) -> np.ndarray:
            return encode(some, lambda done: report("captions", done, len(some)))

        return cached(folder / f"captions_{encode.name}.npz", new, texts)

    table = caption_table(pairs, hear)

    def seen(trunk: torch.nn.Module, head: ImageHead, looked_at: int) -> Seen:
        blocks = [rows for rows in _by_source(pairs) if len(rows)]
        look_at = partial(_look, pictures, fuse(trunk), looked_at, folder, report)
        return judged(np.concatenate([look_at(rows) for rows in blocks]), head.classifier)

    two = model.config.kept_config
    start = seen(model.vision_model, model.image_head, model.config.trained_side if two else side)
    beside = seen(model.kept_model, model.kept_head, side) if two and not adapting else start
    names = torch.from_numpy(encode(model.config.class_names))
    return TrainingSet(pairs, pictures, table, start, beside, names)


def _by_source(pairs: Sequence[Pair]) -> list[np.ndarray]:
    """Rows of each run of pairs from one source: another source more costs no old one again."""
    ends = [row for row in range(1, len(pairs)) if pairs[row].source != pairs[row - 1].source]
    return np.split(np.arange(len(pairs)), ends)


def _look(
    pictures: np.ndarray,
    trunk: torch.nn.Module,
    side: int,
    folder: Path,
    report: Report,
    rows: np.ndarray,
) -> np.ndarray:
    part = pictures[rows[0] : rows[-1] + 1]
    return look(
        lambda some: images(part, some),
        np.arange(len(part)),
        trunk,
        side,
        folder / f"features-{fingerprint(trunk, part, side)}.npy",
        lambda done, total: report("features", done, total),
    )
