"""An exported encoder, served by ONNX Runtime without torch or transformers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from PIL import Image
from tokenizers import Encoding, Tokenizer

from .preprocessing import Preprocessing
from .reader import READERS, Reader
from .vectors import unit_rows

FORMAT = 3  # of the exported folder; raise it and every encoder is exported anew
TEXT_BATCH = 32
IMAGE_BATCH = 4  # batches gain images nothing, and a small one stays in the processor's cache


class OnnxEncoder:
    """The encoder contract on the files that `export` writes. Safe to call from many threads."""

    serving = "onnx"

    def __init__(self, folder: Path, name: str) -> None:
        settings = json.loads((folder / "serving.json").read_text(encoding="utf-8"))
        self.name = name
        self.dimensions = int(settings["dimensions"])
        self.serving_note = str(settings["note"])
        self.preprocessing = Preprocessing(**settings["preprocessing"])
        self.image_size = self.preprocessing.image_size
        self.readers = list(_readers(folder, settings))
        self.texts = _session(folder / "text.onnx")
        self.images = _session(folder / "image.onnx")
        self.inputs = [item.name for item in self.texts.get_inputs()]

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32: of each text's tokens, those that no tokenizer of the encoder knows."""
        return np.min([reader.unknown_share(texts) for reader in self.readers], axis=0)

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """Texts of like length share a batch, so that short ones are not padded to long ones."""
        read = [reader.read(texts) for reader in self.readers]
        order = sorted(range(len(texts)), key=lambda row: [len(tokens[row]) for tokens in read])
        parts = [
            self.texts.run(None, self._feed(read, order[start : start + TEXT_BATCH]))[0]
            for start in range(0, len(order), TEXT_BATCH)
        ]
        rows = unit_rows(parts, self.dimensions, self.name)
        back = np.empty_like(rows)
        back[order] = rows
        return back

    def _feed(self, read: Sequence[list[Encoding]], rows: Sequence[int]) -> dict[str, np.ndarray]:
        known: dict[str, np.ndarray] = {}
        for reader, tokens in zip(self.readers, read, strict=True):
            known |= reader.feed([tokens[row] for row in rows])
        return {name: known[name] for name in self.inputs}

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        parts = [
            self.images.run(
                None, {"pixel_values": self.preprocessing(images[start : start + IMAGE_BATCH])}
            )[0]
            for start in range(0, len(images), IMAGE_BATCH)
        ]
        return unit_rows(parts, self.dimensions, self.name)


def _readers(folder: Path, settings: dict[str, Any]) -> Iterator[Reader]:
    """The tokenizer of the encoder, and that of a second text tower where it has one."""
    for file, names in READERS.items():
        if (folder / file).exists():
            yield Reader(
                Tokenizer.from_file(str(folder / file)),
                int(settings["max_tokens"]),
                int(settings["pad_token"]),
                bool(settings["full_length"]),
                names,
            )


def _session(path: Path) -> onnxruntime.InferenceSession:
    """One thread that does not spin: many processes share the cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
