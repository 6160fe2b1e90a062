"""Padding before a convolution becomes part of it, where that changes nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from search.encoders.padding import fold_padding

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore:Constant folding")


class Lopsided(nn.Module):
    """TensorFlow's "same" padding before a convolution; `twice` reads the padded maps again."""

    def __init__(self, value: float = 0.0, twice: bool = False) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.pad, self.twice = nn.ConstantPad2d((0, 1, 0, 1), value), twice
        self.conv = nn.Conv2d(3, 8, 3, stride=2, padding="valid")

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        padded = self.pad(x)
        seen: torch.Tensor = self.conv(padded)
        return seen + padded.mean() if self.twice else seen


def folded(tmp_path: Path, tower: nn.Module) -> tuple[list[str], float]:
    """The kinds of nodes left, and how far the result is from torch's."""
    path, pixels = tmp_path / "tower.onnx", torch.rand(1, 3, 8, 8)
    torch.onnx.export(tower.eval(), (pixels,), str(path), input_names=["x"], dynamo=False)
    fold_padding(path)
    kinds = [node.op_type for node in onnx.load(str(path)).graph.node]
    found = onnxruntime.InferenceSession(str(path)).run(None, {"x": pixels.numpy()})[0]
    return kinds, float(np.abs(np.asarray(found) - tower(pixels).detach().numpy()).max())


def test_zeros_around_the_maps_move_into_the_convolution(tmp_path: Path) -> None:
    kinds, error = folded(tmp_path, Lopsided())
    assert kinds == ["Conv"]
    assert error < 1e-5


def test_padding_with_another_value_stays(tmp_path: Path) -> None:
    kinds, error = folded(tmp_path, Lopsided(value=1.0))
    assert "Pad" in kinds
    assert error < 1e-5


def test_padding_that_is_read_twice_stays(tmp_path: Path) -> None:
    kinds, error = folded(tmp_path, Lopsided(twice=True))
    assert "Pad" in kinds
    assert error < 1e-5
