"""One exported text tower: its tokenizer and its graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .reader import Reader

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

TEXTS_AT_ONCE = 32


class OnnxText:
    """Texts to vectors (n, dimensions), not yet of unit length. Safe to call from many threads."""

    def __init__(self, graph: Path, reader: Reader) -> None:
        self.reader = reader
        self.graph = open_graph(graph)
        self.inputs = [item.name for item in self.graph.get_inputs()]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Texts of like length share a batch, so that short ones are not padded to long ones."""
        if not texts:
            return np.zeros((0, 1), np.float32)
        read = self.reader.read(texts)
        order = sorted(range(len(texts)), key=lambda row: len(read[row]))
        parts = []
        for start in range(0, len(order), TEXTS_AT_ONCE):
            known = self.reader.feed([read[row] for row in order[start : start + TEXTS_AT_ONCE]])
            parts.append(self.graph.run(None, {name: known[name] for name in self.inputs})[0])
        rows = np.concatenate(parts)
        back = np.empty_like(rows)
        back[order] = rows
        return back


def open_graph(path: Path) -> InferenceSession:
    """One thread that does not spin: many processes share the cores.

    Imported here, as its import starts a thread: a process forked after that aborts when it ends.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
