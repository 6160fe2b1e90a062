"""Convolutions are rounded to 8 bits, but for the first, and only where that changes little."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from search.encoders.convolutions import FIRST_IN_FLOAT, round_convolutions, trunks
from search.encoders.export import export
from search.encoders.onnx_encoder import OnnxEncoder
from search.encoders.precision import Tower
from search.encoders.preprocessing import Preprocessing
from search.encoders.probes import calibration_images, probe_images
from search.encoders.torch_encoder import TorchEncoder
from tests.small_encoders import small_vision_text

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # torch's of its exporter
LOOK = Preprocessing(32, 32, None, None, 3, 1 / 127.5, (1.0, 1.0, 1.0), (1.0, 1.0, 1.0))


class Looks(nn.Module):
    """Two trunks of ten convolutions each; the vector is the mean of both."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.one, self.other = self.trunk(), self.trunk()

    @staticmethod
    def trunk() -> nn.Sequential:
        layers: list[nn.Module] = [nn.Conv2d(3, 16, 3, 2, 1), nn.ReLU6()]
        for _ in range(9):
            layers += [nn.Conv2d(16, 16, 3, 1, 1), nn.ReLU6()]
        return nn.Sequential(*layers)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        return (self.one(pixels) + self.other(pixels)).mean((2, 3))


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("convolutions") / "plain.onnx"
    pixels = torch.zeros(1, 3, 32, 32)
    torch.onnx.export(
        Looks().eval(), (pixels,), str(path), input_names=["pixel_values"], dynamo=False
    )
    return path


def rounded(graph: Path, trunk: str) -> Path:
    small = graph.with_name(f"small-{trunk}.onnx")
    round_convolutions(graph, small, trunk, [LOOK([image]) for image in calibration_images()])
    return small


def in_float(path: Path) -> dict[str, int]:
    """By trunk, how many convolutions take maps that nobody rounded."""
    graph = onnx.load(str(path)).graph
    makers = {name: node.op_type for node in graph.node for name in node.output}
    found = {"one": 0, "other": 0}
    for node in graph.node:
        if node.op_type == "Conv" and makers.get(node.input[1]) != "DequantizeLinear":
            found[node.name.strip("/").split("/")[0]] += 1
    return found


def test_all_but_the_first_of_every_trunk_are_rounded(graph: Path) -> None:
    assert in_float(graph) == {"one": 10, "other": 10}
    assert in_float(rounded(graph, "")) == {"one": FIRST_IN_FLOAT, "other": FIRST_IN_FLOAT}


def test_one_trunk_can_be_rounded_alone(graph: Path) -> None:
    assert in_float(rounded(graph, "other")) == {"one": 10, "other": FIRST_IN_FLOAT}


def test_all_are_tried_before_one_trunk_alone(graph: Path) -> None:
    assert trunks(graph)[0] == ""
    assert set(trunks(graph)[1:]) == {"one", "other"}


def test_what_is_rounded_says_nearly_the_same(graph: Path) -> None:
    vectors = []
    for path in (graph, rounded(graph, "")):
        session = onnxruntime.InferenceSession(str(path))
        rows = [session.run(None, {"pixel_values": LOOK([one])})[0] for one in probe_images()[18:]]
        vectors.append(np.concatenate([np.asarray(row) for row in rows]))
    lengths = [np.linalg.norm(rows, axis=1) for rows in vectors]
    cosines = (vectors[0] * vectors[1]).sum(1) / lengths[0] / lengths[1]
    assert cosines.min() > 0.99


@pytest.fixture(scope="module")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> tuple[TorchEncoder, Path]:
    """An encoder and where it is exported to."""
    folder = tmp_path_factory.mktemp("transformer")
    encoder = TorchEncoder(small_vision_text(folder / "model"), "small")
    export(encoder, folder / "served")
    return encoder, folder / "served"


def test_a_transformer_has_no_convolutions_worth_rounding(
    transformer: tuple[TorchEncoder, Path],
) -> None:
    assert trunks(transformer[1] / "image.onnx") == []


def test_a_graph_that_says_something_else_is_not_kept(
    transformer: tuple[TorchEncoder, Path],
) -> None:
    def spoil(plain: Path, small: Path) -> None:
        model = onnx.load(str(plain))
        for weights in model.graph.initializer:
            if weights.data_type == onnx.TensorProto.FLOAT:
                values = onnx.numpy_helper.to_array(weights)[..., ::-1].copy()
                weights.CopyFrom(onnx.numpy_helper.from_array(values, weights.name))
        onnx.save(model, str(small))

    tower = Tower(*transformer, "image", probe_images())
    before = tower.graph.read_bytes()
    assert tower.rounded(spoil)[0] is False
    assert tower.graph.read_bytes() == before


def test_a_library_that_fails_costs_nothing_but_speed(
    transformer: tuple[TorchEncoder, Path],
) -> None:
    def fail(plain: Path, small: Path) -> None:
        raise RuntimeError("a strange layer")

    kept, note = Tower(*transformer, "image", probe_images()).rounded(fail)
    assert (kept, note) == (False, "in float32, int8 failed (RuntimeError)")
    assert OnnxEncoder(transformer[1], "small").encode_texts(["red"]).shape[0] == 1
