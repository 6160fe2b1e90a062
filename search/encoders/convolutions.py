"""Convolutions of an ONNX graph in 8 bits, with ranges measured on pictures beforehand.

Activations have to be rounded too, so their ranges are looked for on calibration pictures (static
quantization; Jacob et al. 2018, "Quantization and training of neural networks for efficient
integer-arithmetic-only inference"); weights have a scale a channel. The first convolutions stay in
float32: their few channels carry all that there is (with them rounded, the worst of 140 pictures
had a cosine of .971 to torch; without, .998, at nearly the same speed).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_static,
)

WORTH_IT = 8  # convolutions; fewer, as in front of a transformer, are not where the time goes
FIRST_IN_FLOAT = 6  # convolutions of every trunk that stay in float32
PASSED_THROUGH = ("Add", "Clip")  # what stands between convolutions and would need floats again


class _Pictures(CalibrationDataReader):
    def __init__(self, pixels: Sequence[np.ndarray]) -> None:
        self.feeds = iter([{"pixel_values": one} for one in pixels])

    def get_next(self) -> dict[str, np.ndarray] | None:
        return next(self.feeds, None)


def trunks(path: Path) -> list[str]:
    """What to round, the most first: "" for all convolutions, then the parts of the model that have
    enough of them, each alone. Empty for a graph that is not made of convolutions."""
    nodes = onnx.load(str(path)).graph.node
    parts = Counter(_part(node.name) for node in nodes if node.op_type == "Conv")
    if parts.total() < WORTH_IT:
        return []
    large = [part for part, count in parts.most_common() if WORTH_IT <= count < parts.total()]
    return ["", *large]


def round_convolutions(plain: Path, small: Path, trunk: str, pixels: Sequence[np.ndarray]) -> None:
    """Write the graph in `plain` to `small`, with the convolutions of `trunk` ("" for all) and what
    stands between them in 8 bits.

    `pixels` are pictures (1, 3, height, width) on which the ranges of values are measured.
    """
    nodes = onnx.load(str(plain)).graph.node
    wanted, seen = set(), Counter[str]()
    for node in nodes:
        part = _part(node.name)
        seen[part] += node.op_type == "Conv"
        if seen[part] > FIRST_IN_FLOAT and trunk in ("", part):
            wanted.add(node.name)
    quantize_static(
        plain,
        small,
        _Pictures(pixels),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["Conv", *PASSED_THROUGH],
        nodes_to_exclude=[node.name for node in nodes if node.name not in wanted],
    )


def _part(name: str) -> str:
    """The part of the model that a node comes from: torch names nodes by the path of modules."""
    return name.strip("/").split("/")[0]
