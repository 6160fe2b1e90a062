"""Padding of an ONNX graph moved into the convolutions behind it: fewer passes over large maps.

TensorFlow's "same" padding is lopsided, which torch's convolutions cannot say and ONNX's can.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import NodeProto, helper, numpy_helper


def fold_padding(path: Path) -> None:
    """Rewrite the graph in `path`, with its constants folded, so that paddings are known."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(path)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
    model = onnx.load(str(path))
    graph = model.graph
    constants = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    readers = Counter(name for node in graph.node for name in node.input)
    pads = {
        node.output[0]: (node, around)
        for node in graph.node
        if readers[node.output[0]] == 1 and (around := _padding(node, constants)) is not None
    }
    for node in list(graph.node):
        if node.op_type == "Conv" and node.input[0] in pads and _takes_pads(node):
            pad, around = pads[node.input[0]]
            _set_pads(node, around)
            node.input[0] = pad.input[0]
            graph.node.remove(pad)
    read = {name for node in graph.node for name in node.input}
    kept = [one for one in graph.initializer if one.name in read]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    onnx.save(model, str(path))


def _padding(node: NodeProto, constants: dict[str, np.ndarray]) -> np.ndarray | None:
    """Zeros around the maps (top, left, bottom, right), or None for another node."""
    if node.op_type != "Pad" or _settings(node).get("mode", b"constant") != b"constant":
        return None
    _maps, pads, *rest = node.input
    filled = [constants.get(name, np.ones(())) for name in rest if name]
    around = constants.get(pads, np.zeros(0))
    if around.size != 8 or any(value.any() for value in filled) or (around < 0).any():
        return None
    return None if around[[0, 1, 4, 5]].any() else around[[2, 3, 6, 7]]


def _takes_pads(conv: NodeProto) -> bool:
    """Whether it says how much it pads, which may be nothing, and not "whatever keeps the size"."""
    return _settings(conv).get("auto_pad", b"NOTSET") in (b"NOTSET", b"VALID")


def _set_pads(conv: NodeProto, around: np.ndarray) -> None:
    pads = np.array(_settings(conv).get("pads", [0, 0, 0, 0])) + around
    kept = [one for one in conv.attribute if one.name not in ("pads", "auto_pad")]
    del conv.attribute[:]
    conv.attribute.extend([*kept, helper.make_attribute("pads", pads.tolist())])


def _settings(node: NodeProto) -> dict[str, Any]:
    return {one.name: helper.get_attribute_value(one) for one in node.attribute}
