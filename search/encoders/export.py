"""Both towers of an encoder to ONNX, once, accepted only if they say what torch says."""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from .matrix_products import round_products
from .onnx_encoder import FORMAT, OnnxEncoder
from .padding import fold_padding
from .preprocessing import Preprocessing
from .probes import probe_images, probe_texts
from .torch_encoder import TorchEncoder

FAITHFUL = 0.999  # cosine to torch in float32
QUANTIZED = 0.99  # cosine to torch in int8, with the same ranking


class ExportRefused(Exception):
    """The encoder works in torch but cannot be served by ONNX Runtime; the message says why."""


class _TextTower(nn.Module):
    def __init__(self, model: Any, masked: bool) -> None:
        super().__init__()
        self.model, self.masked = model, masked
        self.tower = getattr(model, "text_tower", None)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        tokens = {"input_ids": input_ids}
        if self.masked:
            tokens["attention_mask"] = attention_mask
        return self.model.get_text_features(**tokens).pooler_output


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
    tokens = encoder.tokens(["red shoes", "a blue ceramic vase for the table"])
    masked = "attention_mask" in tokens
    mask = tokens.get("attention_mask", torch.ones_like(tokens["input_ids"]))
    pixels = encoder.pixels(probe_images()[:2])
    axes = {0: "batch"} if encoder.full_length else {0: "batch", 1: "tokens"}
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        _export(
            _TextTower(encoder.model, masked),
            {"input_ids": (tokens["input_ids"], axes), "attention_mask": (mask, axes)},
            folder / "text.onnx",
            modern,
        )
        _export(
            _ImageTower(encoder.model),
            {"pixel_values": (pixels, {0: "batch"})},
            folder / "image.onnx",
            modern,
        )
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
    """Float32 has to be faithful; int8 replaces it tower by tower where the ranking stays."""
    texts, images = probe_texts(), probe_images()
    truth = encoder.encode_texts(texts), encoder.encode_images(images)
    served = OnnxEncoder(folder, encoder.name)
    worst = min(
        _worst(truth[0], served.encode_texts(texts)), _worst(truth[1], served.encode_images(images))
    )
    if worst < FAITHFUL:
        raise ExportRefused(f"its export differs from torch (cosine {worst:.4f})")
    notes = [f"float32 within cosine {worst:.5f} of torch"]
    notes += _quantize(folder, "text", lambda one: one.encode_texts(texts), truth[0], encoder.name)
    notes += _quantize(
        folder, "image", lambda one: one.encode_images(images), truth[1], encoder.name
    )
    settings["note"] = "; ".join(notes)
    _settle(folder, settings)


def _quantize(
    folder: Path,
    tower: str,
    encode: Callable[[OnnxEncoder], np.ndarray],
    truth: np.ndarray,
    name: str,
) -> list[str]:
    """Try int8 for the matrix products of one tower; what was kept, as a note."""
    plain, small = folder / f"{tower}.onnx", folder / f"{tower}.int8.onnx"
    full = folder / f"{tower}.float.onnx"
    round_products(plain, small)
    plain.rename(full)
    small.rename(plain)
    vectors = encode(OnnxEncoder(folder, name))
    worst, same = _worst(truth, vectors), _same_ranking(truth, vectors)
    if worst >= QUANTIZED and same >= QUANTIZED:
        full.unlink()
        return [f"{tower} in int8 within cosine {worst:.4f}, ranking agreement {same:.3f}"]
    full.replace(plain)
    return [f"{tower} in float32, because int8 reached cosine {worst:.4f} and ranking {same:.3f}"]


def _worst(truth: np.ndarray, vectors: np.ndarray) -> float:
    return float((truth * vectors).sum(1).min())


def _same_ranking(truth: np.ndarray, vectors: np.ndarray, depth: int = 5) -> float:
    """Mean share of the `depth` nearest probes that stay the nearest when the query is encoded
    by the smaller tower and the probes by the exact one, ties within 0.002 forgiven."""
    exact, served = truth @ truth.T, vectors @ truth.T
    np.fill_diagonal(exact, -2)
    np.fill_diagonal(served, -2)
    depth = min(depth, len(truth) - 1)
    edge = np.sort(exact, axis=1)[:, -depth] - 0.002
    chosen = np.argsort(-served, axis=1)[:, :depth]
    return float((np.take_along_axis(exact, chosen, 1) >= edge[:, None]).mean())


def _settle(folder: Path, settings: dict[str, Any]) -> None:
    (folder / "serving.json").write_text(json.dumps(settings, indent=2), encoding="utf-8")


def _replace(beside: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)
