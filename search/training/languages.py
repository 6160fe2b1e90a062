"""The multilingual tower for an encoder that hears English alone, without learning anything anew.

What can be had in closed form is: the space is cut to the dimensions that are used, the new tower's
head is the ridge regression from what it says of the captions to where the encoder has them, and
the gate is a logistic regression between captions and phrases of other languages. Training goes on
from there, so that pictures and both towers come closer to each other.
"""

from __future__ import annotations

import copy
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from search.encoders.configuration import (
    MULTILINGUAL_PACKAGE,
    MULTILINGUAL_SHA256,
    VitrineConfig,
)
from search.encoders.dual_encoder import VitrineDualEncoder

from .dataset import TrainingSet

RIDGE = 1e-4  # of the mean square of an input
SAMPLE = 4096  # pictures that say which dimensions are used
# What ends in the shared space: its rows, or its only axis, are the space's dimensions.
ENDS = (
    "text_head.linear.weight",
    "text_head.linear.bias",
    "text_head.outer.weight",
    "image_head.names.weight",
    "image_head.names.bias",
    "image_head.features.weight",
    "kept_head.names.weight",
    "kept_head.names.bias",
    "kept_head.features.weight",
)


def with_multilingual(model: VitrineDualEncoder) -> VitrineDualEncoder:
    """The same encoder with a second text tower whose head knows nothing yet."""
    config = cast(VitrineConfig, copy.deepcopy(model.config))
    config.multilingual_package = MULTILINGUAL_PACKAGE
    config.multilingual_sha256 = MULTILINGUAL_SHA256
    config.meaning_dim = config.multilingual_meaning_dim = 0  # kept anew when training has ended
    return _filled(config, model.state_dict())


@torch.no_grad()
def start_languages(
    model: VitrineDualEncoder, data: TrainingSet, dimensions: int
) -> VitrineDualEncoder:
    """`model` in `dimensions`, its second tower's head and gate as good as closed forms are."""
    heard = data.table.vectors[~data.table.foreign]
    english, other = model.split(heard)
    texts = functional.normalize(model.text_head(english), dim=-1)
    basis = _basis(torch.cat([texts, *_pictures(model, data)]), dimensions)
    config = cast(VitrineConfig, copy.deepcopy(model.config))
    config.projection_dim = dimensions
    state = {k: v for k, v in model.state_dict().items() if not k.startswith("multilingual_head")}
    small = _filled(config, state | {k: basis.T @ state[k] for k in ENDS if k in state})
    _fit_head(small, other, texts @ basis)
    foreign_captions = data.table.vectors[data.table.foreign]
    if data.foreign is not None:
        _fit_gate(small.gate, heard, torch.cat([data.foreign, foreign_captions]))
    return small.eval()


def _filled(config: VitrineConfig, state: dict[str, Tensor]) -> VitrineDualEncoder:
    torch.manual_seed(0)  # for what the state does not fill
    model = VitrineDualEncoder(config)
    known = set(model.state_dict())
    model.load_state_dict({k: v for k, v in state.items() if k in known}, strict=False)
    return model.eval()


def _pictures(model: VitrineDualEncoder, data: TrainingSet) -> list[Tensor]:
    """A sample of the pictures as either trunk's head has them."""
    rows = data.rows("train")
    rows = rows[:: max(1, len(rows) // SAMPLE)]
    seen = [model.image_head(data.start.pooled(rows))]
    if model.config.kept_config:
        seen.append(model.kept_head(data.beside.pooled(rows)))
    return [functional.normalize(one, dim=-1) for one in seen]


def _basis(vectors: Tensor, dimensions: int) -> Tensor:
    """(width, dimensions): the main components, uncentred, so that cosines are kept."""
    _values, components = torch.linalg.eigh(vectors.T.double() @ vectors.double())
    return components[:, -dimensions:].float()


def _fit_head(model: VitrineDualEncoder, heard: Tensor, wanted: Tensor) -> None:
    """Ridge regression in the linear branch of the head; the bent one starts at nought."""
    centre, middle = heard.mean(0), wanted.mean(0)
    inputs = (heard - centre).double()
    squares = inputs.T @ inputs
    squares.diagonal().add_(RIDGE * len(inputs))
    weights = torch.linalg.solve(squares, inputs.T @ (wanted - middle).double()).float()
    head = model.multilingual_head
    head.linear.weight.copy_(weights.T)
    head.linear.bias.copy_(middle - centre @ weights)
    nn.init.zeros_(head.outer.weight)


def _fit_gate(gate: nn.Linear, english: Tensor, foreign: Tensor, steps: int = 60) -> None:
    """Logistic regression, by L-BFGS with a small penalty."""
    few = english[:: max(1, len(english) // len(foreign))]
    heard = torch.cat([few, foreign])
    read = torch.cat([torch.ones(len(few), 1), torch.zeros(len(foreign), 1)])
    nn.init.zeros_(gate.weight)
    nn.init.zeros_(gate.bias)
    optimiser = torch.optim.LBFGS(gate.parameters(), max_iter=steps, line_search_fn="strong_wolfe")

    @torch.enable_grad()
    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(gate(heard), read)
        loss = loss + 1e-5 * gate.weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
