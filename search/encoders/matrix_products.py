"""Matrix products of an ONNX graph with weights of 8 bits instead of 32.

Weights are rounded in blocks of 64, each with a scale of its own (MatMulNBits): with one scale a
channel and one for all activations (dynamic int8) MiniLM only reached a cosine of .967. The heads
behind convolutions gain too, because a product with one row takes as long as reading its weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

BLOCK = 64
LINEAR = {"alpha": 1.0, "beta": 1.0, "transA": 0, "transB": 1}  # how torch exports nn.Linear


def round_products(plain: Path, small: Path) -> None:
    """Write the graph in `plain` to `small`, with every product by constant weights rounded."""
    model = onnx.load(str(plain))
    layers = {name for node in model.graph.node if node.op_type == "Gemm" for name in node.input}
    nodes = [part for node in model.graph.node for part in _as_product(model, node)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    _forget(model, layers - {name for node in nodes for name in node.input})
    quantizer = MatMulNBitsQuantizer(
        model, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4
    )
    quantizer.process()
    onnx.save(quantizer.model.model, str(small))


def _as_product(model: onnx.ModelProto, node: NodeProto) -> Iterator[NodeProto]:
    """A linear layer (Gemm) as MatMul and Add, which the quantizer knows; others as they are."""
    weights = {one.name: one for one in model.graph.initializer}
    settings = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    linear = {"alpha": 1.0, "beta": 1.0, "transA": 0, "transB": 0} | settings == LINEAR
    if node.op_type != "Gemm" or not linear or len(node.input) < 3 or node.input[1] not in weights:
        yield node
        return
    left, right, bias = node.input
    matrix = np.ascontiguousarray(numpy_helper.to_array(weights[right]).T)
    name, product = f"{node.output[0]}.weights", f"{node.output[0]}.product"
    model.graph.initializer.append(numpy_helper.from_array(matrix, name))
    yield helper.make_node("MatMul", [left, name], [product], name=f"{node.name}.product")
    yield helper.make_node("Add", [product, bias], [node.output[0]], name=f"{node.name}.bias")


def _forget(model: onnx.ModelProto, names: set[str]) -> None:
    kept = [one for one in model.graph.initializer if one.name not in names]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
