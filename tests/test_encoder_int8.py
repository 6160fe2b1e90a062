"""Matrix products are rounded to 8 bits, those of linear layers with a bias too."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from search.encoders.matrix_products import round_products

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # torch's of its exporter


@pytest.fixture
def graphs(tmp_path: Path) -> tuple[Path, Path]:
    """A convolution with two linear layers behind it, as torch exports it, and rounded."""
    torch.manual_seed(0)
    tower = nn.Sequential(
        nn.Conv2d(3, 64, 4, 4), nn.Flatten(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 64)
    )
    plain, small = tmp_path / "plain.onnx", tmp_path / "small.onnx"
    torch.onnx.export(
        tower.eval(), (torch.zeros(1, 3, 8, 8),), str(plain), input_names=["x"], dynamo=False
    )
    round_products(plain, small)
    return plain, small


def test_every_linear_layer_is_rounded_and_no_convolution(graphs: tuple[Path, Path]) -> None:
    kinds = [node.op_type for node in onnx.load(str(graphs[1])).graph.node]
    assert kinds.count("MatMulNBits") == 2
    assert kinds.count("Conv") == 1
    assert "Gemm" not in kinds


def test_what_is_rounded_says_nearly_the_same(graphs: tuple[Path, Path]) -> None:
    pixels = {"x": np.random.default_rng(0).normal(size=(1, 3, 8, 8)).astype(np.float32)}
    exact, rounded = (
        np.asarray(onnxruntime.InferenceSession(str(path)).run(None, pixels)[0]).ravel()
        for path in graphs
    )
    assert exact @ rounded / np.linalg.norm(exact) / np.linalg.norm(rounded) > 0.999


def test_the_weights_are_not_kept_twice(graphs: tuple[Path, Path]) -> None:
    assert graphs[1].stat().st_size < graphs[0].stat().st_size / 2
