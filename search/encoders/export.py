"""Both towers of an encoder to ONNX, once, accepted only if they say what torch says."""

from __future__ import annotations

import json
import math
import os
import shutil
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from .contract import Encoder
from .convolutions import round_convolutions, trunks
from .matrix_products import round_products
from .onnx_encoder import FORMAT, LANGUAGES, OTHER_GRAPH, OTHER_TOKENIZER, OnnxEncoder
from .padding import fold_padding
from .preprocessing import Preprocessing
from .probes import calibration_images, foreign_probes, probe_images, probe_texts
from .tables import share_tables
from .torch_encoder import TorchEncoder

FAITHFUL = 0.999  # cosine to torch in float32
QUANTIZED = 0.99  # cosine to torch in int8, with the same ranking
NOISE = 1.2  # times that differ by less are the same
EXAMPLES = ["red shoes", "a blue ceramic vase for the table"]  # to trace text towers with


class ExportRefused(Exception):
    """The encoder works in torch but cannot be served by ONNX Runtime; the message says why."""


class _TextTower(nn.Module):
    """Takes what `encoder.tokens` gives, under those `names`, in that order."""

    def __init__(self, model: Any, names: Sequence[str]) -> None:
        super().__init__()
        self.model, self.names = model, names
        self.tower = getattr(model, "text_tower", None)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        tokens = dict(zip(self.names, (input_ids, attention_mask), strict=False))
        return self.model.get_text_features(**tokens).pooler_output


class _OtherTextTower(nn.Module):
    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model, self.tower = model, model.multilingual_tower

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        features: torch.Tensor = self.model.get_multilingual_features(input_ids, attention_mask)
        return features


class _ImageTower(nn.Module):
    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        return self.model.get_image_features(pixel_values=pixel_values).pooler_output


def export(encoder: TorchEncoder, folder: Path) -> None:
    """Write text.onnx, image.onnx, tokenizer.json and serving.json into `folder` at once.

    Raises ExportRefused when no exporter makes a graph that agrees with torch.
    """
    complaints = []
    for exporter in (False, True):
        beside = folder.with_name(f".{folder.name}.{os.getpid()}")
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        try:
            _write(encoder, beside, modern=exporter)
            _replace(beside, folder)
            return
        except Exception as error:  # exporters fail in many ways, all with the same consequence
            complaints.append(f"{type(error).__name__}: {str(error).strip().split(chr(10))[0]}")
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    raise ExportRefused("; ".join(dict.fromkeys(complaints))[:500])


def _write(encoder: TorchEncoder, folder: Path, modern: bool) -> None:
    preprocessing = Preprocessing.of(encoder.processor.to_dict())
    encoder.tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    tokens = encoder.tokens(EXAMPLES)
    pixels = encoder.pixels(probe_images()[:2])["pixel_values"]
    axes = {0: "batch"} if encoder.full_length else {0: "batch", 1: "tokens"}
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        _export(
            _TextTower(encoder.model, list(tokens)),
            {name: (values, axes) for name, values in tokens.items()},
            folder / "text.onnx",
            modern,
        )
        _export(
            _ImageTower(encoder.model),
            {"pixel_values": (pixels, {0: "batch"})},
            folder / "image.onnx",
            modern,
        )
        if encoder.multilingual:
            _write_other_tower(encoder, folder, modern)
    fold_padding(folder / "image.onnx")
    settings = {
        "format": FORMAT,
        "dimensions": encoder.dimensions,
        "max_tokens": encoder.max_tokens,
        "pad_token": encoder.tokenizer.pad_token_id or 0,
        "full_length": encoder.full_length,
        "preprocessing": asdict(preprocessing),
        "note": "",
    }
    _settle(folder, settings)
    _choose_precision(encoder, folder, settings)


def _write_other_tower(encoder: TorchEncoder, folder: Path, modern: bool) -> None:
    """The text tower for other languages than English, and what says which texts are its."""
    assert encoder.multilingual is not None
    assert encoder.languages is not None
    encoder.multilingual.tokenizer.save(str(folder / OTHER_TOKENIZER))
    np.save(folder / LANGUAGES, encoder.languages.astype(np.float16))
    axes = {0: "batch", 1: "tokens"}
    tokens = encoder.foreign_tokens(EXAMPLES)
    inputs = {name: (values, axes) for name, values in tokens.items()}
    _export(_OtherTextTower(encoder.model), inputs, folder / OTHER_GRAPH, modern)


def _export(
    tower: nn.Module,
    inputs: dict[str, tuple[torch.Tensor, dict[int, str]]],
    path: Path,
    modern: bool,
) -> None:
    """`modern` is torch's newer exporter: slower, and right for more models."""
    arguments = tuple(value for value, _ in inputs.values())
    names = list(inputs)
    axes = {name: axes for name, (_, axes) in inputs.items()}
    options: dict[str, Any] = {"dynamic_axes": axes | {"vectors": {0: "batch"}}}
    if modern:
        options = {
            "dynamic_shapes": {
                name: dict.fromkeys(axes[name], torch.export.Dim.DYNAMIC) for name in names
            }
        }
    torch.onnx.export(
        tower.eval(),
        arguments,
        str(path),
        input_names=names,
        output_names=["vectors"],
        dynamo=modern,
        external_data=False,
        verbose=False,
        **options,
    )


def _choose_precision(encoder: TorchEncoder, folder: Path, settings: dict[str, Any]) -> None:
    """Float32 has to be faithful; int8 replaces it part by part where the ranking stays."""
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
    settings["note"] = "; ".join(notes)
    _settle(folder, settings)


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


def _settle(folder: Path, settings: dict[str, Any]) -> None:
    (folder / "serving.json").write_text(json.dumps(settings, indent=2), encoding="utf-8")


def _replace(beside: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)
