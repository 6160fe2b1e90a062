"""What share of a text an encoder cannot read: its vector then says nothing about the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from tokenizers import Encoding, Tokenizer

from .contract import Encoder

SPACE = "▁"  # how SentencePiece writes a space; alone it is no part of the text


@runtime_checkable
class TellsUnknown(Protocol):
    """An encoder that can tell what it cannot read. Others are taken to read everything."""

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32 from 0 to 1: of each text's tokens, those unknown to the encoder."""
        ...


def unknown_share(encoder: Encoder, texts: Sequence[str]) -> np.ndarray:
    """(n,) float32; 0 for every text where the encoder cannot tell."""
    if isinstance(encoder, TellsUnknown):
        return encoder.unknown_share(texts)
    return np.zeros(len(texts), np.float32)


def unknown_token(tokenizer: Tokenizer) -> int | None:
    """The id of the token for what is unknown. None for a tokenizer that has none: it falls back
    to bytes, and so reads everything in its way."""
    model = json.loads(tokenizer.to_str())["model"]
    if model.get("byte_fallback"):
        return None
    if isinstance(model.get("unk_id"), int):
        return int(model["unk_id"])
    named = model.get("unk_token")
    return tokenizer.token_to_id(named) if named else None


def share_of(encodings: Sequence[Encoding], unknown: int | None) -> np.ndarray:
    """(n,) float32: of each encoding's tokens, special ones and bare spaces apart, those that are
    `unknown`. A text without tokens has nothing that could not be read."""
    shares = np.zeros(len(encodings), np.float32)
    for row, one in enumerate(encodings):
        ids = [
            number
            for number, token, special in zip(
                one.ids, one.tokens, one.special_tokens_mask, strict=True
            )
            if not special and token != SPACE
        ]
        if ids:
            shares[row] = ids.count(unknown) / len(ids) if unknown is not None else 0.0
    return shares
