"""Vectors as the contract promises them: float32, finite, of unit length."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .contract import EncoderError


def unit_rows(parts: Sequence[np.ndarray], dimensions: int, name: str) -> np.ndarray:
    """Batches (n, dimensions) joined and normalised. Raises EncoderError for what is no number."""
    if not parts:
        return np.zeros((0, dimensions), dtype=np.float32)
    rows = np.concatenate(parts).astype(np.float32, copy=False)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or (lengths == 0).any():
        raise EncoderError(f"The encoder {name} gave a vector that is no direction.")
    return rows / lengths
