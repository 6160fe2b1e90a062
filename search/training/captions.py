"""Every distinct caption as a frozen text vector, and which of them each picture draws from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import load_text_tower, pool_layers, text_tower_folder

from .pairs import Pair, captions
from .thesaurus import Thesaurus

SHORT = ("kind", "group", "colour")  # roles whose values name things


@dataclass
class CaptionTable:
    """`texts` are distinct; row i of `choices` and `chances` is picture i, padded with -1 and 0."""

    texts: list[str]
    vectors: torch.Tensor
    choices: np.ndarray
    chances: np.ndarray
    titled: np.ndarray  # whether the first choice of picture i is its title

    def draw(
        self, rows: np.ndarray, random: np.random.Generator, titles: float = 1.0
    ) -> np.ndarray:
        """One caption index a picture, by weight; titles count `titles` times."""
        chances = self.chances[rows]
        chances[self.titled[rows], 0] *= titles
        heaped = chances.cumsum(1)
        point = random.random(len(rows)) * heaped[:, -1]
        return self.choices[rows, (heaped <= point[:, None]).sum(1)]


def caption_table(pairs: Sequence[Pair], encode: Callable[[list[str]], np.ndarray]) -> CaptionTable:
    """Compose the captions of every pair; identical captions share one index, hence one vector."""
    index: dict[str, int] = {}
    taken = {pair.fields[role] for pair in pairs for role in SHORT if role in pair.fields}
    thesaurus = Thesaurus(taken)
    drawn = [
        [
            (index.setdefault(text, len(index)), weight)
            for text, weight in captions(pair.fields, thesaurus)
        ]
        for pair in pairs
    ]
    width = max((len(row) for row in drawn), default=1)
    choices = np.full((len(pairs), width), -1, dtype=np.int64)
    chances = np.zeros((len(pairs), width))
    for row, options in enumerate(drawn):
        total = sum(weight for _, weight in options)
        for column, (text, weight) in enumerate(options):
            choices[row, column] = text
            chances[row, column] = weight / total
    texts = list(index)
    titled = np.array(["title" in pair.fields for pair in pairs])
    return CaptionTable(texts, torch.from_numpy(encode(texts)), choices, chances, titled)


class TextVectors:
    """Pooled vectors of the frozen tower, longest texts first so that batches pad little."""

    def __init__(self, package: str, sha256: str, layers: Sequence[int], batch: int = 128) -> None:
        self.layers = layers
        self.tower = load_text_tower(package, sha256)
        self.tokenizer: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(
            text_tower_folder(package)
        )
        self.batch = batch

    @classmethod
    def of(cls, config: VitrineConfig) -> TextVectors:
        """As an encoder of this configuration pools them."""
        return cls(config.text_package, config.text_sha256, config.text_layers)

    @torch.inference_mode()
    def __call__(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None
    ) -> np.ndarray:
        """(n, layers * width) float32, each layer's part of unit length."""
        width = self.tower.config.hidden_size * len(self.layers)
        vectors = np.zeros((len(texts), width), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        for start in range(0, len(order), self.batch):
            rows = order[start : start + self.batch]
            tokens = self.tokenizer(
                [texts[row] for row in rows],
                padding=True,
                truncation=True,
                max_length=64,
                return_tensors="pt",
            )
            vectors[rows] = pool_layers(self.layers, tokens, self.tower).numpy()
            progress(min(start + self.batch, len(order)))
        return vectors


def cached(path: Path, encode: Callable[[list[str]], np.ndarray], texts: list[str]) -> np.ndarray:
    """`encode(texts)`, kept in a file beside its texts; only texts that are new are encoded."""
    known: dict[str, np.ndarray] = {}
    if path.exists():
        with np.load(path, allow_pickle=False) as kept:
            known = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
    new = [text for text in texts if text not in known]
    if new:
        known |= dict(zip(new, encode(new), strict=True))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            np.savez(file, texts=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts])
