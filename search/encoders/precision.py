"""How exactly an export reckons: in float32 as torch does, in int8 where that is as good."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from .contract import Encoder
from .convolutions import round_convolutions, trunks
from .matrix_products import round_products
from .onnx_encoder import OnnxEncoder
from .probes import calibration_images, foreign_probes, probe_images, probe_texts
from .tables import share_tables
from .torch_encoder import TorchEncoder

FAITHFUL = 0.999  # cosine to torch in float32
QUANTIZED = 0.99  # cosine to torch in int8, with the same ranking
NOISE = 1.2  # times that differ by less are the same


class ExportRefused(Exception):
    """The encoder works in torch but cannot be served by ONNX Runtime; the message says why."""


def choose_precision(encoder: TorchEncoder, folder: Path) -> str:
    """Round the graphs of an export part by part where the ranking stays; what was done, in words.

    Raises ExportRefused where they say something else than torch before anything is rounded.
    """
    texts = [Tower(encoder, folder, "text", probe_texts())]
    if encoder.multilingual:
        texts.append(Tower(encoder, folder, "multilingual", foreign_probes()))
    images = Tower(encoder, folder, "image", probe_images())
    worst = min(_worst(tower.truth, tower.served()) for tower in (*texts, images))
    if worst < FAITHFUL:
        raise ExportRefused(f"its export differs from torch (cosine {worst:.4f})")
    notes = [f"float32 within cosine {worst:.5f} of torch"]
    for tower in (*texts, images):
        notes.append(f"matrix products of {tower.kind}s {tower.rounded(round_products)[1]}")
    notes += _round_convolutions(encoder, images)
    for tower in texts:
        share_tables(tower.graph)
    return "; ".join(notes)


def _round_convolutions(encoder: TorchEncoder, images: Tower) -> Iterator[str]:
    """Try all of them, then one trunk's, until something is kept; what came of each, as notes."""
    candidates = trunks(images.graph)
    if not candidates:
        return
    pixels = [encoder.pixels([image])["pixel_values"].numpy() for image in calibration_images()]
    for trunk in candidates:
        kept, note = images.rounded(partial(round_convolutions, trunk=trunk, pixels=pixels))
        yield f"convolutions of {trunk or 'all trunks'} {note}"
        if kept:
            return


class Tower:
    """One graph of an export, what torch says of some probes, and what the graph says of them."""

    def __init__(self, encoder: TorchEncoder, folder: Path, kind: str, probes: Sequence[Any]):
        self.folder, self.kind, self.name, self.probes = folder, kind, encoder.name, probes
        self.graph = folder / f"{kind}.onnx"
        self.truth = self._encode(encoder)
        self.seconds = math.inf  # of processor time that the graph takes for all probes

    def _encode(self, encoder: Encoder) -> np.ndarray:
        encode = encoder.encode_images if self.kind == "image" else encoder.encode_texts
        return encode(self.probes)

    def served(self) -> np.ndarray:
        encoder, began = OnnxEncoder(self.folder, self.name), time.process_time()
        vectors = self._encode(encoder)
        self.seconds = time.process_time() - began
        return vectors

    def rounded(self, make: Callable[[Path, Path], None]) -> tuple[bool, str]:
        """Let `make` round the graph; whether the result is kept, and why, in words.

        Kept is what is as good and no slower: int8 needs a processor that multiplies it.
        """
        full, before = self.graph.with_suffix(".float.onnx"), self.seconds
        self.graph.rename(full)
        try:
            make(full, self.graph)
            vectors = self.served()
        except Exception as error:  # of a library, over a graph that it does not know
            full.replace(self.graph)
            return False, f"in float32, int8 failed ({type(error).__name__})"
        worst, same = _worst(self.truth, vectors), _same_ranking(self.truth, vectors)
        reached = f"cosine {worst:.4f}, ranking agreement {same:.3f}"
        slower = self.seconds > before * NOISE
        if not slower and worst >= QUANTIZED and same >= QUANTIZED:
            full.unlink()
            return True, f"in int8 ({reached})"
        full.replace(self.graph)
        self.seconds = before
        return False, f"in float32, int8 is {'slower' if slower else 'worse'} ({reached})"


def _worst(truth: np.ndarray, vectors: np.ndarray) -> float:
    return float((truth * vectors).sum(1).min())


def _same_ranking(truth: np.ndarray, vectors: np.ndarray, depth: int = 5) -> float:
    """Mean share of the `depth` nearest probes that stay the nearest when the query is encoded
    by the smaller tower and the probes by the exact one, ties within 0.005 forgiven."""
    exact, served = truth @ truth.T, vectors @ truth.T
    np.fill_diagonal(exact, -2)
    np.fill_diagonal(served, -2)
    depth = min(depth, len(truth) - 1)
    edge = np.sort(exact, axis=1)[:, -depth] - 0.005
    chosen = np.argsort(-served, axis=1)[:, :depth]
    return float((np.take_along_axis(exact, chosen, 1) >= edge[:, None]).mean())
