"""From pairs to a training set: decode, caption, and ask the untouched backbone what it sees."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from search.encoders.dual_encoder import VitrineDualEncoder

from .captions import TextVectors, cached, caption_table
from .dataset import TrainingSet
from .pairs import Pair, captions
from .pictures import PictureStore, decode
from .stages import trunk_in_bfloat16
from .trunk import fold

DECODED = 160  # pixels a side that are kept; training crops and resizes from there

Report = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Corpus:
    """Pairs and where their pictures are."""

    pairs: Sequence[Pair]
    store: PictureStore


def assemble(
    corpora: Sequence[Corpus],
    start: VitrineDualEncoder,
    encode: TextVectors,
    folder: Path,
    report: Report,
) -> TrainingSet:
    """Everything that training draws from; what is slow to make is kept in `folder`.

    Raises FileNotFoundError for a picture that no place has, ValueError where there are no pairs.
    """
    pairs = [pair for corpus in corpora for pair in corpus.pairs if any(captions(pair.fields))]
    stores = {id(pair): corpus.store for corpus in corpora for pair in corpus.pairs}
    if not pairs:
        raise ValueError("There is nothing to train on: no pair of a picture and a text.")
    items = [(stores[id(pair)], pair.image) for pair in pairs]
    pictures = decode(items, DECODED, folder, lambda done: report("pictures", done, len(items)))
    table = caption_table(
        pairs,
        lambda texts: cached(
            folder / f"captions_{'_'.join(map(str, encode.layers))}.npz",
            lambda new: encode(new, lambda done: report("captions", done, len(new))),
            texts,
        ),
    )
    features, scores = look(
        pictures, start, folder, lambda done: report("features", done, len(items))
    )
    names = torch.from_numpy(encode(start.config.class_names))
    return TrainingSet(pairs, pictures, table, features, scores, names)


@torch.inference_mode()
def look(
    pictures: np.ndarray,
    start: VitrineDualEncoder,
    folder: Path,
    progress: Callable[[int], None],
    batch: int = 64,
) -> tuple[np.ndarray, np.ndarray]:
    """Trunk features (n, width) and class scores (n, classes) of `start`, both float16."""
    path = folder / f"features-{_fingerprint(start, pictures)}.npz"
    if path.exists():
        with np.load(path) as kept:
            return kept["features"], kept["scores"]
    trunk = trunk_in_bfloat16(_folded(start))
    features = np.empty((len(pictures), start.config.vision_width), dtype=np.float16)
    scores = np.empty((len(pictures), start.config.classes), dtype=np.float16)
    for first in range(0, len(pictures), batch):
        pixels = torch.from_numpy(np.array(pictures[first : first + batch])).permute(0, 3, 1, 2)
        if start.config.keeps_start:
            side = (start.config.trained_side, start.config.trained_side)
            pixels = functional.interpolate(pixels, side, mode="bilinear", antialias=True)
        values = (pixels.float() / 127.5 - 1).to(torch.bfloat16)
        values = values.contiguous(memory_format=torch.channels_last)
        values = values.to(start.device)
        pooled = trunk(pixel_values=values).pooler_output.flatten(1).float()
        features[first : first + batch] = pooled.cpu().numpy()
        scores[first : first + batch] = start.image_head.classifier(pooled).cpu().numpy()
        progress(min(first + batch, len(pictures)))
    np.savez(path, features=features, scores=scores)
    return features, scores


def _folded(start: VitrineDualEncoder) -> torch.nn.Module:
    trunk = copy.deepcopy(start.vision_model)
    fold(trunk)
    return trunk


def _fingerprint(start: VitrineDualEncoder, pictures: np.ndarray) -> str:
    """The same for the same classifier and pictures; a sample of both is telling enough."""
    digest = hashlib.sha256(repr(pictures.shape).encode())
    digest.update(np.ascontiguousarray(pictures[:: max(1, len(pictures) // 64)]).tobytes())
    seeing = (start.vision_model, start.image_head.classifier)
    for value in (value for module in seeing for value in module.state_dict().values()):
        digest.update(value.float().sum().numpy().tobytes())
    return digest.hexdigest()[:16]
