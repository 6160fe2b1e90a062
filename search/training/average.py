"""The exponential moving average of the weights: what is validated and saved."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from search.encoders.dual_encoder import VitrineDualEncoder

from .trunk import fold, unfold

TRUNKS = ("vision_model.", "kept_model.")


def all_weights(trunk: nn.Module, model: VitrineDualEncoder) -> dict[str, Tensor]:
    """The folded trunk's and the heads' tensors, by name."""
    heads = {k: v for k, v in model.state_dict().items() if not k.startswith(TRUNKS)}
    return {f"trunk.{k}": v for k, v in trunk.state_dict().items()} | {
        f"heads.{k}": v for k, v in heads.items()
    }


def start_average(trunk: nn.Module, model: VitrineDualEncoder) -> dict[str, Tensor]:
    return {key: value.clone() for key, value in all_weights(trunk, model).items()}


@torch.no_grad()
def follow(
    average: dict[str, Tensor], trunk: nn.Module, model: VitrineDualEncoder, keep: float
) -> None:
    now = all_weights(trunk, model)
    for key, value in average.items():
        if value.is_floating_point():  # norms of some trunks count how many batches they have seen
            value.lerp_(now[key], 1 - keep)


def model_of(average: dict[str, Tensor], model: VitrineDualEncoder) -> VitrineDualEncoder:
    """A copy of `model` with these weights, batch norms unfolded, ready to be saved."""
    result = copy.deepcopy(model)
    heads = {k.removeprefix("heads."): v for k, v in average.items() if k.startswith("heads.")}
    result.load_state_dict(heads, strict=False)
    folded = copy.deepcopy(model.vision_model)
    fold(folded)
    folded.load_state_dict(
        {k.removeprefix("trunk."): v for k, v in average.items() if k.startswith("trunk.")}
    )
    unfold(folded, result.vision_model)
    return result.eval()
