"""An exported encoder, served by ONNX Runtime without torch or transformers."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from tokenizers import Tokenizer

from .language_guess import by_tower, none_unknown
from .onnx_text import OnnxText, open_graph
from .preprocessing import Preprocessing
from .reader import Reader
from .vectors import unit_rows

FORMAT = 3  # of the exported folder; raise it and every encoder is exported anew
IMAGE_BATCH = 4  # batches gain images nothing, and a small one stays in the processor's cache
# Files of a second text tower, for texts that the first one cannot read.
OTHER_GRAPH, OTHER_TOKENIZER = "multilingual.onnx", "multilingual_tokenizer.json"
LANGUAGES = "languages.npy"  # weights of `language_guess`
SETTINGS = "serving.json"  # what is to be known of the towers


class OnnxEncoder:
    """The encoder contract on the files that `export` writes. Safe to call from many threads."""

    serving = "onnx"

    def __init__(self, folder: Path, name: str) -> None:
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        _check_sizes(folder, settings.get("bytes", {}))
        self.name = name
        self.dimensions = int(settings["dimensions"])
        self.serving_note = str(settings["note"])
        self.preprocessing = Preprocessing(**settings["preprocessing"])
        self.image_size = self.preprocessing.image_size
        self.images = open_graph(folder / "image.onnx")
        self.texts = OnnxText(folder / "text.onnx", _reader(folder / "tokenizer.json", settings))
        self.languages = _languages(folder)
        self.folder, self.settings, self.loading = folder, settings, threading.Lock()

    @property
    def other_texts(self) -> OnnxText:
        """The second text tower, loaded when the first foreign text comes: a shop that hears none
        has neither its start nor its memory to pay for."""
        with self.loading:
            return self._other_texts

    @cached_property
    def _other_texts(self) -> OnnxText:
        reader = _reader(self.folder / OTHER_TOKENIZER, self.settings)
        return OnnxText(self.folder / OTHER_GRAPH, reader)

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32: of each text's tokens, those unknown to the tower that hears it. The other
        tower is given nothing but scripts that it knows."""
        return by_tower(texts, self.languages, self.texts.reader.unknown_share, none_unknown)

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        rows = by_tower(
            texts,
            self.languages,
            self.texts.encode,
            lambda some: self.other_texts.encode(some),
        )
        return unit_rows([rows] if len(texts) else [], self.dimensions, self.name)

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        parts = [
            self.images.run(
                None, {"pixel_values": self.preprocessing(images[start : start + IMAGE_BATCH])}
            )[0]
            for start in range(0, len(images), IMAGE_BATCH)
        ]
        return unit_rows(parts, self.dimensions, self.name)


def file_sizes(folder: Path) -> dict[str, int]:
    """Bytes of each file of an export, by name; of all but the one that keeps them."""
    return {path.name: path.stat().st_size for path in folder.iterdir() if path.name != SETTINGS}


def _check_sizes(folder: Path, sizes: dict[str, int]) -> None:
    """Raise OSError where a file of the export is missing or cut off.

    What nobody opens yet, as the second tower, would tell of it long after the start; without the
    weights of the guess foreign texts would be given to the wrong tower.
    """
    for file, size in sizes.items():
        if (folder / file).stat().st_size != size:
            raise OSError(f"{file} has not the {size} bytes that were written")


def _reader(file: Path, settings: dict[str, Any]) -> Reader:
    return Reader(
        Tokenizer.from_file(str(file)),
        int(settings["max_tokens"]),
        int(settings["pad_token"]),
        bool(settings["full_length"]),
    )


def _languages(folder: Path) -> np.ndarray | None:
    """Weights of the guess which tower hears a text; None for an encoder with one alone."""
    file = folder / LANGUAGES
    return np.load(file).astype(np.float32) if file.exists() else None
