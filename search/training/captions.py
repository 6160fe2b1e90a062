"""Every distinct caption as a frozen text vector, and which of them each picture draws from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from search.encoders.configuration import VitrineConfig
from search.encoders.minilm import load_text_tower, pool_layers, text_tower_folder

from .modifiers import modified
from .pairs import Pair, captions
from .thesaurus import Thesaurus

CAPTION_TOKENS = 64  # tokens of a caption
SHORT = ("kind", "group", "colour")  # roles whose values name things


@dataclass
class CaptionTable:
    """`texts` are distinct; row i of `choices` and `chances` is picture i, padded with -1 and 0.

    `rivals` of picture i are numbers of `groups`: captions that say other things of the same noun.
    """

    texts: list[str]
    vectors: torch.Tensor
    choices: np.ndarray
    chances: np.ndarray
    titled: np.ndarray  # whether the first choice of picture i is its title
    groups: list[np.ndarray] = field(default_factory=list)
    rivals: list[list[int]] = field(default_factory=list)

    def draw(
        self, rows: np.ndarray, random: np.random.Generator, titles: float = 1.0
    ) -> np.ndarray:
        """One caption index a picture, by weight; titles count `titles` times."""
        chances = self.chances[rows]
        chances[self.titled[rows], 0] *= titles
        heaped = chances.cumsum(1)
        point = random.random(len(rows)) * heaped[:, -1]
        return self.choices[rows, (heaped <= point[:, None]).sum(1)]

    def draw_rivals(self, rows: np.ndarray, count: int, random: np.random.Generator) -> np.ndarray:
        """At most `count` captions that stand beside one of a picture in `rows`: hard negatives."""
        beside = [group for row in random.permutation(rows)[:count] for group in self.rivals[row]]
        if not beside:
            return np.zeros(0, int)
        chosen = random.choice(beside, count)
        return np.array([random.choice(self.groups[group]) for group in chosen])


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
    groups, rivals = _rivals(pairs, index)
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
    vectors = torch.from_numpy(encode(texts))
    return CaptionTable(texts, vectors, choices, chances, titled, groups, rivals)


def _rivals(
    pairs: Sequence[Pair], index: Mapping[str, int]
) -> tuple[list[np.ndarray], list[list[int]]]:
    """Captions by role and kind, those alone that have a rival, and each pair's groups of them."""
    said: dict[tuple[str, str], set[int]] = {}
    own = [[(one.role, one.kind, index[one.text]) for one in modified(p.fields)] for p in pairs]
    for row in own:
        for role, kind, text in row:
            said.setdefault((role, kind), set()).add(text)
    numbers = {key: at for at, key in enumerate(k for k, texts in said.items() if len(texts) > 1)}
    groups = [np.array(sorted(said[key])) for key in numbers]
    mine = [[numbers.get((role, kind)) for role, kind, _text in row] for row in own]
    return groups, [[group for group in row if group is not None] for row in mine]


class TextVectors:
    """What the frozen tower says, longest texts first so that batches pad little."""

    def __init__(
        self, config: VitrineConfig, batch: int = 128, device: str | torch.device = "cpu"
    ) -> None:
        self.layers = config.text_layers
        tower: Any = load_text_tower(config.text_package, config.text_sha256)
        self.tower = tower.to(device)
        self.tokenizer: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(
            text_tower_folder(config.text_package)
        )
        self.batch = batch

    @property
    def name(self) -> str:
        """Different for encoders whose towers say different things."""
        return "_".join(map(str, self.layers))

    @torch.inference_mode()
    def __call__(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None
    ) -> np.ndarray:
        """(n, layers * width) float32, each layer's part of unit length."""
        parts: list[np.ndarray] = []
        order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        for start in range(0, len(order), self.batch):
            batch = [texts[row] for row in order[start : start + self.batch]]
            parts.append(self._heard(batch))
            progress(min(start + self.batch, len(order)))
        vectors = np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)
        back = np.empty_like(vectors)
        back[order] = vectors
        return back

    def _heard(self, batch: list[str]) -> np.ndarray:
        tokens = self.tokenizer(
            batch, padding=True, truncation=True, max_length=CAPTION_TOKENS, return_tensors="pt"
        )
        on_device = {name: value.to(self.tower.device) for name, value in tokens.items()}
        heard: np.ndarray = pool_layers(self.layers, on_device, self.tower).cpu().numpy()
        return heard


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
