"""One tokenizer as an exported text tower is fed by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Encoding, Tokenizer

from .texts import tidy
from .unreadable import share_of, unknown_token


@dataclass
class Reader:
    """Texts to ids and mask.

    With `full_length` every text is padded to `max_tokens`, else to the longest of its batch.
    """

    tokenizer: Tokenizer
    max_tokens: int
    pad_token: int = 0
    full_length: bool = False
    unknown: int | None = field(init=False)

    def __post_init__(self) -> None:
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(self.max_tokens)
        self.unknown = unknown_token(self.tokenizer)

    def read(self, texts: Sequence[str]) -> list[Encoding]:
        return self.tokenizer.encode_batch([tidy(text, self.max_tokens) for text in texts])

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32: of each text's tokens, those that the tokenizer does not know."""
        return share_of(self.read(texts), self.unknown)

    def feed(self, batch: Sequence[Encoding]) -> dict[str, np.ndarray]:
        """`input_ids` and `attention_mask` (n, tokens) int64."""
        length = self.max_tokens if self.full_length else max(len(one) for one in batch)
        ids = np.full((len(batch), length), self.pad_token, dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(batch):
            ids[row, : len(one)] = one.ids
            mask[row, : len(one)] = 1
        return {"input_ids": ids, "attention_mask": mask}
