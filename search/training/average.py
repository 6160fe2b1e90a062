"""The exponential moving average of the weights: what is validated and saved."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from search.encoders.dual_encoder import VitrineDualEncoder

from .trunk import fuse, split

TRUNKS = ("vision_model.", "kept_model.")


def trunks_of(model: VitrineDualEncoder) -> list[nn.Module]:
    """The trunk that is trained, and the one beside it where there is one."""
    return [model.vision_model, *([model.kept_model] if model.config.kept_config else [])]


def fused_trunks(model: VitrineDualEncoder) -> nn.ModuleList:
    """Copies of the trunks, their norms inside the convolutions."""
    return nn.ModuleList([fuse(trunk) for trunk in trunks_of(model)])


def all_weights(trunks: nn.Module, model: VitrineDualEncoder) -> dict[str, Tensor]:
    """The fused trunks' and the heads' tensors, by name."""
    heads = {k: v for k, v in model.state_dict().items() if not k.startswith(TRUNKS)}
    return {f"trunk.{k}": v for k, v in trunks.state_dict().items()} | {
        f"heads.{k}": v for k, v in heads.items()
    }


def start_average(trunks: nn.Module, model: VitrineDualEncoder) -> dict[str, Tensor]:
    return {key: value.clone() for key, value in all_weights(trunks, model).items()}


@torch.no_grad()
def follow(
    average: dict[str, Tensor], trunks: nn.Module, model: VitrineDualEncoder, keep: float
) -> None:
    now = all_weights(trunks, model)
    for key, value in average.items():
        if value.is_floating_point():  # norms of some trunks count how many batches they have seen
            value.lerp_(now[key], 1 - keep)


def model_of(average: dict[str, Tensor], model: VitrineDualEncoder) -> VitrineDualEncoder:
    """A copy of `model` with these weights, batch norms split off again, ready to be saved."""
    result = copy.deepcopy(model)
    heads = {k.removeprefix("heads."): v for k, v in average.items() if k.startswith("heads.")}
    result.load_state_dict(heads, strict=False)
    before, fused = fused_trunks(model), fused_trunks(model)
    fused.load_state_dict(
        {k.removeprefix("trunk."): v for k, v in average.items() if k.startswith("trunk.")}
    )
    for old, trunk, original in zip(before, fused, trunks_of(result), strict=True):
        if not _same(old, trunk):
            split(trunk, original)
    return result.eval()


def _same(one: nn.Module, other: nn.Module) -> bool:
    pairs = zip(one.parameters(), other.parameters(), strict=True)
    return all(torch.equal(ours, theirs) for ours, theirs in pairs)
