"""Both towers of an encoder to ONNX, once, accepted only if they say what torch says."""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from .onnx_encoder import FORMAT, LANGUAGES, OTHER_GRAPH, OTHER_TOKENIZER, SETTINGS, file_sizes
from .padding import fold_padding
from .precision import ExportRefused, choose_precision
from .preprocessing import Preprocessing
from .probes import probe_images
from .torch_encoder import TorchEncoder

EXAMPLES = ["red shoes", "a blue ceramic vase for the table"]  # to trace text towers with


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
    settings = _settings(encoder)
    encoder.tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        _write_towers(encoder, folder, modern)
        if encoder.multilingual:
            _write_other_tower(encoder, folder, modern)
    fold_padding(folder / "image.onnx")
    _settle(folder, settings)
    settings["note"] = choose_precision(encoder, folder)
    settings["bytes"] = file_sizes(folder)
    _settle(folder, settings)


def _write_towers(encoder: TorchEncoder, folder: Path, modern: bool) -> None:
    tokens = encoder.tokens(EXAMPLES)
    axes = {0: "batch"} if encoder.full_length else {0: "batch", 1: "tokens"}
    texts = {name: (values, axes) for name, values in tokens.items()}
    _export(_TextTower(encoder.model, list(tokens)), texts, folder / "text.onnx", modern)
    pixels = encoder.pixels(probe_images()[:2])["pixel_values"]
    images = {"pixel_values": (pixels, {0: "batch"})}
    _export(_ImageTower(encoder.model), images, folder / "image.onnx", modern)


def _settings(encoder: TorchEncoder) -> dict[str, Any]:
    """What `OnnxEncoder` has to know of the towers."""
    return {
        "format": FORMAT,
        "dimensions": encoder.dimensions,
        "max_tokens": encoder.max_tokens,
        "pad_token": encoder.tokenizer.pad_token_id or 0,
        "full_length": encoder.full_length,
        "preprocessing": asdict(Preprocessing.of(encoder.processor.to_dict())),
        "note": "",
    }


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


def _settle(folder: Path, settings: dict[str, Any]) -> None:
    (folder / SETTINGS).write_text(json.dumps(settings, indent=2), encoding="utf-8")


def _replace(beside: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)
