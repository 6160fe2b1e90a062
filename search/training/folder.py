"""An encoder as a folder that `transformers` opens: config, weights, processor, tokenizer."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import torch
from transformers import AutoTokenizer

from search.encoders.dual_encoder import VitrineDualEncoder
from search.encoders.minilm import text_tower_folder

TEXT_TOKENS = 128


def save_encoder(model: VitrineDualEncoder, folder: Path, side: int, card: str) -> None:
    """Write `model` in half precision, then put it in place of `folder` at once.

    A reader finds the old folder or the new one, never half of one.
    """
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    half = {k: v.to(torch.float16).contiguous() for k, v in model.state_dict().items()}
    model.save_pretrained(beside, state_dict=half)
    tokenizer = AutoTokenizer.from_pretrained(text_tower_folder(model.config.text_package))
    tokenizer.model_max_length = TEXT_TOKENS
    tokenizer.save_pretrained(beside)
    processor = json.dumps(_image_processor(side), indent=2)
    (beside / "preprocessor_config.json").write_text(processor + "\n", encoding="utf-8")
    (beside / "README.md").write_text(card, encoding="utf-8")
    for file in beside.iterdir():
        file.chmod(0o644)
    _swap(beside, folder)


def _image_processor(side: int) -> dict[str, object]:
    """The whole picture squashed to a square: nothing that is for sale is cropped away."""
    return {
        "image_processor_type": "MobileNetV2ImageProcessor",
        "do_resize": True,
        "size": {"height": side, "width": side},
        "resample": 3,
        "do_center_crop": False,
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": [0.5, 0.5, 0.5],
        "image_std": [0.5, 0.5, 0.5],
    }


def _swap(beside: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    beside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
