"""An exported encoder, served by ONNX Runtime without torch or transformers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image
from tokenizers import Encoding, Tokenizer

from .preprocessing import Preprocessing
from .texts import tidy
from .unreadable import share_of, unknown_token
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
        self.max_tokens = int(settings["max_tokens"])
        self.pad_token = int(settings["pad_token"])
        self.full_length = bool(settings["full_length"])
        self.preprocessing = Preprocessing(**settings["preprocessing"])
        self.image_size = self.preprocessing.image_size
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(self.max_tokens)
        self.unknown = unknown_token(self.tokenizer)
        self.texts = _session(folder / "text.onnx")
        self.images = _session(folder / "image.onnx")
        self.inputs = [item.name for item in self.texts.get_inputs()]

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32: of each text's tokens, those that the tokenizer does not know."""
        return share_of(self._tokens(texts), self.unknown)

    def _tokens(self, texts: Sequence[str]) -> list[Encoding]:
        return self.tokenizer.encode_batch([tidy(text, self.max_tokens) for text in texts])

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """Texts of like length share a batch, so that short ones are not padded to long ones."""
        tokens = self._tokens(texts)
        order = sorted(range(len(tokens)), key=lambda row: len(tokens[row]))
        parts = [
            self.texts.run(None, self._feed([tokens[row] for row in order[start:][:TEXT_BATCH]]))[0]
            for start in range(0, len(order), TEXT_BATCH)
        ]
        rows = unit_rows(parts, self.dimensions, self.name)
        back = np.empty_like(rows)
        back[order] = rows
        return back

    def _feed(self, batch: Sequence[Encoding]) -> dict[str, np.ndarray]:
        length = self.max_tokens if self.full_length else max(len(one) for one in batch)
        ids = np.full((len(batch), length), self.pad_token, dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(batch):
            ids[row, : len(one)] = one.ids
            mask[row, : len(one)] = 1
        known = {"input_ids": ids, "attention_mask": mask}
        return {name: known[name] for name in self.inputs}

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        parts = [
            self.images.run(
                None, {"pixel_values": self.preprocessing(images[start : start + IMAGE_BATCH])}
            )[0]
            for start in range(0, len(images), IMAGE_BATCH)
        ]
        return unit_rows(parts, self.dimensions, self.name)


def _session(path: Path) -> onnxruntime.InferenceSession:
    """One thread that does not spin: many processes share the cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
