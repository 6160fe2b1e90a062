"""The shop as gunicorn serves it, with an encoder that breaks on command.

For `benchmarks.search.outage`. The file that SABOTAGE names says how: "raises" or "hangs"; empty,
nothing is amiss.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException

from search.encoders.onnx_encoder import OnnxEncoder

ORDERS = Path(os.environ["SABOTAGE"])
encode_texts = OnnxEncoder.encode_texts


def sabotaged(self: OnnxEncoder, texts: Sequence[str]) -> np.ndarray:
    while ORDERS.read_text() == "hangs":
        time.sleep(0.05)
    if ORDERS.read_text() == "raises":
        raise RuntimeException("Sabotaged: a node of the graph returned an error.")
    return encode_texts(self, texts)


OnnxEncoder.encode_texts = sabotaged  # type: ignore[method-assign]

from config.wsgi import application  # noqa: E402  (its warm-up encodes: sabotaged, too)

__all__ = ["application"]
