"""From pairs to a training set: decode, caption, and ask the untouched trunks what they see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from search.encoders.dual_encoder import ImageHead, VitrineDualEncoder

from .captions import TextVectors, cached, caption_table
from .dataset import TrainingSet, images
from .features import Seen, fingerprint, judged, look
from .image_store import PictureStore, decode
from .pairs import Pair, captions
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
    table = caption_table(
        pairs,
        lambda texts: cached(
            folder / f"captions_{'_'.join(map(str, encode.layers))}.npz",
            lambda new: encode(new, lambda done: report("captions", done, len(new))),
            texts,
        ),
    )

    def seen(trunk: torch.nn.Module, head: ImageHead, looked_at: int) -> Seen:
        return _seen(pictures, trunk, head, looked_at, folder, report)

    two = model.config.kept_config
    start = seen(model.vision_model, model.image_head, model.config.trained_side if two else side)
    beside = seen(model.kept_model, model.kept_head, side) if two and not adapting else start
    names = torch.from_numpy(encode(model.config.class_names))
    return TrainingSet(pairs, pictures, table, start, beside, names)


def _seen(
    pictures: np.ndarray,
    trunk: torch.nn.Module,
    head: ImageHead,
    side: int,
    folder: Path,
    report: Report,
) -> Seen:
    path = folder / f"features-{fingerprint(trunk, pictures, side)}.npy"
    features = look(
        lambda rows: images(pictures, rows),
        np.arange(len(pictures)),
        fuse(trunk),
        side,
        path,
        lambda done, total: report("features", done, total),
    )
    return judged(features, head.classifier)
